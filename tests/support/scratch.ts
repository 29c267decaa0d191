import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder for the sites that tests create. */
    scratch: string;
  }
}

/** Create a folder for the sites of all tests, and remove it afterwards. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'rooznegar-tests-'));
  project.provide('scratch', folder);
  return () => rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
