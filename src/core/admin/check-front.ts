import type { SiteConfig } from '../config/site-config.ts';
import type { ContentFile } from '../content/context.ts';
import { parseFront } from '../content/parse-front.ts';
import { slugOfPin } from '../content/parsed-file.ts';
import type { Problem } from '../problems/problem.ts';
import { findBrokenReferences, type KnownFile } from '../site/check-references.ts';
import { findUnknownTags, withFront } from '../site/front-file.ts';
import { indexTerms } from '../site/terms.ts';
import { slugify } from '../text/slug.ts';
import { createUrls } from '../urls.ts';

/** The articles of the site, as far as the front page depends on them. */
export interface KnownArticles {
  /** With the address in their front matter, if there is one. */
  articles: readonly { file: string; slug?: string | undefined }[];
  /** Tags of published articles in all spellings, those of the newest article first. */
  tags: readonly string[];
}

/** Find all that a build would refuse in `content/front.yml`, in its order. */
export function checkFront(
  file: ContentFile,
  { sections, url }: Pick<SiteConfig, 'sections' | 'url'>,
  { articles, tags }: KnownArticles,
): readonly Problem[] {
  const { front, problems } = parseFront(file, { sections });
  if (!front) return problems;
  const files = articles.map(({ file: path, slug = '' }): KnownFile => ({
    kind: 'article',
    slug: slugify(slug) || slugOfPin(path),
    file: path,
    links: [],
    related: [],
  }));
  return [
    ...problems,
    ...findBrokenReferences([], withFront(files, front), () => true),
    ...findUnknownTags(front, indexTerms('tags', tags, createUrls(url))),
  ];
}
