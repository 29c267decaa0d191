import { availableParallelism } from 'node:os';
import type { ResourceLimits } from 'node:worker_threads';
import { setImmediate } from 'node:timers/promises';
import type { Tinypool } from 'tinypool';
import type { ThreadBatch } from './thread-work.ts';

/** Work on many files that can be distributed over threads. */
export interface BatchWork<Task, Setup, Result> {
  tasks: readonly Task[];
  /** Input common to all tasks; must be structured-cloneable. It is sent with each batch. */
  setup: Setup;
  /** Create the function that processes tasks in this thread. */
  create(setup: Setup): (tasks: readonly Task[]) => Promise<Result[]>;
  /** Module for the other threads: its default export does the same as `create`. */
  worker: URL;
  /** Number of tasks per batch. */
  batchSize: number;
  /** Whether the work is large enough to start threads. */
  isLarge: boolean;
}

/** Number of threads besides this one: one for each further core, and at least one. */
export const otherThreads: number = Math.max(1, availableParallelism() - 1);

// Batches queued per thread, so that it does not wait for the next one.
const queuedPerThread = 4;

/** Process all tasks, in several threads if the work is large. Results are in the order of the tasks. */
export async function runBatches<Task, Setup, Result>(
  { tasks, setup, create, worker, batchSize, isLarge }: BatchWork<Task, Setup, Result>,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Result[]> {
  const batches = Array.from({ length: Math.ceil(tasks.length / batchSize) }, (_, index) =>
    tasks.slice(index * batchSize, (index + 1) * batchSize),
  );
  const results: Result[][] = [];
  let [next, done] = [0, 0];
  const processBatches = async (run: (batch: readonly Task[]) => Promise<Result[]>): Promise<void> => {
    while (next < batches.length) {
      const index = next++;
      results[index] = await run(batches[index]!);
      onProgress((done += results[index].length), tasks.length);
      // Lets the event loop hand other threads their next batch.
      await setImmediate();
    }
  };
  const runElsewhere = openThreadWork<readonly Task[], Result[]>(worker, setup);
  const runHere = async (): Promise<void> => processBatches(create(setup));
  const queued = isLarge && availableParallelism() > 1 ? otherThreads * queuedPerThread : 0;
  const workers = [...Array.from({ length: queued }, () => processBatches(runElsewhere)), runHere()];
  try {
    await Promise.all(workers);
  } finally {
    // On the first error no new batch starts; batches in flight settle before the error is thrown.
    next = batches.length;
    await Promise.allSettled(workers);
  }
  return results.flat();
}

let sharedPool: Promise<Tinypool> | undefined;
let works = 0;

/**
 * Begin work in the threads that all work of this process shares: they start with the first batch, and keep the code that
 * they have loaded and compiled from one work to the next. Idle threads end after a while, and do not keep the process alive.
 *
 * @param worker Module whose default export creates the function that processes batches.
 * @param setup Its input; must be structured-cloneable.
 * @returns The function that processes a batch in one of the threads.
 */
export function openThreadWork<Batch, Result>(worker: URL, setup?: unknown): (batch: Batch) => Promise<Result> {
  const work = works++;
  return async (tasks) => {
    const batch: ThreadBatch = { module: worker.href, work, setup, tasks };
    sharedPool ??= createPool(new URL('./thread-work.ts', import.meta.url), undefined, {
      threads: otherThreads,
      idleTimeout,
    });
    return (await (await sharedPool).run(batch)) as Result;
  };
}

/** In milliseconds. */
const idleTimeout = 5000;

/** How the threads of a pool live. */
interface PoolLimits {
  threads?: number | undefined;
  /** Time without work after which a thread ends, in milliseconds; by default, they end with the pool. */
  idleTimeout?: number | undefined;
  /** Limits of each thread; a thread that exceeds them fails. */
  resourceLimits?: ResourceLimits | undefined;
}

/** Start a pool of threads that run the default export of a module. */
export async function createPool(
  worker: URL,
  setup: unknown,
  { threads = availableParallelism(), idleTimeout, resourceLimits = {} }: PoolLimits = {},
): Promise<Tinypool> {
  const { Tinypool } = await import('tinypool');
  return new Tinypool({
    filename: worker.href,
    workerData: setup,
    minThreads: idleTimeout === undefined ? threads : 0,
    maxThreads: threads,
    ...(idleTimeout !== undefined && { idleTimeout }),
    isolateWorkers: false,
    resourceLimits,
    concurrentTasksPerWorker: queuedPerThread,
  });
}
