import { totalmem } from 'node:os';

/** Memory that this process may use, in bytes: the machine's, or what its container allows. */
export function availableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

/** Whether work should run sequentially to save memory, although running it concurrently would be faster. */
export const isMemoryShort: boolean = availableMemory() < 2 ** 30;

/** Memory that a first build of a small site with pictures needs, in bytes. With less, it may be killed. */
export const leastMemory: number = 480 * 2 ** 20;
