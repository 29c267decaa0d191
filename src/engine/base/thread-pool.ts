import { availableParallelism } from 'node:os';
import type { ResourceLimits } from 'node:worker_threads';
import { setImmediate } from 'node:timers/promises';
import type { Tinypool } from 'tinypool';

/** Work on many files that can be distributed over threads. */
export interface BatchWork<Task, Setup, Result> {
  tasks: readonly Task[];
  /** Input common to all tasks; must be structured-cloneable. */
  setup: Setup;
  /** Create the function that processes tasks in this thread. */
  create(setup: Setup): (tasks: readonly Task[]) => Promise<Result[]>;
  /** Module for the other threads, started with `setup`: its default export is the same function. */
  worker: URL;
  /** Number of tasks per batch. */
  batchSize: number;
  /** Whether the work is large enough to start threads. */
  isLarge: boolean;
}

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
  const otherThreads = isLarge ? availableParallelism() - 1 : 0;
  const pool = otherThreads > 0 ? await createPool(worker, setup, otherThreads) : undefined;
  const run = async (batch: readonly Task[]): Promise<Result[]> => (await pool!.run(batch)) as Result[];
  const runHere = async (): Promise<void> => processBatches(create(setup));
  const workers = [...Array.from({ length: otherThreads * queuedPerThread }, () => processBatches(run)), runHere()];
  try {
    await Promise.all(workers);
  } finally {
    // On the first error no new batch starts; batches in flight settle before the error is thrown.
    next = batches.length;
    await pool?.destroy();
    await Promise.allSettled(workers);
  }
  return results.flat();
}

/**
 * Start a pool of threads that run the default export of a module.
 *
 * @param resourceLimits Limits of each thread; a thread that exceeds them fails.
 */
export async function createPool(
  worker: URL,
  setup: unknown,
  threads = availableParallelism(),
  resourceLimits: ResourceLimits = {},
): Promise<Tinypool> {
  const { Tinypool } = await import('tinypool');
  return new Tinypool({
    filename: worker.href,
    workerData: setup,
    minThreads: threads,
    maxThreads: threads,
    isolateWorkers: false,
    resourceLimits,
    concurrentTasksPerWorker: queuedPerThread,
  });
}
