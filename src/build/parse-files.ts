import type { SiteConfig } from '../core/config.ts';
import { createMarkdownRenderer } from '../core/markdown.ts';
import { type ParseContext, type ParsedArticle, parseArticle, readSlug } from '../core/parse-article.ts';
import { type ParsedPage, parsePage } from '../core/parse-page.ts';
import { createUrls } from '../core/urls.ts';
import { type FoundFile, readText } from './content-files.ts';
import { type Asset, createFileFinder, type FileFinder, type FileFolders, type Size } from './local-files.ts';

/** A parsed file, and the files beside it that it needs. */
export type ParsedFile = (({ kind: 'article' } & ParsedArticle) | ({ kind: 'page' } & ParsedPage)) & {
  file: string;
  assets: readonly Asset[];
};

/** A file to parse, and what it is to become. */
export interface FileTask extends FoundFile {
  kind: 'article' | 'page';
}

/** Make the function that reads and parses files of one site. It remembers the sizes of pictures. */
export function createFileParser(
  config: SiteConfig,
  folders: FileFolders,
): (tasks: readonly FileTask[]) => Promise<ParsedFile[]> {
  const sizes = new Map<string, Size | undefined>();
  let finder: FileFinder;
  // One renderer serves all documents: rendering is synchronous, and the finder is that of the document in hand.
  const render = createMarkdownRenderer({ urls: createUrls(config.url), findImage: (src) => finder.findImage(src) });
  const parse = async (task: FileTask): Promise<ParsedFile> => {
    const read = await readText(task, config);
    finder = createFileFinder(task.path, folders, sizes);
    const { findImage, findFile, assets } = finder;
    const context: ParseContext = { config, render, findImage, findFile };
    const common = { file: task.name, assets };
    if ('problem' in read) {
      const { slug, problems } = readSlug(task.name);
      return { kind: task.kind, slug, problems: [...problems, read.problem], links: [], related: [], ...common };
    }
    const file = { path: task.name, text: read.text };
    return task.kind === 'article'
      ? { kind: 'article', ...parseArticle(file, context), ...common }
      : { kind: 'page', ...parsePage(file, context), ...common };
  };
  return async (tasks) => {
    const parsed: ParsedFile[] = [];
    for (const task of tasks) parsed.push(await parse(task));
    return parsed;
  };
}
