import fc from 'fast-check';
import { toJalaali } from 'jalaali-js';
import { describe, expect, it } from 'vitest';
import { findInArchive } from '../../../../src/core/search/on-demand/archive-link.ts';
import { findDate, formatDay } from '../../../../src/core/search/on-demand/dates.ts';
import { findLongNumbers } from '../../../../src/core/search/on-demand/numbers.ts';
import { splitList } from '../../../../src/core/site/numbered-pages.ts';
import { toPersianDigits } from '../../../../src/core/text/persian.ts';
import { findWords } from '../../../../src/core/words/words.ts';

const seed = 1404;
const dateOf = (question: string) => {
  const found = findDate(findWords(question), question);
  return found && [found.year, found.month, found.day];
};

describe('findDate', () => {
  const day = [1399, 5, 29];
  it.each([
    '1399/05/29',
    '۱۳۹۹/۵/۲۹',
    '١٣٩٩-٠٥-٢٩',
    '99/5/29',
    '29/5/1399',
    '۲۹-۵-۹۹',
    '۲۹ مرداد ۹۹',
    '۲۹ مرداد ۱۳۹۹',
    '29 مردادماه سال 1399',
    'استقلال ۲۹ مرداد ۱۳۹۹ تهران',
    '2020-08-19',
    '۱۹ اوت ۲۰۲۰',
  ])('reads %s', (question) => expect(dateOf(question)).toEqual(day));

  it('treats names of object properties as words', () => {
    for (const word of ['constructor', '__proto__', 'toString', 'hasOwnProperty'])
      expect(dateOf(`${word} ۹۹`)).toBe(undefined);
  });

  it.each([
    ['a month', 'مرداد ۹۹', [1399, 5, undefined]],
    ['a day of any year', '۲۲ بهمن', [undefined, 11, 22]],
    ['the new century', '۱ مهر ۰۴', [1404, 7, 1]],
  ])('reads %s', (_, question, parts) => expect(dateOf(question)).toEqual(parts));

  it.each(['۵/۲ درصد', '1/2/3/4/5', 'مهر', 'تیر خلاص', 'لیگ ۹۸/۹۹', '1399/13/01', '5.2', '۲۰ نفر', '45 مهر', 'ورزش ۳'])(
    'finds no date in %s',
    (question) => expect(dateOf(question)).toBeUndefined(),
  );

  it(`converts every Gregorian day as jalaali-js does (seed ${seed})`, () => {
    const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = iso.split('-').map(Number) as [number, number, number];
        const { jy, jm, jd } = toJalaali(year, month, dayOfMonth);
        expect(dateOf(iso)).toEqual([jy, jm, jd]);
        expect(dateOf(formatDay({ year: jy, month: jm, day: jd }))).toEqual([jy, jm, jd]);
      }),
      { seed },
    );
  });
});

describe('findLongNumbers', () => {
  const spellingsOf = (question: string): string[] =>
    findLongNumbers(findWords(question), question).flatMap(({ spellings }) =>
      spellings.map((terms) => terms.map(({ surface }) => surface).join('')),
    );

  it.each([
    ['021-88776655', '02188776655'],
    ['۰۲۱ ۸۸۷۷ ۶۶۵۵', '02188776655'],
    ['(۰۲۱) ۸۸۷۷۶۶۵۵', '02188776655'],
    ['+98 21 8877 6655', '02188776655'],
    ['00982188776655', '02188776655'],
    ['0912 345 6789', '09123456789'],
  ])('reads %s', (question, number) => expect(spellingsOf(question)).toContain(number));

  it.each(['۵/۲', '۱۲ نفر ۳۰ کشور', '۱۳۹۹', '2020 2021'])('takes %s for no long number', (question) =>
    expect(spellingsOf(question)).toEqual([]),
  );

  it(`finds a number in any usual grouping of itself (seed ${seed})`, () => {
    const groups = fc.constantFrom([11], [4, 7], [3, 8], [4, 3, 4], [3, 4, 4]);
    fc.assert(
      fc.property(fc.stringMatching(/^0[1-9]\d{9}$/), groups, groups, fc.boolean(), (number, a, b, isPersian) => {
        const write = (lengths: readonly number[], separator: string): string => {
          let at = 0;
          return lengths.map((length) => number.slice(at, (at += length))).join(separator);
        };
        const asked = isPersian ? toPersianDigits(write(a, '-')) : write(a, ' ');
        const written = findWords(write(b, ' ')).map(({ surface }) => surface);
        const [found] = findLongNumbers(findWords(asked), asked);
        expect(found!.spellings.map((terms) => terms.map(({ surface }) => surface))).toContainEqual(written);
      }),
      { seed },
    );
  });
});

describe('findInArchive', () => {
  it(`leads to the page with the newest article of the day (seed ${seed})`, () => {
    const days = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 9 })), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 6 }), fc.nat(), (pairs, size, pick) => {
        const numbers = pairs.map(([month, day]) => 14_040_000 + month * 100 + day).toSorted();
        const asked = numbers[pick % numbers.length]!;
        const [month, day] = [Math.floor(asked / 100) % 100, asked % 100];
        const ofMonth = numbers.filter((each) => Math.floor(each / 100) % 100 === month).toReversed();
        const { newest, pages } = splitList(ofMonth, size);
        const page = pages.findLastIndex((each) => each.includes(asked)) + 1;
        const path = `1404/0${month}/${newest.includes(asked) ? '' : `page/${page}/`}#day-${day}`;
        expect(findInArchive(numbers, { year: 1404, month, day }, size)).toMatchObject({
          path,
          count: numbers.filter((each) => each === asked).length,
        });
        expect(findInArchive(numbers, { month, day }, size)).toMatchObject({ year: 1404, path });
      }),
      { seed },
    );
  });

  it('leads to the month where the day has no articles, and nowhere without a month', () => {
    expect(findInArchive([14_040_701], { year: 1404, month: 7, day: 2 }, 10)).toMatchObject({
      count: 0,
      path: '1404/07/',
    });
    expect(findInArchive([14_040_701], { year: 1404, month: 8, day: 2 }, 10)).toBeUndefined();
  });
});
