import type { Plugin } from 'vite';

const helper = '\0vite/preload-helper.js';
/**
 * Modules that the search needs for every question: one file compresses better than Vite's chunks. Modules imported on
 * demand, or for one form of the index only, are in other folders. The script of old addresses has `hash.ts` alone.
 */
const search =
  /[\\/]src[\\/](?:core[\\/](?:words|text|search|search[\\/]tables)|client[\\/]search)[\\/](?!hash\.)[\w-]+\.ts$|[\\/]client[\\/]elements\.ts$/;

/** Scripts of other pages that share a module with the search. */
const alone = /[\\/]client[\\/]tag-filter\.ts$/;

/**
 * Vite plugin: modules that are imported on demand get their style sheets by a short function in place of Vite's own,
 * which also preloads scripts and takes 1.2 KB of each page that imports anything on demand. What the search always needs
 * is one file, and the few functions of it that another page needs are bundled for that page again.
 */
export function lazyScripts(): Plugin {
  let base = '/';
  return {
    name: 'rooznegar-lazy-scripts',
    enforce: 'pre',
    apply: 'build',
    config: () => ({
      environments: {
        client: {
          build: {
            modulePreload: false,
            rolldownOptions: {
              output: {
                codeSplitting: {
                  groups: [{ name: 'search', test: (id: string) => search.test(id) }],
                },
              },
            },
          },
        },
      },
    }),
    configResolved(config) {
      base = config.base;
    },
    resolveId: {
      filter: { id: /[\\/]text[\\/]persian\.ts$/ },
      async handler(source, importer) {
        if (!importer || !alone.test(importer)) return undefined;
        const found = await this.resolve(source, importer, { skipSelf: true });
        // Another id makes it another module, outside of the search.
        return found && { ...found, id: `${found.id}?alone` };
      },
    },
    load: { filter: { id: helper }, handler: () => sheetLoader(base) },
  };
}

/** Vite's function, reduced to style sheets. */
function sheetLoader(base: string): string {
  return `const sheets = {};
export const __vitePreload = (load, files = []) => Promise.all(
  files.filter((file) => file.endsWith('.css')).map((file) => sheets[file] ??= new Promise((resolve, reject) => {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'stylesheet', href: ${JSON.stringify(base)} + file, onload: resolve, onerror: reject });
    document.head.append(link);
  })),
).then(load);`;
}
