import { defineConfig } from 'astro/config';
import { rooznegar } from './src/engine/astro.ts';

// Add plugins of Vite and integrations of your own here; docs/own-pages.md says which can work. The address of the
// newspaper, and all else about it, is in src/config.ts.
export default defineConfig({ integrations: [rooznegar()] });
