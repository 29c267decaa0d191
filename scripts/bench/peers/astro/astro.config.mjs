import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';

/** A standard Astro site: a content collection, its pages and the official integrations. */
export default defineConfig({
  site: 'https://example.com',
  trailingSlash: 'always',
  integrations: [sitemap()],
});
