import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Whether tests try as much as fits into minutes, and not into seconds. */
    isThorough: boolean;
  }
}

/** Milliseconds after which only what hangs is still at work, however busy the machine is. */
const patience = 900_000;
/** What holds for all tests. */
export const common = {
  testTimeout: patience,
  hookTimeout: patience,
  expect: { poll: { timeout: patience / 3, interval: 50 } },
  provide: { isThorough: false },
};

/** Long fuzzers, which `npm run test:slow` runs. */
export const fuzzers = [
  'tests/core/growth.test.ts',
  'tests/hostile/hostile.test.ts',
  'tests/sites/killed-builds.test.ts',
  'tests/sites/scale.test.ts',
];

/** The editor in Chromium, which `npm run test:editor` runs: each of its pages takes seconds to start. */
const editor = ['tests/e2e/admin*.test.ts'];

/** Setup of tests that build sites. The order matters: building the sample uses the compile cache. */
export const siteSetup = ['compiled-code', 'sample-site', 'shared-browser', 'scratch'].map(
  (name) => `tests/support/${name}.ts`,
);

const withoutSample = siteSetup.filter((file) => !file.includes('sample-site'));

export default defineConfig({
  test: {
    // Many tests wait for builds and browsers.
    maxWorkers: availableParallelism() + 1,
    // Reloading the modules for each file takes longer than many tests, so files are not isolated.
    // The site of the repository's own content is built once, and only for the tests that read it.
    projects: [
      {
        test: {
          ...common,
          name: 'units',
          isolate: false,
          include: ['tests/**/*.test.ts'],
          exclude: ['sites', 'e2e', 'hostile', 'template', 'servers'].map((room) => `tests/${room}/**`).concat(fuzzers),
        },
      },
      {
        test: {
          ...common,
          name: 'sites',
          isolate: false,
          include: ['tests/sites/**/*.test.ts', 'tests/e2e/**/*.test.ts', 'tests/hostile/**/*.test.ts'],
          exclude: [...fuzzers, ...editor],
          globalSetup: siteSetup,
        },
      },
      {
        // npm run test:template: each build bundles all pages anew.
        test: {
          ...common,
          name: 'template',
          isolate: false,
          include: ['tests/template/**/*.test.ts'],
          globalSetup: siteSetup,
        },
      },
      {
        test: { ...common, name: 'editor', isolate: false, include: editor, globalSetup: withoutSample },
      },
      {
        // npm run test:servers: only where web servers are installed.
        test: {
          ...common,
          name: 'servers',
          include: ['tests/servers/**/*.test.ts'],
          globalSetup: withoutSample,
        },
      },
    ],
  },
});
