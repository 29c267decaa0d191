import type { RecordFacts } from '../../core/search/pagefind/describe.ts';
import { mapConcurrently } from '../base/concurrently.ts';
import { openThreadWork, otherThreads } from '../base/thread-pool.ts';
import { digestOf } from '../cache/digest.ts';
import { bundleEntries, loadEntry, saveEntry, type SearchMemory } from './memory.ts';
import { type BundleFile, type BundleTask, makeBundle } from './pagefind-bundle.ts';

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

// With fewer articles in all, starting threads takes longer than it saves.
const threadThreshold = 400;

/** Bring the Pagefind indexes of periods up to date. Those whose articles have not changed come from the cache. */
export async function updateBundles(inputs: readonly BundleInput[], memory: SearchMemory): Promise<PeriodBundle[]> {
  const stale = inputs.filter((input) => loadFacts(memory, input) === undefined);
  const isLarge = stale.length > 1 && stale.reduce((sum, { records }) => sum + records.length, 0) > threadThreshold;
  const worker = new URL('./pagefind-worker.ts', import.meta.url);
  const makeElsewhere = openThreadWork<BundleTask, BundleFile[]>(worker);
  // A thread has one Pagefind, which makes one bundle at a time.
  let isBusy = false;
  const make = async (task: BundleTask): Promise<BundleFile[]> => {
    if (isBusy) return makeElsewhere(task);
    isBusy = true;
    return makeBundle(task).finally(() => (isBusy = false));
  };
  // Largest first, so that no thread finishes with it alone.
  const largestFirst = stale.toSorted((a, b) => b.records.length - a.records.length);
  await mapConcurrently(largestFirst, isLarge ? otherThreads + 1 : 1, (input) => refresh(input, memory, make));
  return inputs.map((input) => openBundle(input, loadFacts(memory, input)!, memory));
}

async function refresh(
  input: BundleInput,
  memory: SearchMemory,
  make: (task: BundleTask) => Promise<BundleFile[]> = makeBundle,
): Promise<BundleFile[]> {
  const files = await make({ chunks: input.readChunks(), records: input.records });
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
