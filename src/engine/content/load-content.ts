import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Article, ArticleBody } from '../../core/article.ts';
import { parsingConfig } from '../../core/config/site-config.ts';
import { joinFontGaps } from '../../core/content/font-characters.ts';
import { fingerprint } from '../../core/text/hash.ts';
import { findDateSlips } from '../../core/content/check-dates.ts';
import type { Problem } from '../../core/problems/problem.ts';
import { findCopies } from '../../core/content/find-copies.ts';
import { createUrls } from '../../core/urls.ts';
import { cacheFolders, claimCache } from '../cache/cache-folders.ts';
import { codeKey, parsingCode } from '../cache/code-key.ts';
import { type KnownBuckets, readBuckets } from './read-buckets.ts';
import type { Bucket } from './bucket-file.ts';
import type { ContentEntry, StoredArticle } from './bucket-entry.ts';
import { findMarkdownFiles, type FoundFile, listPublicFiles } from './find-files.ts';
import { readComments } from './comment-files.ts';
import { readEditions, readFront, readPopular, readRedirectLines } from './single-files.ts';
import { warnOfAstray, warnOfUnread } from './unread-files.ts';
import { articlesFolder, type BuildOptions } from '../base/options.ts';
import type * as ParseFiles from './parse-file.ts';
import type { FileTask, ParsedFile } from './parse-file.ts';
import type { RefreshSetup } from './refresh-buckets.ts';
import type { Content } from './content.ts';

/**
 * Read the content folder. Unchanged files come from the cache; the others are parsed, in several threads if there are
 * many.
 *
 * @param options With `now`, in milliseconds since 1970-01-01T00:00Z, dates that look mistyped are warnings.
 * @param known Buckets that this process has already read, of the same content and configuration; new ones are added.
 */
export async function loadContent(
  options: Pick<BuildOptions, 'content' | 'publicFolder' | 'config'> & { now?: number },
  onProgress: (done: number, total: number) => void = () => {},
  known: KnownBuckets = new Map(),
): Promise<Content> {
  const { tasks, problems, unread } = await findContentFiles(options.content);
  const setup = setupOf(options);
  const folder = cacheFolders.content(options.content);
  claimCache(folder, { content: options.content });
  const buckets = await readBuckets({ tasks, folder, setup, known }, onProgress);
  const loaded = filesOf(buckets, tasks, createMender(setup));
  const parsed = loaded.map(({ file }) => file);
  const articles = loaded.flatMap(({ article = [] }) => article);
  const redirects = readRedirectLines(options.content, options.config);
  const { front, problems: frontProblems } = await readFront(options.content, options.config);
  const editions = await readEditions(options.content, options.config);
  const popular = readPopular(options.content, options.config);
  const comments = readComments(options.content, options.config, folder);
  return {
    articles,
    pages: parsed.flatMap((file) => (file.kind === 'page' && file.page ? [file.page] : [])),
    authors: parsed.flatMap((file) => (file.kind === 'author' && file.author ? [file.author] : [])),
    termTexts: parsed.flatMap((file) =>
      (file.kind === 'section' || file.kind === 'tag') && file.term ? [file.term] : [],
    ),
    redirectLines: redirects.lines,
    ...(front && { front }),
    ...(editions.files.length > 0 && { editions: editions.files }),
    popular: popular.articles,
    comments: comments.files,
    files: parsed.map(({ kind, slug, file, links, related, siteLinks }) => ({
      kind,
      slug,
      file,
      links,
      related,
      siteLinks,
    })),
    assets: new Map(parsed.map(({ file, assets }) => [file, assets])),
    pictures: new Map(parsed.map(({ file, pictures }) => [file, pictures])),
    publicFiles: await listPublicFiles(setup.folders.public),
    problems: [
      ...problems,
      ...parsed.flatMap((file) => file.problems),
      ...redirects.problems,
      ...frontProblems,
      ...editions.problems,
      ...popular.problems,
      ...comments.problems,
    ],
    warnings: [
      ...parsed.flatMap(({ warnings = [] }) => warnings),
      ...warnOfUnread(unread, () => new Set(parsed.flatMap(({ assets }) => assets.map(({ path }) => path)))),
      ...(await warnOfAstray(options.content)),
      ...findCopies(articles),
      ...comments.warnings,
      ...(options.now === undefined ? [] : findDateSlips(articles, options.now)),
    ],
    notes: parsed.flatMap(({ notes = [] }) => notes),
    fontGap: joinFontGaps(parsed.flatMap(({ missing, file }) => (missing ? [{ characters: missing, file }] : []))),
  };
}

/** Create the function that parses a file again if its text in the cache is damaged. */
function createMender({ config, folders }: RefreshSetup): (task: FileTask, known: StoredFile) => ArticleBody {
  return (task, known) => {
    const { bodyOf, createFileParser } = createRequire(import.meta.url)('./parse-file.ts') as typeof ParseFiles;
    return bodyOf(createFileParser(config, folders)(task, known));
  };
}

/** Find the articles of a content folder, and its texts about authors, sections and tags. */
export async function findContentFiles(
  content: string,
): Promise<{ tasks: FileTask[]; problems: Problem[]; unread: FoundFile[] }> {
  const folders: [FileTask['kind'], string][] = [
    ['article', articlesFolder(content)],
    ['page', join(content, 'pages')],
    ['author', join(content, 'authors')],
    ['section', join(content, 'sections')],
    ['tag', join(content, 'tags')],
  ];
  const found = await Promise.all(
    folders.map(async ([kind, folder]) => {
      if (!existsSync(folder) || (kind !== 'article' && articlesFolder(content) === content))
        return { tasks: [], problems: [], unread: [] };
      const { files, ...rest } = await findMarkdownFiles(folder, content);
      return { tasks: files.map((file): FileTask => ({ ...file, kind })), ...rest };
    }),
  );
  return {
    tasks: found.flatMap(({ tasks }) => tasks),
    problems: found.flatMap(({ problems }) => problems),
    unread: found.flatMap(({ unread }) => unread),
  };
}

function setupOf({
  content,
  publicFolder,
  config,
}: Pick<BuildOptions, 'content' | 'publicFolder' | 'config'>): RefreshSetup {
  const articles = articlesFolder(content);
  const folders = {
    content,
    articles,
    public: publicFolder,
    pictures: cacheFolders.pictures(content),
    base: createUrls(config.url).base,
  };
  return {
    config: parsingConfig(config),
    folders,
    setup: fingerprint(JSON.stringify([parsingConfig(config), folders, codeKey(parsingCode)])),
  };
}

type StoredFile = ParsedFile<StoredArticle>;

interface LoadedFile {
  file: StoredFile;
  /** Only for articles without problems. */
  article?: Article | undefined;
}

function filesOf(
  buckets: readonly (Bucket<ContentEntry> | undefined)[],
  tasks: readonly FileTask[],
  mend: (task: FileTask, known: StoredFile) => ArticleBody,
): LoadedFile[] {
  const byName = new Map(tasks.map((task) => [task.name, task]));
  const loaded = new Map<string, LoadedFile>();
  for (const bucket of buckets) {
    for (const { parsed: file, place, features } of bucket?.entries ?? []) {
      const task = byName.get(file.file);
      const article =
        task && place && features && file.kind === 'article' && file.article
          ? { ...file.article, body: bucket!.bodyAt(place, () => mend(task, file)), features }
          : undefined;
      loaded.set(file.file, { file, article });
    }
  }
  return tasks.map(({ name }) => {
    const file = loaded.get(name);
    if (!file) throw new Error(`The cache has lost ${name}. Build again.`);
    return file;
  });
}
