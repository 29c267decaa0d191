import { describe, expect, it } from 'vitest';
import { findConfigFaults } from '../../../src/core/config/site-config.ts';
import { faultInPersian } from '../../../src/core/config/fault-words.ts';
import { type FontSettings } from '../../../src/core/config/fonts.ts';
import { fontParts, unicodeRange } from '../../../src/core/fonts/characters.ts';
import { firstFontFiles, fontFilesOf, shareFamily } from '../../../src/core/fonts/families.ts';
import { fontSheet } from '../../../src/core/fonts/sheet.ts';
import { config } from '../../fixtures/sample/config.ts';

const own = { name: 'Kavosh', files: [{ file: 'fonts/k.woff2', weight: '400 700' }] };
const sheetOf = (fonts?: FontSettings): string => fontSheet({ fonts }, ({ file }) => `/x/${file}`);
const variable = (css: string, name: string): string => new RegExp(`:root\\{.*?${name}:([^;}]*)`).exec(css)?.[1] ?? '';

describe('the style sheet of the fonts', () => {
  it('has Vazirmatn in parts, and the font of the device for those who chose it', () => {
    const css = sheetOf();
    expect(css.match(/url\('[^']*'\)/g)).toEqual(
      ['persian', 'latin', 'european', 'rare'].map((part) => `url('/x/vazirmatn-${part}.woff2')`),
    );
    expect(variable(css, '--font')).toMatch(/^'Vazirmatn', 'Vazirmatn Tahoma'/);
    expect(css).not.toContain('--font-headline');
    expect(css).toMatch(/:root\[data-font=device\]\{--font:system-ui/);
  });

  it('has another font for headlines, whose signs come from that of the text', () => {
    const css = sheetOf({ headline: 'naskh' });
    expect(variable(css, '--font-headline')).toMatch(/^'Noto Naskh Headline'.*'Vazirmatn'/);
    expect(css).toContain('h1,h2,h3,h4,h5,h6{font-family:var(--font-headline)}');
  });

  it('is two lines without files, and takes files of one’s own', () => {
    expect(sheetOf({ text: 'system' })).toMatch(/^:root\{--font:system-ui[^}]*\}\n$/);
    const css = sheetOf({ text: { ...own, metrics: { width: [98, 99], ascent: 90, descent: 30 } } });
    expect(css).toContain("font-family:'Kavosh';src:url('/x/fonts/k.woff2') format('woff2');font-weight:400 700");
    // Naskh 109.2 % of Vazirmatn's width, and the own font 98 % of it.
    expect(css).toMatch(/'Kavosh Naskh';[^}]*font-weight:400 500;size-adjust:107%;ascent-override:84\.1%/);
    expect(sheetOf({ text: own })).not.toContain('size-adjust');
  });
});

it('the files of a site are those that it has chosen, and first come those that every page needs', () => {
  const names = (fonts: FontSettings | undefined): string[][] =>
    [fontFilesOf({ fonts }), firstFontFiles({ fonts })].map((files) => files.map(({ file }) => file));
  expect(names(undefined)[1]).toEqual(['vazirmatn-persian.woff2']);
  expect(names({ headline: 'naskh' })[1]).toEqual(['vazirmatn-persian.woff2', 'naskh-bold.woff2']);
  expect(names({ text: 'system' })).toEqual([[], []]);
  expect(names({ text: own })).toEqual([['fonts/k.woff2'], ['fonts/k.woff2']]);
  expect([undefined, { headline: 'naskh' as const }].map((fonts) => shareFamily({ fonts })?.name)).toEqual([
    undefined,
    'Noto Naskh Headline',
  ]);
});

it('ranges hold each character of a part, and no other', () => {
  expect(unicodeRange('abcx')).toBe('U+61-63,U+78');
  for (const part of Object.values(fontParts)) {
    const held = unicodeRange(part)
      .split(',')
      .flatMap((range) => {
        const [first, last = first] = range
          .slice(2)
          .split('-')
          .map((code) => Number.parseInt(code, 16));
        return Array.from({ length: last! - first! + 1 }, (_, index) => String.fromCodePoint(first! + index));
      });
    expect(new Set(held)).toEqual(new Set(part));
  }
});

it.each([
  [{ text: 'arial' }, 'fonts.text: expected one of vazirmatn, system, or { name, files } of your own font'],
  [{ headline: { ...own, name: "a'b" } }, 'fonts.headline.name: expected letters, digits and spaces only'],
  [{ text: { ...own, files: [] } }, 'fonts.text.files: expected at least one file'],
  [
    { text: { name: 'K', files: [{ file: '../k.woff2', weight: 400 }] } },
    'fonts.text.files.0.file: expected the path of a file',
  ],
  [
    { text: { name: 'K', files: [{ file: 'k.ttf', weight: 400 }] } },
    'fonts.text.files.0.file: expected the path of a file',
  ],
  [
    { text: { name: 'K', files: [{ file: 'k.woff2', weight: '700 400' }] } },
    'fonts.text.files.0.weight: expected a weight',
  ],
])('the setting %j is refused in both languages', (fonts, message) => {
  const [fault] = findConfigFaults({ ...config, fonts } as never);
  expect(fault).toContain(message);
  expect(faultInPersian(fault!)).toMatch(/[آ-ی]{3}/);
  expect(faultInPersian(fault!)).not.toContain('expected');
});
