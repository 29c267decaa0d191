import { defineConfig } from 'astro/config';

// What depends on the newspaper (address, folders, the site itself) comes from src/build/astro.ts.
export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 32 },
  // «jsx» would remove the white space between inline elements on different lines.
  compressHTML: true,
  cacheDir: './.cache/astro',
  devToolbar: { enabled: false },
  telemetry: false,
});
