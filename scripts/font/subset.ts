import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { fontParts, naskhCharacters } from '../../src/core/fonts/characters.ts';
import { iconCodes } from './icon-codes.ts';

// The OpenType features that Persian needs; alternates, small capitals and fractions are dropped.
const features = ['ccmp', 'locl', 'isol', 'init', 'medi', 'fina', 'rlig', 'calt', 'liga', 'kern', 'mark', 'mkmk'];
const weights = { min: 400, max: 700, default: 400 };
// Hinting for old rasterizers and names for design software; browsers use neither.
const unread = ['STAT', 'gasp', 'prep', 'cvt ', 'fpgm'];
// The published types lack some options; a literal in the call would fail the excess property check.
const common = { targetFormat: 'woff2' as const, keepFeatures: features, dropTables: unread, noHinting: true };
const variable = { ...common, variationAxes: { wght: weights } };

const folderOf = (manifest: string): string => dirname(fileURLToPath(manifest));
const vazirmatn = folderOf(import.meta.resolve('vazirmatn/package.json'));
const naskh = folderOf(import.meta.resolve('@fontsource/noto-naskh-arabic/package.json'));
const editor = dirname(fileURLToPath(import.meta.resolve('@sveltia/cms')));
const wholeVazirmatn = join(vazirmatn, 'fonts/webfonts/Vazirmatn[wght].woff2');

/** How `npm run font` makes one file. */
interface FontRecipe {
  source: string;
  characters: string;
  options: typeof common & {
    noLayoutClosure?: boolean;
    variationAxes?: typeof variable.variationAxes | { wght: number };
  };
  /** In bytes. */
  largest: number;
}

const recipes: Readonly<Record<string, FontRecipe>> = {
  'vazirmatn-persian.woff2': vazirmatnPart(fontParts.persian, 22_000),
  'vazirmatn-latin.woff2': vazirmatnPart(fontParts.latin, 10_500),
  'vazirmatn-european.woff2': vazirmatnPart(fontParts.european, 10_000),
  'vazirmatn-rare.woff2': vazirmatnPart(fontParts.rare, 12_000),
  'naskh-bold.woff2': {
    source: join(naskh, 'files/noto-naskh-arabic-arabic-700-normal.woff2'),
    characters: naskhCharacters,
    options: common,
    largest: 13_000,
  },
  // Icons are ligatures of their names: without a closure, only those stay whose own glyph does.
  'icons.woff2': {
    source: join(editor, 'assets/material-symbols-outlined-latin-wght-normal-_Z1IJPLg.woff2'),
    characters: `abcdefghijklmnopqrstuvwxyz0123456789_${iconCharacters()}`,
    options: { ...common, noLayoutClosure: true, variationAxes: { wght: 400 } },
    largest: 20_000,
  },
};

/** Licences of the fonts, and the files of the packages that hold them. */
export const licences: Readonly<Record<string, string>> = {
  'vazirmatn-OFL.txt': join(vazirmatn, 'OFL.txt'),
  'icons-LICENSE.txt': join(editor, 'assets/material-symbols-outlined.LICENSE.txt'),
  'naskh-OFL.txt': join(naskh, 'LICENSE'),
};

/**
 * Make the font files of the site, by name: subsets of the fonts for the characters of a Persian newspaper. The same
 * packages give the same bytes.
 *
 * @throws Error if a file exceeds its size limit.
 */
export async function makeFonts(): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const [name, { source, characters, options, largest }] of Object.entries(recipes)) {
    const font = await subsetFont(await readFile(source), characters, options);
    if (font.length > largest) throw new Error(`${name} has ${font.length} bytes; at most ${largest} are allowed.`);
    files.set(name, font);
  }
  return files;
}

function vazirmatnPart(characters: string, largest: number): FontRecipe {
  return { source: wholeVazirmatn, characters, options: variable, largest };
}

function iconCharacters(): string {
  const codes = iconCodes.trim().split(/\s+/);
  return codes.map((pair) => String.fromCodePoint(Number.parseInt(pair.split(':')[1]!, 16))).join('');
}
