import { join, resolve, dirname, sep } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { projectFolder } from '../base/options.ts';
import { customFolders, isReplacement, replacementOf } from './custom-files.ts';

const ownStyles = join(projectFolder, 'src/styles/own.css');

/**
 * Vite plugin: `src/custom/Footer.astro` takes the place of `src/components/Footer.astro`, and likewise for every
 * component, layout and slot. What files of `src/custom/` import is always the original, so that they can wrap it.
 *
 * @param plain Leave out `src/custom/` and `src/styles/own.css`.
 */
export function customCode(plain: boolean): Plugin {
  return {
    name: 'rooznegar-custom-code',
    enforce: 'pre',
    resolveId(source, importer) {
      if (plain || importer === undefined || !/^\.{1,2}\/[^?]*\.astro$/.test(source)) return undefined;
      const from = dirname(resolve(importer));
      if (customFolders.some((folder) => isBelow(folder, from))) return undefined;
      return replacementOf(resolve(from, source))?.split(sep).join('/');
    },
    load(id) {
      const [path, query] = id.split('?', 2);
      if (!plain || resolve(path!) !== ownStyles) return undefined;
      return query === 'raw' ? 'export default "";' : '';
    },
    configureServer: (server) => {
      if (plain) return;
      for (const event of ['add', 'unlink'] as const)
        server.watcher.on(event, (path) => {
          if (isReplacement(resolve(path))) resolveAgain(server);
        });
    },
  };
}

/** Make the live preview resolve overrides again. */
function resolveAgain({ environments }: ViteDevServer): void {
  for (const { moduleGraph } of Object.values(environments)) moduleGraph.invalidateAll();
  environments.client.hot.send({ type: 'full-reload' });
}

function isBelow(folder: string, path: string): boolean {
  return `${path}${sep}`.startsWith(`${folder}${sep}`);
}
