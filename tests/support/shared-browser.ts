import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { findChromium } from './chromium.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the browser of all tests listens. */
    browser: string;
  }
}

/** Start one browser for all tests. It reaches no other machine. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { executablePath, args, env } = await findChromium();
  const server = await chromium.launchServer({
    executablePath,
    args: [...args, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'],
    env: { ...process.env, ...env },
    timeout: 300_000,
  });
  project.provide('browser', server.wsEndpoint());
  return () => server.close();
}
