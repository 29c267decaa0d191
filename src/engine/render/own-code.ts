import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { projectFolder } from '../base/options.ts';

const own = join(projectFolder, 'src/own');
const ownStyles = join(projectFolder, 'src/styles/own.css');
const replaceable = new Set(['components', 'layouts'].map((name) => join(projectFolder, 'src', name)));

/**
 * Vite plugin: `src/own/Footer.astro` takes the place of `src/components/Footer.astro`, and likewise for every component
 * and layout. Files of `src/own/` still import the original, so that they can wrap it.
 *
 * @param plain Leave out `src/own/` and `src/styles/own.css`.
 */
export function ownCode(plain: boolean): Plugin {
  return {
    name: 'rooznegar-own-code',
    enforce: 'pre',
    resolveId(source, importer) {
      if (plain || importer === undefined || !/^\.{1,2}\/[^?]*\.astro$/.test(source)) return undefined;
      const from = dirname(resolve(importer));
      if (isBelow(own, from)) return undefined;
      const path = resolve(from, source);
      const replacement = join(own, basename(path));
      if (!replaceable.has(dirname(path)) || !existsSync(replacement)) return undefined;
      return replacement.split(sep).join('/');
    },
    load(id) {
      const [path, query] = id.split('?', 2);
      if (!plain || resolve(path!) !== ownStyles) return undefined;
      return query === 'raw' ? 'export default "";' : '';
    },
  };
}

function isBelow(folder: string, path: string): boolean {
  return `${path}${sep}`.startsWith(`${folder}${sep}`);
}
