import { availableParallelism } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { runBatches } from '../../../src/engine/base/thread-pool.ts';

const worker = new URL('./failing-worker.ts', import.meta.url);

describe('runBatches', () => {
  it('returns results in the order of the tasks', async () => {
    const tasks = Array.from({ length: 10 }, (_, index) => index);
    const create = () => async (batch: readonly number[]) => batch.map((task) => task * 2);
    const work = { tasks, setup: undefined, create, worker, batchSize: 3, isLarge: false };
    const reports: number[] = [];
    expect(await runBatches(work, (done) => reports.push(done))).toEqual(tasks.map((task) => task * 2));
    expect(reports).toEqual([3, 6, 9, 10]);
  });

  it.runIf(availableParallelism() > 1)('starts no more work once a batch has failed in another thread', async () => {
    let begun = 0;
    const create = () => async (batch: readonly number[]) => {
      begun++;
      await setTimeout(20);
      return [...batch];
    };
    const tasks = Array.from({ length: 2000 }, (_, index) => index);
    const work = { tasks, setup: undefined, create, worker, batchSize: 1, isLarge: true };
    await expect(runBatches(work)).rejects.toThrow('failed in another thread');
    const before = begun;
    expect(before).toBeLessThan(tasks.length);
    await setTimeout(100);
    expect(begun).toBe(before);
  });
});
