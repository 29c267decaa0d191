import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildSample } from './command.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the site that was built from the sample. */
    sampleSite: string;
  }
}

/**
 * Build the sample once for all tests that read it, and remove it after them. While tests are written,
 * `SAMPLE_SITE=DIR` takes a site that was built before.
 */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const ready = process.env['SAMPLE_SITE'];
  if (ready) return void project.provide('sampleSite', ready);
  const folder = await mkdtemp(join(tmpdir(), 'rooznegar-sample-'));
  const out = join(folder, 'dist');
  const result = await buildSample(out);
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 5 });
  if (result.code !== 0) {
    await remove();
    throw new Error(`The sample site could not be built.\n${result.output}`);
  }
  project.provide('sampleSite', out);
  return remove;
}
