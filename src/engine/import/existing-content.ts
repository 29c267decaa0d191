import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { SiteConfig } from '../../core/config/site-config.ts';
import { parseFrontMatter } from '../../core/content/front-matter.ts';
import { readSlug } from '../../core/content/file-names.ts';
import { parseDate } from '../../core/dates/news-date.ts';
import { linkKey } from '../../core/import/archive/addresses.ts';
import { type Origin, originsFile, readOrigins } from '../../core/import/archive/origins.ts';
import { type ArticleLibrary, createLibrary, type KnownArticle } from '../../core/import/library.ts';
import { foldKey } from '../../core/text/persian.ts';
import { type AliasedFile, unpublished } from '../../core/import/archive/survey.ts';
import { withSlashes } from '../base/paths.ts';
import { findMarkdownFiles, readText } from '../content/find-files.ts';

/** Existing content of a folder. */
export interface ExistingContent {
  library: ArticleLibrary;
  /** Slugs of articles. */
  slugs: ReadonlySet<string>;
  /** Slugs of pages. */
  pages: ReadonlySet<string>;
  /** Names of authors with a page, folded. */
  authors: ReadonlySet<string>;
  /** Articles and pages by `linkKey` of their old addresses. */
  aliases: ReadonlyMap<string, AliasedFile>;
  origins: ReadonlyMap<string, Origin>;
}

/** Read a content folder for an import. @param articles The folder of its articles. */
export async function readExistingContent(
  content: string,
  articles: string,
  config: Pick<SiteConfig, 'limits'>,
  now: number,
): Promise<ExistingContent> {
  const library = createLibrary();
  const aliases = new Map<string, AliasedFile>();
  const slugs = new Set<string>();
  for (const { slug, file, path, text } of await readFolder(articles, content, config)) {
    slugs.add(slug);
    const { known, paths } = describeText(text, now);
    library.add({ ...known, slug, file });
    const target = `${known.isPublished ? '' : unpublished}${slug}.md`;
    for (const alias of paths) aliases.set(linkKey(alias), { file, path, target });
  }
  const pages = await readFolder(join(content, 'pages'), content, config);
  for (const { slug, file, path, text } of pages) {
    const target = `/${encodeURIComponent(slug)}/`;
    for (const alias of describeText(text, now).paths) aliases.set(linkKey(alias), { file, path, target });
  }
  const authors = await readFolder(join(content, 'authors'), content, config);
  const origins = join(content, originsFile);
  return {
    library,
    slugs,
    aliases,
    pages: new Set(pages.map(({ slug }) => slug)),
    authors: new Set(authors.map(({ text }) => foldKey(fieldOf(text, 'name')))),
    origins: existsSync(origins) ? readOrigins(readFileSync(origins, 'utf8')) : new Map(),
  };
}

async function readFolder(
  folder: string,
  root: string,
  config: Pick<SiteConfig, 'limits'>,
): Promise<{ slug: string; file: string; path: string; text: string }[]> {
  if (!existsSync(folder)) return [];
  const { files } = await findMarkdownFiles(folder, root);
  return files.map((file) => {
    const read = readText(file, config);
    const path = withSlashes(relative(root, file.path));
    return {
      slug: readSlug(file.name, file.bundle).slug,
      file: file.name,
      path,
      text: 'text' in read ? read.text : '',
    };
  });
}

function fieldOf(text: string, field: string): string {
  const parsed = parseFrontMatter(text);
  const value = 'problem' in parsed ? undefined : parsed.frontMatter.data[field];
  return typeof value === 'string' ? value : '';
}

// A file that can't be parsed keeps its slug; its problems are left to `npm run check`.
function describeText(text: string, now: number): { known: Omit<KnownArticle, 'slug' | 'file'>; paths: string[] } {
  const parsed = parseFrontMatter(text);
  if ('problem' in parsed) return { known: { title: '', firstParagraph: '', isPublished: false }, paths: [] };
  const { data, body } = parsed.frontMatter;
  const paths = Array.isArray(data['aliases']) ? data['aliases'].filter((path) => typeof path === 'string') : [];
  const title = typeof data['title'] === 'string' ? data['title'] : '';
  const date = typeof data['date'] === 'string' ? parseDate(data['date']) : 'form';
  if (typeof date === 'string')
    return { known: { title, firstParagraph: firstParagraph(body), isPublished: false }, paths };
  const isDraft = data['draft'] === 'true' || data['draft'] === 'yes';
  return {
    known: { title, date, firstParagraph: firstParagraph(body), isPublished: !isDraft && date.epoch <= now },
    paths,
  };
}

function firstParagraph(body: string): string {
  const isText = (line: string): boolean => line.trim() !== '' && !/^\s*(?:#|!\[)/.test(line);
  const lines = body.split('\n');
  const start = lines.findIndex(isText);
  if (start === -1) return '';
  const end = lines.findIndex((line, index) => index > start && line.trim() === '');
  return lines.slice(start, end === -1 ? undefined : end).join(' ');
}
