import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { fontFilesOf } from '../../core/fonts/families.ts';
import { fontSheet } from '../../core/fonts/sheet.ts';
import { projectFolder } from '../base/options.ts';
import type { BundleInputs } from './bundle-inputs.ts';

const folder = join(projectFolder, 'src/fonts');
const sheet = join(folder, 'fonts.css');
const list = join(folder, 'files.ts');

/**
 * Vite plugin: `src/fonts/fonts.css` and `src/fonts/files.ts` become those of the fonts that the site has chosen, so that
 * their files are bundled under hashed names and no others are published. Their licences are published with them.
 */
export function siteFonts({ config }: Pick<BundleInputs, 'config'>): Plugin {
  const bundled = fontFilesOf(config).filter(({ place }) => place === 'bundled');
  return {
    name: 'rooznegar-fonts',
    enforce: 'pre',
    load(id) {
      const path = resolve(id.split('?', 1)[0]!);
      if (path === sheet)
        return fontSheet(config, ({ place, file }) => (place === 'bundled' ? `./${file}` : `/${file}`));
      return path === list ? moduleOf(bundled.map(({ file }) => file)) : undefined;
    },
    buildStart() {
      if (this.environment.name !== 'client' || this.environment.mode !== 'build') return;
      const families = new Set(bundled.map(({ file }) => file.split('-', 1)[0]!));
      for (const family of families) {
        const name = `${family}-OFL.txt`;
        this.emitFile({ type: 'asset', name, source: readFileSync(join(folder, name)) });
      }
    },
  };
}

/** Write the module `files.ts` for the given files. */
function moduleOf(files: readonly string[]): string {
  const imports = files.map((file, index) => `import file${index} from './${file}?url';`);
  const entries = files.map((file, index) => `${JSON.stringify(file)}: file${index}`);
  return `${imports.join('\n')}\nexport const fontFiles = { ${entries.join(', ')} };`;
}
