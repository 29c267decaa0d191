import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Keep the compiled code of the commands that tests run, as `scripts/compile-cache.js` does, and remove it after them.
 * The workers of tests have none: what comes out of it is not counted by `work.ts`.
 */
export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'rooznegar-compiled-'));
  process.env['COMPILED_CODE'] = folder;
  return () => rm(folder, { recursive: true, force: true });
}
