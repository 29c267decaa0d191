import type { ArticleBody } from '../core/article.ts';
import type { ParsingConfig } from '../core/config.ts';
import { type BodyPlace, type Bucket, readBucket, writeBucket } from './content-cache.ts';
import { type FileFolders, stampOf } from './local-files.ts';
import { bodyOf, createFileParser, type FileTask, type ParsedFile } from './parse-files.ts';

/** What is remembered of a file of the content; an article's text lies apart. */
export interface ContentEntry {
  parsed: ParsedFile;
  stamp: string;
  /** When the stamp was taken, in milliseconds since 1970-01-01T00:00Z. */
  stamped: number;
}

/** What remembering depends on besides the files. */
export interface RefreshSetup {
  config: ParsingConfig;
  folders: FileFolders;
  /** Stands for the configuration, the folders and the code that parses. */
  setup: string;
}

/** A bucket of the cache and all files that belong in it. */
export interface BucketTask {
  path: string;
  files: readonly FileTask[];
}

/** Tells which files have changed since they were remembered. It looks at each file once. */
export function createFreshness(): (entry: ContentEntry, task: FileTask) => boolean {
  const stamps = new Map<string, string>();
  const isUnchanged = (path: string, stamp: string): boolean => {
    if (!stamps.has(path)) stamps.set(path, stampOf(path));
    return stamps.get(path) === stamp;
  };
  return ({ parsed, stamp, stamped }, { name, kind, path }) =>
    parsed.file === name &&
    parsed.kind === kind &&
    stamp !== '' &&
    !isRecent(stamp, stamped) &&
    isUnchanged(path, stamp) &&
    parsed.lookups.every(([other, known]) => !isRecent(known, stamped) && isUnchanged(other, known));
}

/** Makes the function that brings buckets up to date: files that have changed are parsed, the others are kept. */
export function createBucketRefresher({
  config,
  folders,
  setup,
}: RefreshSetup): (tasks: readonly BucketTask[]) => Promise<number[]> {
  const parse = createFileParser(config, folders);
  const isFresh = createFreshness();
  return async (tasks) =>
    tasks.map(({ path, files }) => {
      const bucket = readBucket<ContentEntry>(path, setup);
      const known = new Map(bucket?.entries.map((entry) => [entry.parsed.file, entry]));
      const entries = files.map((task) => {
        const entry = known.get(task.name);
        return entry && isFresh(entry, task)
          ? keepEntry(entry, bucket!, () => bodyOf(parse(task)))
          : makeEntry(parse, task);
      });
      writeBucket(path, setup, entries);
      return files.length;
    });
}

/** A file could change again within the grain of the clock that stamps it. */
const clockGrain = 50;

function isRecent(stamp: string, stamped: number): boolean {
  const [, modified = 0, changed = 0] = stamp.split(' ').map(Number);
  return Math.max(modified, changed) > stamped - clockGrain;
}

type PlacedEntry = Parameters<typeof writeBucket<ContentEntry>>[2][number];

function keepEntry(
  { place, ...entry }: ContentEntry & { place?: BodyPlace },
  bucket: Bucket<ContentEntry>,
  mend: () => ArticleBody,
): PlacedEntry {
  return { entry, body: place && bucket.bodyAt(place, mend) };
}

function makeEntry(parse: (task: FileTask) => ParsedFile, task: FileTask): PlacedEntry {
  const stamped = Date.now();
  const stamp = stampOf(task.path);
  const parsed = parse(task);
  const article = parsed.kind === 'article' ? parsed.article : undefined;
  if (!article) return { entry: { parsed, stamp, stamped } };
  const { body, ...rest } = article;
  return { entry: { parsed: { ...parsed, article: rest } as ParsedFile, stamp, stamped }, body };
}
