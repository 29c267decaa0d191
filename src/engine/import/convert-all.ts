import type { ResourceLimits } from 'node:worker_threads';
import type { HalfSpaceFinder } from '../../core/half-spaces/finder.ts';
import { createPool } from '../base/thread-pool.ts';
import { type Conversion, type ConversionSetup, type ConversionTask, createConverter } from './convert.ts';

/** Records per message to a thread; number of records from which threads are used. */
const [batchSize, manyRecords] = [25, 300];
/** Batches in flight: enough to keep all threads busy, few enough to limit memory. */
const maxInFlight = 8;

/**
 * Limits of a thread, in megabytes: the table of addresses grows with the number of records. Without limits, V8 collects
 * garbage too rarely.
 */
function limitsFor(count: number): ResourceLimits {
  return { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 300 + Math.ceil(count / 1000) };
}

/**
 * Convert a stream of records, in several threads if there are many, and report each result when it is ready. Only a few
 * batches are in memory at a time.
 */
export async function convertAll(
  tasks: AsyncIterable<ConversionTask>,
  setup: ConversionSetup,
  count: number,
  finder: (() => HalfSpaceFinder | undefined) | undefined,
  onResult: (task: ConversionTask, result: Conversion) => void,
): Promise<void> {
  const pool =
    count >= manyRecords
      ? await createPool(new URL('./convert-worker.ts', import.meta.url), setup, { resourceLimits: limitsFor(count) })
      : undefined;
  const here = pool ? undefined : await createConverter(setup, finder);
  const run = async (batch: readonly ConversionTask[]): Promise<Conversion[]> =>
    pool ? ((await pool.run(batch)) as Conversion[]) : here!(batch);
  const inFlight = new Set<Promise<void>>();
  const start = (batch: readonly ConversionTask[]): void => {
    const work = async (): Promise<void> => {
      for (const [at, result] of (await run(batch)).entries()) onResult(batch[at]!, result);
    };
    const settled = work().finally(() => inFlight.delete(settled));
    inFlight.add(settled);
  };
  try {
    let batch: ConversionTask[] = [];
    for await (const task of tasks) {
      batch.push(task);
      if (batch.length < batchSize) continue;
      start(batch);
      batch = [];
      if (inFlight.size >= maxInFlight) await Promise.race(inFlight);
    }
    if (batch.length > 0) start(batch);
    while (inFlight.size > 0) await Promise.race(inFlight);
  } finally {
    await Promise.allSettled(inFlight);
    await pool?.destroy();
  }
}
