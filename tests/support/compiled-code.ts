import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Share a compile cache among the commands that tests run, as `scripts/compile-cache.js` does, and remove it afterwards.
 * Test workers have none: `work.ts` does not count cached code.
 */
export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'rooznegar-compiled-'));
  process.env['COMPILED_CODE'] = folder;
  return () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
