import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { Tinypool } from 'tinypool';

/** Work on many files that can be shared among threads. */
export interface BatchWork<Task, Setup, Result> {
  tasks: readonly Task[];
  /** What the work needs to know; it must be clonable. */
  setup: Setup;
  /** Makes what works on files, in this thread. */
  create(setup: Setup): (tasks: readonly Task[]) => Promise<Result[]>;
  /** The module whose default export does the same in other threads, started with `setup`. */
  worker: URL;
  /** How many tasks a thread takes at a time. */
  batchSize: number;
  /** Whether the work is worth starting threads for. */
  isLarge: boolean;
}

/** Tasks that a thread is given at a time: it need not wait for the next one. */
const togetherCount = 4;

/** Work on all tasks, in several threads where there are many. The results are in the order of the tasks. */
export async function runBatches<Task, Setup, Result>(
  { tasks, setup, create, worker, batchSize, isLarge }: BatchWork<Task, Setup, Result>,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Result[]> {
  const batches = Array.from({ length: Math.ceil(tasks.length / batchSize) }, (_, index) =>
    tasks.slice(index * batchSize, (index + 1) * batchSize),
  );
  const results: Result[][] = [];
  let [next, done] = [0, 0];
  const takeTurns = async (run: (batch: readonly Task[]) => Promise<Result[]>): Promise<void> => {
    while (next < batches.length) {
      const index = next++;
      results[index] = await run(batches[index]!);
      onProgress((done += results[index].length), tasks.length);
      // Other threads are waiting for their next batch.
      await setImmediate();
    }
  };
  const otherThreads = isLarge ? availableParallelism() - 1 : 0;
  const pool = otherThreads > 0 ? await createPool(worker, setup, otherThreads) : undefined;
  const run = async (batch: readonly Task[]): Promise<Result[]> => (await pool!.run(batch)) as Result[];
  const own = async (): Promise<void> => takeTurns(create(setup));
  const turns = [...Array.from({ length: otherThreads * togetherCount }, () => takeTurns(run)), own()];
  try {
    await Promise.all(turns);
  } finally {
    // After a failure nobody begins another batch, and what was begun is over when this returns.
    next = batches.length;
    await pool?.destroy();
    await Promise.allSettled(turns);
  }
  return results.flat();
}

/** Start threads for the work of a module. */
export async function createPool(worker: URL, setup: unknown, threads = availableParallelism()): Promise<Tinypool> {
  const { Tinypool } = await import('tinypool');
  return new Tinypool({
    filename: worker.href,
    workerData: setup,
    minThreads: threads,
    maxThreads: threads,
    isolateWorkers: false,
    concurrentTasksPerWorker: togetherCount,
  });
}
