import { availableParallelism } from 'node:os';
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

/** Work on all tasks, in several threads where there are many. The results are in the order of the tasks. */
export async function runBatches<Task, Setup, Result>(
  { tasks, setup, create, worker, batchSize, isLarge }: BatchWork<Task, Setup, Result>,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Result[]> {
  let done = 0;
  const batches = Array.from({ length: Math.ceil(tasks.length / batchSize) }, (_, index) =>
    tasks.slice(index * batchSize, (index + 1) * batchSize),
  );
  const count = (results: Result[]): Result[] => {
    onProgress((done += results.length), tasks.length);
    return results;
  };
  if (!isLarge) {
    const run = create(setup);
    const results: Result[][] = [];
    for (const batch of batches) results.push(count(await run(batch)));
    return results.flat();
  }
  const pool = await createPool(worker, setup);
  try {
    return (await Promise.all(batches.map(async (batch) => count((await pool.run(batch)) as Result[])))).flat();
  } finally {
    await pool.destroy();
  }
}

/** Start threads for the work of a module. */
export async function createPool(worker: URL, setup: unknown): Promise<Tinypool> {
  const { Tinypool } = await import('tinypool');
  const threads = availableParallelism();
  return new Tinypool({
    filename: worker.href,
    workerData: setup,
    minThreads: threads,
    maxThreads: threads,
    isolateWorkers: false,
  });
}
