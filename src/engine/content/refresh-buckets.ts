import type { ArticleBody } from '../../core/article.ts';
import type { ParsingConfig } from '../../core/config/site-config.ts';
import { relatedFeatures } from '../../core/related/features.ts';
import { writeWordCounts } from '../../core/words/word-counts.ts';
import { findTerms } from '../../core/words/words.ts';
import { type Bucket, type BucketItem, readBucket, writeBucket } from './bucket-file.ts';
import { type ContentEntry, createFreshness } from './bucket-entry.ts';
import { stampOf } from '../cache/file-stamp.ts';
import type { FileFolders } from './local-files.ts';
import { bodyOf, createFileParser, type FileTask, type ParsedFile } from './parse-file.ts';

/** What the cache depends on besides the files. */
export interface RefreshSetup {
  config: ParsingConfig;
  folders: FileFolders;
  /** Fingerprint of the configuration, the folders and the parsing code. */
  setup: string;
}

/** A bucket of the cache with all its files. */
export interface BucketTask {
  path: string;
  files: readonly FileTask[];
}

/** Create the function that refreshes buckets: changed files are parsed, the others are kept. */
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
      const items = files.map((task) => {
        const entry = known.get(task.name);
        return entry && isFresh(entry, task)
          ? keepEntry(entry, bucket!, () => bodyOf(parse(task, entry.parsed)))
          : makeEntry(parse, task);
      });
      writeBucket(path, setup, items.map(withFeatures));
      return files.length;
    });
}

function keepEntry(
  { place, features, ...entry }: Bucket<ContentEntry>['entries'][number],
  bucket: Bucket<ContentEntry>,
  mend: () => ArticleBody,
): BucketItem<ContentEntry> {
  return { entry, features, body: place && bucket.bodyAt(place, mend) };
}

function makeEntry(parse: (task: FileTask) => ParsedFile, task: FileTask): BucketItem<ContentEntry> {
  const stamped = Date.now();
  const stamp = stampOf(task.path);
  const parsed = parse(task);
  if (parsed.kind !== 'article' || !parsed.article) return { entry: { parsed, stamp, stamped } };
  const { body, ...article } = parsed.article;
  return { entry: { parsed: { ...parsed, article }, stamp, stamped }, body };
}

// Applied to whole buckets: parser and analyser both use tables that fill the processor's cache, and alternating
// between them takes a fifth longer.
function withFeatures(item: BucketItem<ContentEntry>): BucketItem<ContentEntry> {
  const { entry, body } = item;
  if (item.features || !body || entry.parsed.kind !== 'article' || !entry.parsed.article) return item;
  const words = findTerms(body.text);
  const features = relatedFeatures({ ...entry.parsed.article, text: body.text }, words);
  return { ...item, features, body: { ...body, words: writeWordCounts(words) } };
}
