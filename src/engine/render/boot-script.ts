import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/**
 * Vite plugin: minify `client/boot.js`. Vite itself minifies only modules, and this script must run before they do.
 */
export function bootScript(): Plugin {
  return {
    name: 'rooznegar-boot-script',
    enforce: 'pre',
    apply: 'build',
    load: {
      filter: { id: /[\\/]client[\\/]boot\.js\?url$/ },
      async handler(id) {
        // Loading it takes a fifth of a second, which builds without a new bundle need not wait for.
        const { minify } = await import('vite');
        const { code } = await minify('boot.js', readFileSync(id.split('?', 1)[0]!, 'utf8'));
        const asset = this.emitFile({ type: 'asset', name: 'boot.js', source: code });
        // The placeholder format of Vite's asset plugin.
        return `export default ${JSON.stringify(`__VITE_ASSET__${asset}__`)};`;
      },
    },
  };
}
