import { type Article } from '../core/article.ts';
import type { SiteConfig } from '../core/config/site-config.ts';
import { parseArticle } from '../core/content/parse-article.ts';
import { createMarkdownRenderer } from '../core/markdown/render.ts';
import { buildSite } from '../core/site/build-site.ts';
import type { AuthorProfile, Site } from '../core/site/site.ts';
import { createUrls } from '../core/urls.ts';
import { pictureSize } from './drawings.ts';
import { author, defaultText, stories } from './stories.ts';

/** Sections named in the sample stories. Each is mapped to one of the newspaper's own sections. */
const named = ['جامعه', 'اقتصاد', 'دانش', 'فرهنگ', 'ورزش', 'جهان'];
/** A moment after the newest sample story. */
const now = Date.UTC(2026, 10, 30, 6);

/**
 * Build a site of sample stories with the newspaper's name, sections and settings.
 *
 * @throws Error if a sample is not valid.
 */
export function buildSampleSite(own: SiteConfig): Site {
  const config = {
    ...own,
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
      { path: file, text: ['---', ...fields.map((line) => inOwnSection(line, own)), '---', text, ''].join('\n') },
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

function inOwnSection(line: string, { sections }: SiteConfig): string {
  const section = sections[named.indexOf(/^section: (.*)$/.exec(line)?.[1] ?? '') % sections.length];
  return line.startsWith('section: ') ? `section: ${JSON.stringify(section?.name ?? '')}` : line;
}
