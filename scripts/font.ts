import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

// The OpenType features that Persian needs; alternates, small capitals and fractions stay behind.
const features = ['ccmp', 'locl', 'isol', 'init', 'medi', 'fina', 'rlig', 'calt', 'liga', 'kern', 'mark', 'mkmk'];
const weights = { min: 400, max: 700, default: 400 };
// The published types do not know `keepFeatures` yet, which a literal in the call would have to answer for.
const options = { targetFormat: 'woff2' as const, variationAxes: { wght: weights }, keepFeatures: features };
const largest = 45_000;
const folder = join(import.meta.dirname, '../public/fonts');

await makeFont();

/** Cut Vazirmatn down to what a Persian newspaper prints, and lay it beside its licence in `public/fonts`. */
async function makeFont(): Promise<void> {
  const vazirmatn = dirname(fileURLToPath(import.meta.resolve('vazirmatn/package.json')));
  const whole = await readFile(join(vazirmatn, 'fonts/webfonts/Vazirmatn[wght].woff2'));
  const font = await subsetFont(whole, characters(), options);
  if (font.length > largest) throw new Error(`The font has ${font.length} bytes; it may have ${largest}.`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'vazirmatn.woff2'), font);
  await copyFile(join(vazirmatn, 'OFL.txt'), join(folder, 'OFL.txt'));
  console.log(`public/fonts/vazirmatn.woff2: ${font.length} bytes`);
}

/** Every character that the font must hold. */
function characters(): string {
  return [
    range(0x20, 0x7e),
    // The letters, vowel signs and digits of Persian, and the Arabic ones that quotations hold.
    range(0x621, 0x63a),
    range(0x641, 0x655),
    range(0x660, 0x66d),
    '\u0670پچژکگیۀ',
    range(0x6f0, 0x6f9),
    '،؛؟﷼',
    // U+00A0 and U+202F spaces, U+2009 thin space, U+200C half-space, U+200D joiner, U+200E and U+200F direction marks.
    '\u00A0\u202F\u2009\u200C\u200D\u200E\u200F',
    '«»‹›–—…‘’“”•·×÷°±−©®™€£½¼¾²³∞',
  ].join('');
}

function range(first: number, last: number): string {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));
}
