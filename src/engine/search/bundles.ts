import type { RecordFacts } from '../../core/search/pagefind/describe.ts';
import { mapConcurrently } from '../base/concurrently.ts';
import { startThread } from '../base/thread.ts';
import { otherThreads } from '../base/thread-pool.ts';
import { digestOf } from '../cache/digest.ts';
import { bundleEntries, loadEntry, saveEntry, type SearchMemory } from './memory.ts';
import { type BundleFile, type BundleTask, makeBundle, missingProgram } from './pagefind-bundle.ts';

/** A period to be indexed by Pagefind. */
export interface BundleInput {
  name: string;
  /** Digests of its chunks. */
  digests: readonly string[];
  readChunks(): readonly Uint8Array[];
  records: readonly RecordFacts[];
}

/** The Pagefind index of a period. */
export interface PeriodBundle {
  files: readonly { path: string; digest: string }[];
  read(path: string): Promise<Uint8Array>;
}

/** What is cached of a bundle, except its bytes. */
interface BundleFacts {
  key: string;
  files: readonly { path: string; size: number; digest: string }[];
}

// Articles for which a thread is worth its start: it goes on while this one is busy.
const threadThreshold = 100;

/**
 * Bring the Pagefind indexes of periods up to date. Those whose articles have not changed come from the cache.
 *
 * @throws MachineError if Pagefind's program does not run on this machine.
 */
export async function updateBundles(inputs: readonly BundleInput[], memory: SearchMemory): Promise<PeriodBundle[]> {
  const stale = inputs.filter((input) => loadFacts(memory, input) === undefined);
  // Largest first, so that no thread finishes with it alone.
  const largestFirst = stale.toSorted((a, b) => b.records.length - a.records.length);
  await mapConcurrently(largestFirst, otherThreads + 1, (input) => refresh(input, memory));
  return inputs.map((input) => openBundle(input, loadFacts(memory, input)!, memory));
}

async function refresh(input: BundleInput, memory: SearchMemory): Promise<BundleFile[]> {
  const task: BundleTask = { chunks: input.readChunks(), records: input.records };
  const worker = new URL('./pagefind-worker.ts', import.meta.url);
  const isLarge = task.records.length > threadThreshold;
  const made = isLarge ? startThread<BundleFile[]>(worker, task)() : makeBundle(task);
  const files = await made.catch((error: unknown) => {
    throw missingProgram(error);
  });
  const described = files.map(({ path, content }) => ({ path, size: content.length, digest: digestOf(content) }));
  const [facts, bytes] = bundleEntries(input.name);
  memory.save(bytes, Buffer.concat(files.map(({ content }) => content)));
  saveEntry<BundleFacts>(memory, facts, { key: keyOf(input), files: described });
  return files;
}

function openBundle(input: BundleInput, { files }: BundleFacts, memory: SearchMemory): PeriodBundle {
  let bytes: Uint8Array | undefined;
  let made: Promise<BundleFile[]> | undefined;
  return {
    files,
    read: async (path) => {
      bytes ??= memory.load(bundleEntries(input.name)[1]);
      const index = files.findIndex((file) => file.path === path);
      const start = files.slice(0, index).reduce((sum, { size }) => sum + size, 0);
      const { size, digest } = files[index]!;
      const content = bytes?.subarray(start, start + size);
      if (content && digestOf(content) === digest) return content;
      // The cache has lost it.
      made ??= refresh(input, memory);
      return (await made).find((file) => file.path === path)!.content;
    },
  };
}

function loadFacts(memory: SearchMemory, input: BundleInput): BundleFacts | undefined {
  const facts = loadEntry<BundleFacts>(memory, bundleEntries(input.name)[0]);
  return facts?.key === keyOf(input) ? facts : undefined;
}

function keyOf({ digests, records }: BundleInput): string {
  return digestOf(JSON.stringify([digests, records]));
}
