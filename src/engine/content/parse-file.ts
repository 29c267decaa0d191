import type { ArticleBody, KeyedArticle } from '../../core/article.ts';
import { createHostCheck } from '../../core/config/picture-hosts.ts';
import type { ParsingConfig } from '../../core/config/site-config.ts';
import { missingCharacters, missingFromArticle } from '../../core/content/font-characters.ts';
import { createMarkdownRenderer } from '../../core/markdown/render.ts';
import { readSlug } from '../../core/content/file-names.ts';
import { type ParsedArticle, parseArticle } from '../../core/content/parse-article.ts';
import { type ParseContext } from '../../core/content/context.ts';
import { type ParsedAuthor, type ParsedTerm, parseAuthor, parseTerm } from '../../core/content/parse-profiles.ts';
import { type ParsedPage, parsePage } from '../../core/content/parse-page.ts';
import { createUrls } from '../../core/urls.ts';
import { type FoundFile, readText } from './find-files.ts';
import { loadFormulaWriter } from './formulas.ts';
import { digestOf } from '../cache/digest.ts';
import { type Asset, createFileFinder, type FileFinder, type FileFolders } from './local-files.ts';
import { createPictureProbe, type FoundPicture } from '../pictures/look-at-file.ts';
import type { PictureFacts } from '../pictures/store.ts';

/**
 * A parsed file with the other files that it needs.
 *
 * @template Stored What is available of an article: in the cache, its body is stored separately.
 */
export type ParsedFile<Stored = KeyedArticle> = (
  | ({ kind: 'article'; article?: Stored | undefined } & Omit<ParsedArticle, 'article'>)
  | ({ kind: 'page' } & ParsedPage)
  | ({ kind: 'author' } & ParsedAuthor)
  | ({ kind: 'section' | 'tag' } & ParsedTerm)
) & {
  file: string;
  assets: readonly Asset[];
  /** The raster pictures that it shows. */
  pictures: readonly FoundPicture[];
  /** Paths of other files that were checked, with their stamps. */
  lookups: readonly (readonly [path: string, stamp: string])[];
  /** Characters that the font lacks; absent if there are none. */
  missing?: string | undefined;
};

/** A file to parse, and its kind. */
export interface FileTask extends FoundFile {
  kind: 'article' | 'page' | 'author' | 'section' | 'tag';
}

/**
 * Create the function that reads and parses the files of one site. Facts about pictures are shared between its calls.
 *
 * Its second argument is what an earlier parse of the file knew about pictures.
 */
export function createFileParser(
  config: ParsingConfig,
  folders: FileFolders,
): (task: FileTask, known?: Pick<ParsedFile, 'pictures'>) => ParsedFile {
  const facts = new Map<string, PictureFacts>();
  const probe = createPictureProbe(config.limits, folders.pictures, facts);
  const urls = createUrls(config.url);
  const render = createMarkdownRenderer({ urls, loadFormulaWriter, isShown: createHostCheck(config) });
  return (task, known) => {
    for (const picture of known?.pictures ?? []) if (picture.facts) facts.set(picture.id, picture.facts);
    const read = readText(task, config);
    const finder = createFileFinder(task.path, folders, probe);
    const { findImage, findFile, findAudio, findCaptions, findDocument, assets, pictures } = finder;
    const context: ParseContext = { config, render, findImage, findFile, findAudio, findCaptions, findDocument };
    const common = { file: task.name, assets, pictures };
    if ('problem' in read) {
      const { slug, problems } = readSlug(task.name, task.bundle);
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
    const file = { path: task.name, bundle: task.bundle, text: read.text };
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
    if (task.kind === 'section' || task.kind === 'tag') {
      const parsed = parseTerm(file, task.kind === 'section' ? 'sections' : 'tags', context);
      const missing = missingCharacters((parsed.term?.title ?? '') + (parsed.term?.html ?? ''));
      return { kind: task.kind, ...parsed, ...common, lookups: [...finder.lookups], missing: missing || undefined };
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

/** Text of an article's file; empty if the file is no longer an article. */
export function bodyOf(file: ParsedFile): ArticleBody {
  return (file.kind === 'article' && file.article?.body) || { html: '', text: '' };
}

/** Fingerprint of everything an article is made from: its text and the files found beside it. */
function contentKeyOf(text: string, { found }: FileFinder): string {
  return digestOf(JSON.stringify([text, found]));
}
