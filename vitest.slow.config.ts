import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { common, fuzzers, siteSetup } from './vitest.config.ts';

/** Tests that try more cases where they are asked to be thorough. */
const scalable = globSync('tests/**/*.test.ts').filter((file) =>
  /isThorough|countRuns|rulesInDark/.test(readFileSync(file, 'utf8')),
);

// npm run test:slow
export default defineConfig({
  test: {
    ...common,
    include: [...new Set([...scalable, ...fuzzers])],
    globalSetup: siteSetup,
    testTimeout: 4 * common.testTimeout,
    provide: { isThorough: true },
  },
});
