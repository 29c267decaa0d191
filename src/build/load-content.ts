import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Article } from '../core/article.ts';
import type { KnownFile } from '../core/check-references.ts';
import type { Problem } from '../core/problem.ts';
import type { StaticPage } from '../core/site.ts';
import { createUrls } from '../core/urls.ts';
import { runBatches } from './batches.ts';
import { findMarkdownFiles } from './content-files.ts';
import type { Asset } from './local-files.ts';
import { articlesFolder, type BuildOptions, projectFolder } from './options.ts';
import { createFileParser, type FileTask } from './parse-files.ts';

/** Everything that was read from the content folder. */
export interface Content {
  articles: readonly Article[];
  pages: readonly Omit<StaticPage, 'url'>[];
  /** All files, also those with problems. */
  files: readonly KnownFile[];
  /** What each file of the content needs beside it, by the file's name. */
  assets: ReadonlyMap<string, readonly Asset[]>;
  /** Paths of the files of `public/`, from `/`. */
  publicFiles: readonly string[];
  problems: readonly Problem[];
}

/** Read and parse all files of the content folder, in several threads where there are many. */
export async function loadContent(
  { content, config }: Pick<BuildOptions, 'content' | 'config'>,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Content> {
  const { tasks, problems } = await findContentFiles(content);
  const articles = articlesFolder(content);
  const folders = { content, articles, public: join(projectFolder, 'public'), base: createUrls(config.url).base };
  const parsed = await runBatches(
    {
      tasks,
      setup: { config, folders },
      create: ({ config, folders }) => createFileParser(config, folders),
      worker: new URL('./parse-worker.ts', import.meta.url),
    },
    onProgress,
  );
  return {
    articles: parsed.flatMap((file) => (file.kind === 'article' && file.article ? [file.article] : [])),
    pages: parsed.flatMap((file) => (file.kind === 'page' && file.page ? [file.page] : [])),
    files: parsed.map(({ kind, slug, file, links, related }) => ({ kind, slug, file, links, related })),
    assets: new Map(parsed.map(({ file, assets }) => [file, assets])),
    publicFiles: await listPublicFiles(folders.public),
    problems: [...problems, ...parsed.flatMap((file) => file.problems)],
  };
}

/** Find the articles and pages of a content folder. */
export async function findContentFiles(content: string): Promise<{ tasks: FileTask[]; problems: Problem[] }> {
  const [articles, pages] = await Promise.all(
    [articlesFolder(content), join(content, 'pages')].map(async (folder) =>
      existsSync(folder) ? findMarkdownFiles(folder, content) : { files: [], problems: [] },
    ),
  );
  return {
    tasks: [
      ...articles!.files.map((file): FileTask => ({ ...file, kind: 'article' })),
      ...pages!.files.map((file): FileTask => ({ ...file, kind: 'page' })),
    ],
    problems: [...articles!.problems, ...pages!.problems],
  };
}

async function listPublicFiles(folder: string): Promise<string[]> {
  const names = existsSync(folder) ? await readdir(folder, { recursive: true }) : [];
  return names.map((name) => `/${name.split(sep).join('/')}`);
}
