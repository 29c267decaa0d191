import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName, cleanText, lengthOf, paragraphsOf } from '../../../src/core/comments/clean-text.ts';
import { countRuns } from '../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 14050909);
const written = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        'س',
        'ي',
        'ك',
        'ة',
        'ا',
        'ل',
        '\u0640',
        '\u200C',
        '\u00AD',
        '\u202E',
        '\u0301',
        '\u064B',
        ' ',
        '\n',
        '\r',
        '\u2028',
        '\u0000',
        '\uD800',
        '\u{E0041}',
        '\u115F',
        'A',
        '1',
        '٣',
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join('')),
);

describe('the text of a comment', () => {
  it.each([
    [' سلام   دنيا\r\n\r\n\r\n\r\nبند\u2028دو ', 'سلام دنیا\n\nبند\nدو'],
    ['مي\u200C\u200Cروم', 'می\u200Cروم'],
    ['ab\u202Ecd\u2066ef\u0000', 'abcdef'],
    [`ز${'\u0301'.repeat(300)}`, `ز${'\u0301'.repeat(4)}`],
    ['\u3164\u115F \u{E0041}', ''],
    ['خانهٔ ما 👨‍👩‍👧', 'خانهٔ ما 👨‍👩‍👧'],
  ])('is cleaned: %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it('is split into paragraphs and lines', () => {
    expect(paragraphsOf('یک\nدو\n\nسه')).toEqual([['یک', 'دو'], ['سه']]);
    expect(paragraphsOf('')).toEqual([]);
  });

  it('has a length in code points', () => expect(lengthOf('آ👍')).toBe(2));

  it(`is found to be clean only if it is (seed ${seed})`, () => {
    const parts = ['س', 'ه', 'ی', ' ', '\n', '\u200C', '\u0654', 'A', '۱', '.', '«'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 12 }), (chosen) => {
        const text = chosen.join('');
        // A mark that is dropped has the text looked at closely.
        expect(cleanText(text)).toBe(cleanText(`\u200F${text}`));
        expect(cleanName(text)).toBe(cleanName(`\u200F${text}`));
      }),
      { seed, numRuns: countRuns(1500, 200_000) },
    );
  });

  it(`is clean after one cleaning, whatever it was (seed ${seed})`, () => {
    fc.assert(
      fc.property(written, (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(clean).not.toMatch(
          // oxlint-disable-next-line no-control-regex
          /^\s|\s$|\n{3}|[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\r]/,
        );
        expect(clean.isWellFormed()).toBe(true);
        const name = cleanName(text);
        expect(cleanName(name)).toBe(name);
        expect(name).not.toContain('\n');
      }),
      { seed, numRuns: countRuns(600, 100_000) },
    );
  });
});
