import type { ArticleBody, KeyedArticle } from '../../core/article.ts';
import type { ParsingConfig } from '../../core/config/site-config.ts';
import { missingCharacters, missingFromArticle } from '../../core/content/font-characters.ts';
import { createMarkdownRenderer } from '../../core/markdown/render.ts';
import { type ParsedArticle, parseArticle, readSlug } from '../../core/content/parse-article.ts';
import { type ParseContext } from '../../core/content/context.ts';
import { type ParsedAuthor, parseAuthor } from '../../core/content/parse-author.ts';
import { type ParsedPage, parsePage } from '../../core/content/parse-page.ts';
import { createUrls } from '../../core/urls.ts';
import { type FoundFile, readText } from './find-files.ts';
import { digestOf } from '../cache/digest.ts';
import { type Asset, createFileFinder, type FileFinder, type FileFolders } from './local-files.ts';
import { createPictureLooks, type FoundPicture } from '../pictures/look-at-file.ts';
import type { PictureFacts } from '../pictures/store.ts';

/**
 * A parsed file and the files beside it that it needs.
 *
 * @template Stored How much of an article is at hand: in the cache, its body lies apart.
 */
export type ParsedFile<Stored = KeyedArticle> = (
  | ({ kind: 'article'; article?: Stored | undefined } & Omit<ParsedArticle, 'article'>)
  | ({ kind: 'page' } & ParsedPage)
  | ({ kind: 'author' } & ParsedAuthor)
) & {
  file: string;
  assets: readonly Asset[];
  /** The pictures of pixels that it shows. */
  pictures: readonly FoundPicture[];
  /** The paths of other files that were looked at, with their stamps. */
  lookups: readonly (readonly [path: string, stamp: string])[];
  /** Characters that the font has not; absent where there are none. */
  missing?: string | undefined;
};

/** A file to parse, and what it is to become. */
export interface FileTask extends FoundFile {
  kind: 'article' | 'page' | 'author';
}

/**
 * Make the function that reads and parses a file of one site. It remembers what it saw of pictures.
 *
 * It is given what was known of a file's pictures before, if the file was parsed before.
 */
export function createFileParser(
  config: ParsingConfig,
  folders: FileFolders,
): (task: FileTask, known?: Pick<ParsedFile, 'pictures'>) => ParsedFile {
  const facts = new Map<string, PictureFacts>();
  const look = createPictureLooks(config.limits, folders.pictures, facts);
  const render = createMarkdownRenderer({ urls: createUrls(config.url) });
  return (task, known) => {
    for (const picture of known?.pictures ?? []) if (picture.facts) facts.set(picture.id, picture.facts);
    const read = readText(task, config);
    const finder = createFileFinder(task.path, folders, look);
    const { findImage, findFile, assets, pictures } = finder;
    const context: ParseContext = { config, render, findImage, findFile };
    const common = { file: task.name, assets, pictures };
    if ('problem' in read) {
      const { slug, problems } = readSlug(task.name);
      return {
        ...common,
        kind: task.kind,
        slug,
        problems: [...problems, read.problem],
        links: [],
        related: [],
        lookups: [],
      };
    }
    const file = { path: task.name, text: read.text };
    if (task.kind === 'page') {
      const parsed = parsePage(file, context);
      const missing = parsed.page && missingCharacters(parsed.page.title + parsed.page.html);
      return { kind: 'page', ...parsed, ...common, lookups: [...finder.lookups], missing: missing || undefined };
    }
    if (task.kind === 'author') {
      const parsed = parseAuthor(file, context);
      const { name = '', role = '', html = '' } = parsed.author ?? {};
      const missing = missingCharacters(name + role + html);
      return { kind: 'author', ...parsed, ...common, lookups: [...finder.lookups], missing: missing || undefined };
    }
    const { article, ...parsed } = parseArticle(file, context);
    const missing = article && missingFromArticle(article);
    return {
      kind: 'article',
      ...parsed,
      article: article && { ...article, contentKey: contentKeyOf(read.text, finder) },
      ...common,
      lookups: [...finder.lookups],
      missing: missing || undefined,
    };
  };
}

/** The text of an article's file; empty if the file is no article any more. */
export function bodyOf(file: ParsedFile): ArticleBody {
  return (file.kind === 'article' && file.article?.body) || { html: '', text: '' };
}

/** Fingerprint of all that an article is made from: its text and the files found beside it. */
function contentKeyOf(text: string, { found }: FileFinder): string {
  return digestOf(JSON.stringify([text, found]));
}
