import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runBatches } from '../base/thread-pool.ts';
import { type Bucket, bucketCount, bucketOf, readBucket } from './bucket-file.ts';
import { type ContentEntry, createFreshness, unseenPictures } from './bucket-entry.ts';
import type { FileTask } from './parse-file.ts';
import type { FoundPicture } from '../pictures/look-at-file.ts';
import type { BucketTask, RefreshSetup } from './refresh-buckets.ts';

/** Buckets that a process has read, by path: a preview reads the same content repeatedly. */
export type KnownBuckets = Map<string, Bucket<ContentEntry> | undefined>;

/** Content files to read, and the folder of their buckets. */
interface BucketsToRead {
  tasks: readonly FileTask[];
  folder: string;
  setup: RefreshSetup;
  known: KnownBuckets;
}

/** Read the buckets of content files, refreshing stale ones first. */
export async function readBuckets(
  { tasks, folder, setup, known }: BucketsToRead,
  onProgress: (done: number, total: number) => void,
): Promise<(Bucket<ContentEntry> | undefined)[]> {
  const buckets = bucketsOf(tasks, folder);
  const isFresh = createFreshness();
  const stale = buckets.filter((task) => {
    const bucket = known.get(task.path) ?? readBucket<ContentEntry>(task.path, setup.setup);
    known.set(task.path, bucket);
    return !isBucketFresh(bucket, task, isFresh);
  });
  if (stale.length > 0) await refresh(stale, setup, known, onProgress);
  return buckets.map(({ path }) => known.get(path));
}

/** Parse what has changed, then inspect new pictures and parse the files that show them again. */
async function refresh(
  stale: readonly BucketTask[],
  setup: RefreshSetup,
  known: KnownBuckets,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  await parseAgain(stale, setup, onProgress);
  for (const { path } of stale) known.set(path, readBucket(path, setup.setup));
  const unseen = (path: string): FoundPicture[] =>
    known.get(path)?.entries.flatMap(({ parsed }) => unseenPictures(parsed)) ?? [];
  const waiting = stale.filter(({ path }) => unseen(path).length > 0);
  if (waiting.length === 0) return;
  const { inspectPictures } = await import('../pictures/variants.ts');
  await inspectPictures(
    waiting.flatMap(({ path }) => unseen(path)),
    setup.folders.pictures,
  );
  await refresh(waiting, setup, known, onProgress);
}

// Parsers are slow to load, and a build that parses nothing does not need them.
async function parseAgain(
  stale: readonly BucketTask[],
  setup: RefreshSetup,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const { createBucketRefresher } = await import('./refresh-buckets.ts');
  const count = stale.reduce((sum, { files }) => sum + files.length, 0);
  await runBatches(
    {
      tasks: stale,
      setup,
      create: createBucketRefresher,
      worker: new URL('./parse-worker.ts', import.meta.url),
      batchSize: 1,
      isLarge: count > manyFiles && stale.length > 1,
    },
    (done, total) => onProgress(Math.round((count * done) / total), count),
  );
}

// With fewer files, starting threads takes longer than it saves.
const manyFiles = 400;

/** Assign files to buckets. A bucket file is included as long as it exists, even if it has become empty. */
function bucketsOf(tasks: readonly FileTask[], folder: string): BucketTask[] {
  const buckets = Array.from({ length: bucketCount }, (_, number) => ({
    path: join(folder, `${number}.bin`),
    files: [] as FileTask[],
  }));
  for (const task of tasks) buckets[bucketOf(task.name)]!.files.push(task);
  return buckets.filter(({ path, files }) => files.length > 0 || existsSync(path));
}

function isBucketFresh(
  bucket: Bucket<ContentEntry> | undefined,
  { files }: BucketTask,
  isFresh: (entry: ContentEntry, task: FileTask) => boolean,
): boolean {
  if (bucket?.entries.length !== files.length) return false;
  return files.every((task, index) => isFresh(bucket.entries[index]!, task));
}
