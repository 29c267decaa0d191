import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAmbiguousNumbers } from '../../../src/core/numbers/ambiguous-numbers.ts';
import { persianizeDigits } from '../../../src/core/numbers/digits.ts';
import { isDotted, isDottedDate, readDotted } from '../../../src/core/numbers/dotted-numbers.ts';
import { countRuns } from '../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 14050909);
const runs = countRuns(500, 4000);

describe('a dot before three digits', () => {
  it.each([
    ['12.500 تومان', '۱۲.۵۰۰ تومان', ['۱۲٬۵۰۰', '۱۲٫۵۰۰']],
    ['40.000 نفر', '۴۰.۰۰۰ نفر', ['۴۰٬۰۰۰', '۴۰٫۰۰۰']],
    ['بهای ۱۲.۵۰۰ بود', 'بهای ۱۲.۵۰۰ بود', ['۱۲٬۵۰۰', '۱۲٫۵۰۰']],
    ['1.234.567', '۱.۲۳۴.۵۶۷', ['۱٬۲۳۴٬۵۶۷']],
    ['این بخش 12.500 تومان', 'این بخش ۱۲.۵۰۰ تومان', ['۱۲٬۵۰۰', '۱۲٫۵۰۰']],
    ['رشد 12.500%', 'رشد ۱۲.۵۰۰٪', ['۱۲٬۵۰۰', '۱۲٫۵۰۰']],
  ])('in %j is kept, and has two readings', (text, expected, readings) => {
    expect(persianizeDigits(text)).toBe(expected);
    expect(findAmbiguousNumbers(text).map(({ readings }) => readings.map(([, reading]) => reading))).toEqual([
      readings,
    ]);
  });

  it.each([
    '0.125',
    '1234.567 متر',
    'شمارهٔ 12.345',
    'نشانی 192.168.100.200',
    '۱۹۲.۱۶۸.۱۰۰.۲۰۰',
    'Python 3.125',
    'v1.234',
  ])('in %j has one reading', (text) => expect(findAmbiguousNumbers(text)).toEqual([]));
});

describe('a dot', () => {
  it.each([
    ['versions', 'نسخهٔ ۳.۱ و نسخه 3.1', 'نسخهٔ ۳.۱ و نسخه ۳.۱'],
    ['versions after an adjective', 'نسخهٔ تازهٔ آن ۳.۱ است', 'نسخهٔ تازهٔ آن ۳.۱ است'],
    ['products', 'اوبونتو ۱۹.۱۰ و اندروید 4.4 و بلوتوث ۵.۳', 'اوبونتو ۱۹.۱۰ و اندروید ۴.۴ و بلوتوث ۵.۳'],
    ['unknown products', 'توزیع پارسیکس ۱۵.۳ آمد', 'توزیع پارسیکس ۱۵.۳ آمد'],
    ['a zero', 'وب ۲.۰ و صنعت 4.0', 'وب ۲.۰ و صنعت ۴.۰'],
    ['versions of last year', 'نسخهٔ ۳.۱ سال گذشته آمد', 'نسخهٔ ۳.۱ سال گذشته آمد'],
    ['section numbers', '2.1. هدف‌ها', '۲.۱. هدف‌ها'],
    ['section numbers without a full stop', '۲.۱ هدف‌ها', '۲.۱ هدف‌ها'],
    ['section numbers on a later line', 'پایان.\n۲.۲. روش', 'پایان.\n۲.۲. روش'],
    ['references', 'بند ۲.۱ و ۲.۲، جدول‌های ۳.۱ تا ۳.۴', 'بند ۲.۱ و ۲.۲، جدول‌های ۳.۱ تا ۳.۴'],
    ['the other end of a range', 'از نسخهٔ ۲.۱ به ۲.۳ رفت', 'از نسخهٔ ۲.۱ به ۲.۳ رفت'],
    ['a range whose other end is labelled', 'از ۲.۱ تا نسخهٔ ۲.۳', 'از ۲.۱ تا نسخهٔ ۲.۳'],
    ['numbers after a whole label', 'نسخهٔ ۲ تا ۲.۳ و بندهای ۴ و ۴.۱', 'نسخهٔ ۲ تا ۲.۳ و بندهای ۴ و ۴.۱'],
    ['clock times', 'ساعت 10.30 تا ۱۲.۴۵ روز شنبه', 'ساعت ۱۰.۳۰ تا ۱۲.۴۵ روز شنبه'],
    ['clock times before a time of day', 'از ۱۰.۳۰ صبح', 'از ۱۰.۳۰ صبح'],
    ['addresses', '۱۹۲.۱۶۸.۱.۱ و 192.168.1.1', '۱۹۲.۱۶۸.۱.۱ و 192.168.1.1'],
    ['dates', '1404.07.24 و ۱۴۰۴.۷.۲۴ و 24.7.1404', '۱۴۰۴.۰۷.۲۴ و ۱۴۰۴.۷.۲۴ و ۲۴.۷.۱۴۰۴'],
    ['months', 'تا ۱۴۰۴.۰۷ و 2025.10', 'تا ۱۴۰۴.۰۷ و ۲۰۲۵.۱۰'],
    ['telephone numbers', 'تلفن 021.88776655 و 0912.345.67.89', 'تلفن ۰۲۱.۸۸۷۷۶۶۵۵ و 0912.345.67.89'],
    ['ratios, scores and bounds', '۳:۲، ۲-۱، ۵۰/۵۰ و 2.5-3.5', '۳:۲، ۲-۱، ۵۰/۵۰ و ۲.۵-۳.۵'],
  ])('of %s is kept', (_, text, expected) => expect(persianizeDigits(text)).toBe(expected));

  it.each([
    ['۲.۵ درصد', '۲٫۵ درصد'],
    ['2.5 درصدی', '۲٫۵ درصدی'],
    ['این بخش ۲.۵ میلیون نفر دارد', 'این بخش ۲٫۵ میلیون نفر دارد'],
    ['3.14', '۳٫۱۴'],
    ['عدد پی 3.14 است', 'عدد پی ۳٫۱۴ است'],
    ['به 2.5 رسید', 'به ۲٫۵ رسید'],
    ['(۲.۵)', '(۲٫۵)'],
    ['معدل 18.75', 'معدل ۱۸٫۷۵'],
    ['زلزلهٔ ۴.۵ ریشتری', 'زلزلهٔ ۴٫۵ ریشتری'],
    ['۲.۵ تا ۳.۵ سال', '۲٫۵ تا ۳٫۵ سال'],
    ['۲.۱ تا ۲.۳', '۲٫۱ تا ۲٫۳'],
    ['پراید ۲.۱ تا ۲.۳ درصد', 'پراید ۲٫۱ تا ۲٫۳ درصد'],
    ['پراید ۲ تا ۲.۳٪ یا ۲.۱ تا ۲.۳٪', 'پراید ۲ تا ۲٫۳٪ یا ۲٫۱ تا ۲٫۳٪'],
    ['نرخ از ۲.۱ به ۲.۳ رسید', 'نرخ از ۲٫۱ به ۲٫۳ رسید'],
    ['0.5', '۰٫۵'],
    ['رشد 12.5%', 'رشد ۱۲٫۵٪'],
    ['x = 2.5 است', 'x = ۲٫۵ است'],
  ])('of the decimal %j becomes a decimal separator', (text, expected) =>
    expect(persianizeDigits(text)).toBe(expected),
  );
});

it('distinguishes dates from versions', () => {
  expect(['1404.07.24', '24.7.1404', '2025.10.16'].map(isDottedDate)).toEqual([true, true, true]);
  expect(['1.2.3', '1404.13.1', '1404.7', '10.20.30'].map(isDottedDate)).toEqual([false, false, false, false]);
  expect([isDotted('۱.۲'), isDotted('1.'), isDotted('1,2')]).toEqual([true, false, false]);
});

it('inherits the meaning of the previous number', () => {
  const context = { before: 'تا ', after: '', isPercentage: false };
  expect(readDotted('12.45', { ...context, continued: 'label' })).toBe('label');
  expect(readDotted('12.45', { ...context, continued: undefined })).toBe('decimal');
});

describe(`any text with numbers (SEED=${seed}, ${runs} runs)`, () => {
  const number = fc
    .array(fc.nat({ max: 9999 }), { minLength: 1, maxLength: 4 })
    .chain((parts) =>
      fc.constantFrom(
        parts.join('.'),
        parts.map((part) => part.toLocaleString('fa', { useGrouping: false })).join('.'),
      ),
    );
  const scrap = fc.oneof(
    { weight: 2, arbitrary: number },
    fc.constantFrom(
      ...'1،234 ۱۲،۵ ۲،۵۰۰،۱ نسخهٔ اوبونتو ساعت بند رشد از تا و درصد میلیون سال تومان صبح هدف‌ها x Python % ٪ . ، : ( ) - ,'.split(
        ' ',
      ),
    ),
    fc.constantFrom(' ', ' ', '\n'),
  );
  const texts = fc.array(scrap, { maxLength: 12 }).map((parts) => parts.join(''));

  it('is converted idempotently, with the same ambiguous numbers afterwards', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = persianizeDigits(text);
        expect(persianizeDigits(once)).toBe(once);
        expect(findAmbiguousNumbers(once).map(({ readings }) => readings)).toEqual(
          findAmbiguousNumbers(text).map(({ readings }) => readings),
        );
      }),
      { seed, numRuns: runs },
    );
  });

  it('never turns a dot before exactly three digits into a decimal, unless thousands are impossible', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const [found] of persianizeDigits(text).matchAll(/[۰-۹]+٫[۰-۹]{3}(?![۰-۹])/g)) {
          expect(found).toMatch(/^(?:۰|[۰-۹]{4,})٫/);
        }
      }),
      { seed, numRuns: runs },
    );
  });
});
