import { type Article } from '../core/article.ts';
import type { SiteConfig } from '../core/config/site-config.ts';
import { parseArticle } from '../core/content/parse-article.ts';
import { createMarkdownRenderer } from '../core/markdown/render.ts';
import { buildSite } from '../core/site/build-site.ts';
import type { AuthorProfile, Site } from '../core/site/site.ts';
import { createUrls } from '../core/urls.ts';
import { pictureSize } from './drawings.ts';
import { author, defaultText, stories } from './stories.ts';

/** A section for each accent. */
const sections = [
  { slug: 'society', name: 'جامعه' },
  { slug: 'economy', name: 'اقتصاد' },
  { slug: 'science', name: 'دانش' },
  { slug: 'culture', name: 'فرهنگ' },
  { slug: 'sport', name: 'ورزش' },
  { slug: 'world', name: 'جهان' },
];
/** Some time after the newest sample. */
const now = Date.UTC(2026, 10, 30, 6);

/**
 * Build a site of made-up stories with the newspaper's name and settings. Its sections are made up as well, so that all
 * accents are in use.
 *
 * @throws Error if a sample is not valid.
 */
export function buildSampleSite(own: SiteConfig): Site {
  const config = {
    ...own,
    sections,
    videoHosts: ['www.aparat.com'],
    defaults: { source: own.name },
    share: { days: 0 },
  };
  const urls = createUrls(config.url);
  const render = createMarkdownRenderer({ urls });
  const picture = (src: string): { src: string; width: number; height: number } => ({
    src: urls.file('_theme', 'pictures', src.replace('/', '')),
    ...pictureSize,
  });
  const context = { config, render, findImage: picture, findFile: () => undefined };
  const articles = stories.map(({ slug, fields, text = defaultText }): Article => {
    const file = `${slug}.md`;
    const { article, problems } = parseArticle(
      { path: file, text: ['---', ...fields, '---', text, ''].join('\n') },
      context,
    );
    if (!article) throw new Error(`The sample ${slug} has problems: ${JSON.stringify(problems)}`);
    return { ...article, contentKey: slug, features: new Uint32Array() };
  });
  const authors: AuthorProfile[] = [
    { ...author, file: 'author.md', image: { ...picture('/portrait.svg'), alt: author.name } },
  ];
  return buildSite({ config, articles, authors, pages: [], files: [], now }).site;
}
