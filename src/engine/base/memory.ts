import { totalmem } from 'node:os';

/** Memory that this process may use, in bytes: the machine's, or what its container allows. */
export function availableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

/** Whether to do one thing after the other, where doing them at once would be faster. */
export const isMemoryShort: boolean = availableMemory() < 2 ** 30;

/** What a first build of a small site with pictures takes, in bytes. With less, it may be killed. */
export const leastMemory: number = 480 * 2 ** 20;
