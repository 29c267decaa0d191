import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findAmbiguousNumbers } from '../../../src/core/numbers/ambiguous-numbers.ts';
import { readCommas } from '../../../src/core/numbers/comma-numbers.ts';
import { persianizeDigits } from '../../../src/core/numbers/digits.ts';
import { toPersianDigits } from '../../../src/core/text/persian.ts';
import { countRuns } from '../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 14050911);
const readingsOf = (text: string): string[][] =>
  findAmbiguousNumbers(text).map(({ readings }) => readings.map(([, reading]) => reading));

it.each([
  ['۱۲،۵۰۰ تومان', '۱۲٬۵۰۰ تومان'],
  ['12،500 نفر', '۱۲٬۵۰۰ نفر'],
  ['۱،۲۳۴،۵۶۷ دلار', '۱٬۲۳۴٬۵۶۷ دلار'],
  ['۱۲۵،۰۰۰ نفر', '۱۲۵٬۰۰۰ نفر'],
  ['از ۱۲،۵۰۰ میلیارد', 'از ۱۲٬۵۰۰ میلیارد'],
])('Persian commas before three digits are thousands separators if a unit follows: %j', (text, expected) => {
  expect(persianizeDigits(text)).toBe(expected);
  expect(findAmbiguousNumbers(text)).toEqual([]);
});

it.each<[string, string[]]>([
  ['بهای آن ۱۲،۵۰۰ بود', ['۱۲٬۵۰۰', '۱۲، ۵۰۰']],
  ['12،500', ['۱۲٬۵۰۰', '۱۲، ۵۰۰']],
  ['اتاق‌های ۱۰۱،۱۰۲،۱۰۳', ['۱۰۱٬۱۰۲٬۱۰۳', '۱۰۱، ۱۰۲، ۱۰۳']],
  ['۱۸۰،۱۸۵ متر', ['۱۸۰٬۱۸۵', '۱۸۰، ۱۸۵']],
  ['۹۵،۱۰۰ نفر', ['۹۵٬۱۰۰', '۹۵، ۱۰۰']],
  ['رشد ۱۲،۵ درصد', ['۱۲٫۵', '۱۲، ۵']],
  ['رشد 2،75٪', ['۲٫۷۵', '۲، ۷۵']],
])('otherwise, or before fewer digits and a unit, they have two readings: %j', (text, readings) => {
  expect(persianizeDigits(text)).toBe(toPersianDigits(text));
  expect(readingsOf(text)).toEqual([readings]);
});

it.each([
  'سال‌های ۱۴۰۱،۱۴۰۲',
  'بندهای ۱،۲،۳',
  'صفحه‌های ۱۲،۲۰۰',
  'تلفن‌ها: ۰۲۱،۰۲۶',
  '۱۲، ۵۰۰ تومان',
  '۱۲،۵۰',
  '۱۲،۵۰۰۰ نفر',
  '۱،۲،۳ درصد',
])('%j is a list', (text) => {
  expect(persianizeDigits(text)).toBe(text);
  expect(findAmbiguousNumbers(text)).toEqual([]);
});

it('decides by the unit before the label', () => {
  const number = '۱۲،۵۰۰';
  expect(readCommas(number, 'بند ', ' تن')).toBe('thousands');
  expect(readCommas(number, 'بند ', '')).toBe('list');
  expect(readCommas(number, '', '')).toBe('ambiguous');
});

it(`asks no more once the writer has followed the advice (SEED=${seed})`, () => {
  const groups = fc
    .tuple(
      fc.integer({ min: 1, max: 999 }),
      fc.array(fc.integer({ min: 100, max: 999 }), { minLength: 1, maxLength: 2 }),
    )
    .map(([first, rest]) => [first, ...rest]);
  fc.assert(
    fc.property(groups, fc.constantFrom('.', '،'), (numbers, mark) => {
      const text = `بها ${numbers.join(mark)} بود`;
      const [found] = findAmbiguousNumbers(text);
      for (const [, reading] of found!.readings) {
        const mended = text.slice(0, found!.start) + reading + text.slice(found!.end);
        expect(findAmbiguousNumbers(mended)).toEqual([]);
        expect(persianizeDigits(mended)).toBe(mended);
      }
    }),
    { seed, numRuns: countRuns(300, 3000) },
  );
});
