import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { refuse } from './refusals.ts';
import { pageCode } from '../cache/code-key.ts';
import { projectFolder } from '../base/options.ts';
import { isWithin, withSlashes } from '../base/paths.ts';

/** The contents of a finished bundle. */
export interface BundledFiles {
  /** The folder that Vite wrote the code for rendering to. */
  folder: string;
  /** The file below it that exports `openApp`. */
  entry: string;
  /** Files of the project that were bundled and that the key of the code does not cover. */
  inputs: Set<string>;
}

const entryModule = withSlashes(join(projectFolder, 'src/engine/render/page-app.ts'));
const entryName = 'rooznegar-pages.mjs';

/** A plugin of Vite that adds the module which renders pages to Astro's bundle, and notes what was bundled. */
export function pageEntry(bundled: BundledFiles): Plugin {
  return {
    name: 'rooznegar:page-entry',
    enforce: 'pre',
    configResolved: ({ command, mode, isProduction }) => {
      if (command !== 'build') return;
      if (mode !== 'production')
        refuse([`--mode ${mode}: pages are built in the mode «production» only. Leave it out.`]);
      if (!isProduction)
        refuse(['--devOutput: what is published is built with NODE_ENV=production only. Leave it out.']);
    },
    buildStart() {
      if (this.environment.name !== 'prerender') return;
      this.emitFile({ type: 'chunk', id: entryModule, name: 'rooznegar-pages', fileName: entryName });
    },
    generateBundle() {
      for (const id of this.getModuleIds()) {
        const path = resolve(id.split('?', 1)[0]!);
        if (!id.startsWith('\0') && isUncovered(path)) bundled.inputs.add(path);
      }
    },
    writeBundle({ dir }) {
      if (this.environment.name === 'prerender') Object.assign(bundled, { folder: dir, entry: entryName });
    },
  };
}

function isUncovered(path: string): boolean {
  if (!isWithin(path, projectFolder) || path.split(sep).includes('node_modules') || !existsSync(path)) return false;
  const source = join(projectFolder, 'src');
  return !isWithin(path, source) || !pageCode(withSlashes(relative(source, path)));
}
