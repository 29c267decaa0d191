import { defineConfig } from 'astro/config';

// What depends on the newspaper (address, folders, the site itself) comes from src/engine/base/astro-settings.ts.
export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 32 },
  // oxfmt breaks lines by the rules of JSX, so white space is kept or dropped by them too: write {' '} where it matters.
  compressHTML: 'jsx',
  // Scripts are files of their own, so that a strict content security policy needs no exception.
  vite: { build: { assetsInlineLimit: 0 } },
  cacheDir: './.cache/astro',
  devToolbar: { enabled: false },
  telemetry: false,
});
