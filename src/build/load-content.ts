import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { Tinypool } from 'tinypool';
import type { Article } from '../core/article.ts';
import type { KnownFile } from '../core/check-references.ts';
import type { Problem } from '../core/problem.ts';
import type { StaticPage } from '../core/site.ts';
import { createUrls } from '../core/urls.ts';
import { findMarkdownFiles } from './content-files.ts';
import type { Asset, FileFolders } from './local-files.ts';
import { articlesFolder, type BuildOptions, projectFolder } from './options.ts';
import { createFileParser, type FileTask, type ParsedFile } from './parse-files.ts';
import type { WorkerSetup } from './parse-worker.ts';

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

/** Below this many files, starting threads takes longer than they save. */
const threadThreshold = 400;
const batchSize = 100;

/** Read and parse all files of the content folder, in several threads where there are many. */
export async function loadContent(
  { content, config }: Pick<BuildOptions, 'content' | 'config'>,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Content> {
  const articles = articlesFolder(content);
  const [articleFiles, pageFiles] = await Promise.all(
    [articles, join(content, 'pages')].map(async (folder) =>
      existsSync(folder) ? findMarkdownFiles(folder, content) : { files: [], problems: [] },
    ),
  );
  const tasks: FileTask[] = [
    ...articleFiles!.files.map((file): FileTask => ({ ...file, kind: 'article' })),
    ...pageFiles!.files.map((file): FileTask => ({ ...file, kind: 'page' })),
  ];
  const folders = { content, articles, public: join(projectFolder, 'public'), base: createUrls(config.url).base };
  const parsed = await parseAll(tasks, { config, folders }, onProgress);
  return {
    articles: parsed.flatMap((file) => (file.kind === 'article' && file.article ? [file.article] : [])),
    pages: parsed.flatMap((file) => (file.kind === 'page' && file.page ? [file.page] : [])),
    files: parsed.map(({ kind, slug, file, links, related }) => ({ kind, slug, file, links, related })),
    assets: new Map(parsed.map(({ file, assets }) => [file, assets])),
    publicFiles: await listPublicFiles(folders.public),
    problems: [...articleFiles!.problems, ...pageFiles!.problems, ...parsed.flatMap(({ problems }) => problems)],
  };
}

async function listPublicFiles(folder: string): Promise<string[]> {
  const names = existsSync(folder) ? await readdir(folder, { recursive: true }) : [];
  return names.map((name) => `/${name.split(sep).join('/')}`);
}

async function parseAll(
  tasks: readonly FileTask[],
  setup: { config: BuildOptions['config']; folders: FileFolders },
  onProgress: (done: number, total: number) => void,
): Promise<ParsedFile[]> {
  let done = 0;
  const batches = Array.from({ length: Math.ceil(tasks.length / batchSize) }, (_, index) =>
    tasks.slice(index * batchSize, (index + 1) * batchSize),
  );
  const count = (parsed: ParsedFile[]): ParsedFile[] => {
    onProgress((done += parsed.length), tasks.length);
    return parsed;
  };
  if (tasks.length < threadThreshold) {
    const parse = createFileParser(setup.config, setup.folders);
    const results: ParsedFile[][] = [];
    for (const batch of batches) results.push(count(await parse(batch)));
    return results.flat();
  }
  const pool = createPool(setup);
  try {
    return (await Promise.all(batches.map(async (batch) => count((await pool.run(batch)) as ParsedFile[])))).flat();
  } finally {
    await pool.destroy();
  }
}

function createPool(setup: WorkerSetup): Tinypool {
  const threads = availableParallelism();
  return new Tinypool({
    filename: new URL('./parse-worker.ts', import.meta.url).href,
    workerData: setup,
    minThreads: threads,
    maxThreads: threads,
    isolateWorkers: false,
  });
}
