import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../src/core/dates/news-date.ts';
import { guessDate, proposeDates } from '../../../src/core/dates/propose.ts';
import { countRuns } from '../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 14050909);

describe('proposeDates', () => {
  it.each([
    ['24/7/1404', '1404/07/24'],
    ['۲۵/۱۲/۱۴۰۳', '1403/12/25'],
    ['24/7/1404 10.30', '1404/07/24 10:30'],
    ['12/18/2014', '2014-12-18'],
    ['14/03/2025', '2025-03-14'],
    ['14040724', '1404/07/24'],
    ['1404/07-24', '1404/07/24'],
    ['انتشار: ۲۴ مهر ۱۴۰۴', '1404/07/24'],
    ['2025/14/03', '2025-03-14'],
    ['1404/24/07', '1404/07/24'],
    ['1404/13/05', '1404/05/13'],
    ['1404/7/24 10', '1404/07/24 10:00'],
    ['1404/07/24 24:00', '1404/07/25 00:00'],
    ['2025-03-31T24:00', '2025-04-01 00:00'],
    ['1404/12/29T24:00:00', '1405/01/01 00:00'],
    ['14/03/2025 10:30 +02:00', '2025-03-14 10:30 +02:00'],
    ['1720000000', '1403/04/13 13:16'],
    ['۱۷۲۰۰۰۰۰۰۰۰۰۰', '1403/04/13 13:16'],
  ])('reads %s as %s', (text, guess) => {
    expect(proposeDates(text)).toEqual({ dates: [guess], isExact: true });
    expect(typeof parseDate(guess)).toBe('object');
  });

  it.each([
    ['03/04/2025', ['2025-04-03', '2025-03-04']],
    ['3.4.1404', ['1404/04/03', '1404/03/04']],
    ['04/7/24', ['1404/07/24', '2004-07-24', '2024-07-04']],
    ['24/7/04', ['1404/07/24', '2024-07-04', '2004-07-24']],
    ['99/7/24', ['1399/07/24', '1999-07-24']],
    ['25/3/14', ['1414/03/25', '2025-03-14', '2014-03-25']],
  ])('names the readings of %s', (text, dates) => {
    expect(proposeDates(text)).toEqual({ dates, isExact: true });
  });

  it.each([
    ['1404/12/30', '1404/12/29'],
    ['1404/07/24 25:70', '1404/07/24 23:59'],
    ['2025-02-30', '2025-02-28'],
    ['31/02/2025', '2025-02-28'],
  ])('proposes the nearest day or hour for %s, but not as what is written', (text, guess) => {
    expect(proposeDates(text)).toEqual({ dates: [guess], isExact: false });
  });

  it.each(['دیروز', '1404', '2025/3', '', '4/7/3', '1404/07/24 1404/07/25', '24/7/1404 10 20'])(
    'proposes nothing for %s',
    (text) => {
      expect(guessDate(text)).toBeUndefined();
    },
  );

  it(`never drops a number, and never proposes what can't be read (SEED=${seed})`, () => {
    const number = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1350, max: 2040 })).map(String);
    const padded = fc.tuple(number, fc.boolean()).map(([text, isLong]) => (isLong ? text.padStart(2, '0') : text));
    const separator = fc.constantFrom('/', '-', '.', ' ', ':', 'T', ' ساعت ');
    const texts = fc.array(fc.tuple(padded, separator), { minLength: 3, maxLength: 6 });
    let proposed = 0;
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts
          .map(([digits, sign]) => digits + sign)
          .join('')
          .replace(/\D+$/, '');
        if (typeof parseDate(text) !== 'string') return;
        const { dates, isExact } = proposeDates(text);
        for (const date of dates) {
          expect(typeof parseDate(date), `${text} → ${date}`).toBe('object');
          proposed += 1;
          if (!isExact || text.includes('24')) continue;
          const left = (date.match(/\d+/g) ?? []).map(Number);
          for (const digits of text.match(/\d+/g) ?? []) {
            const isThere = left.some((each) => each === Number(digits) || each % 100 === Number(digits));
            expect(isThere, `${text} → ${date}`).toBe(true);
          }
        }
      }),
      { seed, numRuns: countRuns(1500, 12_000) },
    );
    expect(proposed).toBeGreaterThan(countRuns(15, 120));
  });
});
