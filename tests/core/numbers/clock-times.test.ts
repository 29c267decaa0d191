import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { persianizeDigits } from '../../../src/core/numbers/digits.ts';
import { isClock } from '../../../src/core/numbers/clock-times.ts';
import { countRuns } from '../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 14050911);

describe('a time of day in a range or list', () => {
  it.each([
    'از ۸.۳۰ تا ۱۰.۴۵ صبح',
    'از ۸.۳۰ تا ۱۰ صبح',
    '۸.۳۰ الی ۱۰.۴۵ صبح',
    'بین ۸.۳۰ و ۱۰ شب',
    '۸.۳۰–۱۰.۴۵ صبح',
    '۸.۳۰، ۱۰.۱۵ و ۱۲.۴۵ ظهر',
    'از ۸.۳۰ تا ۱۰.۴۵\nصبح',
    'از ۸.۳۰ صبح تا ۱۰.۴۵',
    'هر روز از ۸ صبح تا ۱۰.۳۰',
    '۸.۳۰ تا ۱۰ بعد از ظهر',
    'از ۸.۳۰ تا ۱۰.۴۵ دقیقهٔ صبح',
    'از ۸.۳۰ تا ساعت ۱۰',
    '۸:۳۰ تا ۱۰.۴۵',
    'ساعت ۸ تا ۱۰.۳۰',
    'ساعت کاری از ۸.۳۰ تا ۱۶.۳۰ است',
    'ساعت حرکت: ۸.۳۰ و ۱۰.۴۵',
    'ساعت‌های ۸.۳۰، ۱۰.۴۵ و ۱۲.۱۵',
    'شب از ۸.۳۰ تا ۱۰.۴۵',
    'صبح‌ها ۸.۳۰ تا ۱۰.۴۵',
    'پنجشنبه‌ها صبح از ۸.۳۰ تا ۱۰',
    'از ۸.۳۰ تا ۱۰.۴۵ روز شنبه',
  ])('keeps its dot in %j', (text) => expect(persianizeDigits(text)).toBe(text));

  it.each([
    ['۱۲ ساعت گذشته از ۱۲.۵۰ تا ۱۳.۱۰', '۱۲ ساعت گذشته از ۱۲٫۵۰ تا ۱۳٫۱۰'],
    ['قیمت شب از ۱۲.۵۰ به ۱۳.۱۰ رسید', 'قیمت شب از ۱۲٫۵۰ به ۱۳٫۱۰ رسید'],
    ['دمای ۱۲.۵۰ و ۸ شب', 'دمای ۱۲٫۵۰ و ۸ شب'],
    ['عصر پنجشنبه ۸.۳۰ تا ۱۰.۴۵ میلیون تن', 'عصر پنجشنبه ۸٫۳۰ تا ۱۰٫۴۵ میلیون تن'],
    ['از ۲۵.۳۰ تا ۲۸.۴۵ شب', 'از ۲۵٫۳۰ تا ۲۸٫۴۵ شب'],
    ['از ۸.۷۵ تا ۹ شب', 'از ۸٫۷۵ تا ۹ شب'],
    ['تورم از ۸.۳۰ تا ۱۰.۴۵ رفت', 'تورم از ۸٫۳۰ تا ۱۰٫۴۵ رفت'],
    ['از ۸.۳۰ تا ۱۰.۴۵ شبکه', 'از ۸٫۳۰ تا ۱۰٫۴۵ شبکه'],
  ])('is not seen in %j', (text, expected) => expect(persianizeDigits(text)).toBe(expected));

  it('is overridden by a unit, unless «ساعت» precedes it', () => {
    expect(isClock('8.30', 'شب ', ' نفر', true)).toBe(false);
    expect(isClock('8.30', 'ساعت ', ' نفر', true)).toBe(true);
  });

  const time = fc
    .tuple(fc.integer({ min: 0, max: 24 }), fc.option(fc.integer({ min: 10, max: 59 })))
    .map(([hour, minute]) => (minute === null ? `${hour}` : `${hour}.${minute}`));
  const joint = fc.constantFrom(' تا ', ' الی ', ' و ', '، ', ' یا ', '-', ' – ');
  const series = fc
    .array(fc.tuple(time, joint), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.flat().slice(0, -1).join(''));
  const words = fc.constantFrom('صبح', 'بامداد', 'ظهر', 'عصر', 'شب', 'بعدازظهر', 'بعد از ظهر', 'نیمه‌شب');
  const heads = fc.constantFrom('ساعت ', 'در ساعت‌های ', 'ساعت کاری از ', 'ساعات بازدید: ');

  it(`is recognised by a word after or before the series (SEED=${seed})`, () => {
    fc.assert(
      fc.property(series, words, heads, fc.constantFrom('', 'از ', 'بین ', 'برنامه '), (times, word, head, opener) => {
        expect(persianizeDigits(`${opener}${times} ${word} است`)).not.toContain('٫');
        expect(persianizeDigits(`${head}${times} است`)).not.toContain('٫');
      }),
      { seed, numRuns: countRuns(500, 4000) },
    );
  });
});
