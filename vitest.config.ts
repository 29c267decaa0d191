import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Many tests wait for builds and browsers.
    maxWorkers: '100%',
    // The site of the repository's own content is built once, and only for the tests that read it.
    projects: [
      {
        test: {
          name: 'units',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/sites/**', 'tests/e2e/**', 'tests/hostile/**', 'tests/servers/**'],
          // Property tests run thousands of cases; on a busy machine they take many times as long.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'sites',
          include: ['tests/sites/**/*.test.ts', 'tests/e2e/**/*.test.ts', 'tests/hostile/**/*.test.ts'],
          globalSetup: ['tests/support/sample-site.ts', 'tests/support/chromium.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        // npm run test:servers: only where web servers are installed.
        test: {
          name: 'servers',
          include: ['tests/servers/**/*.test.ts'],
          globalSetup: ['tests/support/chromium.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
