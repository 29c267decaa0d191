import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { fontCharacters } from '../../src/core/content/font-characters.ts';

// The OpenType features that Persian needs; alternates, small capitals and fractions are dropped.
const features = ['ccmp', 'locl', 'isol', 'init', 'medi', 'fina', 'rlig', 'calt', 'liga', 'kern', 'mark', 'mkmk'];
const weights = { min: 400, max: 700, default: 400 };
// The published types lack `keepFeatures`; a literal in the call would fail the excess property check.
const options = { targetFormat: 'woff2' as const, variationAxes: { wght: weights }, keepFeatures: features };
const largest = 45_000;

/** Folder of the package `vazirmatn`. */
export const vazirmatn = dirname(fileURLToPath(import.meta.resolve('vazirmatn/package.json')));

/**
 * Subset Vazirmatn to the characters of a Persian newspaper. The same package gives the same bytes.
 *
 * @throws Error if the font exceeds its size limit.
 */
export async function subsetVazirmatn(): Promise<Uint8Array> {
  const whole = await readFile(join(vazirmatn, 'fonts/webfonts/Vazirmatn[wght].woff2'));
  const font = await subsetFont(whole, fontCharacters, options);
  if (font.length > largest) throw new Error(`The font has ${font.length} bytes; at most ${largest} are allowed.`);
  return font;
}
