import { join } from 'node:path';
import type { Plugin } from 'vite';
import { persianStrings } from '../../core/admin/persian-strings.ts';
import { projectFolder } from '../base/options.ts';
import { UsageError } from '../base/errors.ts';
import { withSlashes } from '../base/paths.ts';
import { applyPatches } from './patches.ts';

const empty = '\0rooznegar-empty';
const icons = withSlashes(join(projectFolder, 'src/fonts/icons.woff2'));
const splitter = withSlashes(join(projectFolder, 'src/admin/split-matter.ts'));

/**
 * Vite plugin: the editor with our patches and Persian texts, and without what a newspaper does not need: other
 * languages, colours for code, maps, and programs that optimise drawings.
 */
export function editorPlugin(): Plugin {
  return {
    name: 'rooznegar-admin',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (source === 'gray-matter') return splitter;
      if (source === 'decode-named-character-reference') {
        // The package's own choice for browsers needs a document, which workers lack.
        const found = await this.resolve(source, importer, { ...options, skipSelf: true });
        return found?.id.replace('index.dom.js', 'index.js');
      }
      if (importer?.includes('@sveltia/cms') && isUnused(source)) return empty;
      return undefined;
    },
    load: (id) => (id === empty ? 'export default []; export const optimize = undefined;' : undefined),
    transform: {
      filter: { id: /@sveltia[\\/]cms[\\/](?:npm[\\/]index\.js|locales[\\/]fa\.json)$/ },
      handler: (code, id) =>
        id.endsWith('.json')
          ? { code: withOwnStrings(code), map: null }
          : { code: withOwnIcons(applyPatches(code)), map: null },
    },
  };
}

/** The icons that the editor uses, in place of a font of 750 KB with all of them. */
function withOwnIcons(code: string): string {
  const parts = code.split('`assets/material-symbols-outlined-latin-wght-normal-_Z1IJPLg.woff2`');
  if (parts.length !== 2) throw new UsageError('@sveltia/cms: its font of icons was not found.');
  return `import rooznegarIcons from ${JSON.stringify(`${icons}?url`)};\n${parts.join('rooznegarIcons')}`;
}

function isUnused(source: string): boolean {
  if (/^@shikijs\/(?:langs|themes)\//.test(source) || /^(?:svgo|leaflet|terra-draw)/.test(source)) return true;
  return /^\.\.\/locales\/(?!fa\.json)/.test(source) || /heic/.test(source);
}

/** Add our texts to the package’s file of Persian ones. */
export function withOwnStrings(json: string): string {
  const strings = JSON.parse(json) as Record<string, unknown>;
  for (const [name, text] of Object.entries(persianStrings)) {
    const path = name.split('.');
    const last = path.pop()!;
    let group = strings;
    for (const part of path) group = (group[part] ??= {}) as Record<string, unknown>;
    group[last] ??= text;
  }
  return JSON.stringify(strings);
}
