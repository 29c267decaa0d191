import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';
import { fontCharacters } from '../../src/core/content/font-characters.ts';

// The OpenType features that Persian needs; alternates, small capitals and fractions stay behind.
const features = ['ccmp', 'locl', 'isol', 'init', 'medi', 'fina', 'rlig', 'calt', 'liga', 'kern', 'mark', 'mkmk'];
const weights = { min: 400, max: 700, default: 400 };
// The published types do not know `keepFeatures` yet, which a literal in the call would have to answer for.
const options = { targetFormat: 'woff2' as const, variationAxes: { wght: weights }, keepFeatures: features };
const largest = 45_000;

/** The folder of the package `vazirmatn`. */
export const vazirmatn = dirname(fileURLToPath(import.meta.resolve('vazirmatn/package.json')));

/**
 * Cut Vazirmatn down to what a Persian newspaper prints. The same package gives the same bytes.
 *
 * @throws Error if the font is larger than a page can bear.
 */
export async function subsetVazirmatn(): Promise<Uint8Array> {
  const whole = await readFile(join(vazirmatn, 'fonts/webfonts/Vazirmatn[wght].woff2'));
  const font = await subsetFont(whole, fontCharacters, options);
  if (font.length > largest) throw new Error(`The font has ${font.length} bytes; it may have ${largest}.`);
  return font;
}
