import { describe, expect, it } from 'vitest';
import { parseDate, type NewsDate } from '../../../src/core/dates/news-date.ts';
import { findDateSlips } from '../../../src/core/content/check-dates.ts';

const dateOf = (text: string): NewsDate => {
  const date = parseDate(text);
  if (typeof date === 'string') throw new Error(text);
  return date;
};
const now = dateOf('1405/09/09 12:00').epoch;
const slips = (date: string, updated?: string) =>
  findDateSlips(
    [
      {
        file: 'a.md',
        date: dateOf(date),
        updated: updated === undefined ? undefined : dateOf(updated),
        datePlaces: { date: { line: 3, column: 1 }, updated: { line: 9, column: 1 } },
      },
    ],
    now,
  ).map(({ id, line, values }) => [id, line, values['guess']]);

describe('findDateSlips', () => {
  it.each(['1405/09/09', '1405/12/29', '1406/08/01', '1370/01/01', '2025-10-16', '1360/01/01'])(
    'accepts %s',
    (date) => {
      expect(slips(date)).toEqual([]);
    },
  );

  it.each([
    ['1440/07/20', 'date-future', '1404/07/20'],
    ['1505/07/20', 'date-future', '1405/07/20'],
    ['1540/02/01 10:20', 'date-future', '1404/02/01 10:20'],
    ['2205-10-16', 'date-future', undefined],
    ['1447/04/20', 'date-lunar', '1404/07/20'],
    ['1448/06/19', 'date-lunar', '1405/09/09'],
    ['1305/07/20', 'date-past', '1405/07/20'],
    ['1304/07/20', 'date-past', '1404/07/20'],
    ['0404/07/20', 'date-past', '1404/07/20'],
  ])('reports %s', (date, id, guess) => {
    const [[found, line, guessed] = []] = slips(date);
    expect([found, line]).toEqual([id, 3]);
    if (guess !== undefined)
      expect(Math.abs(dateOf(String(guessed)).epoch - dateOf(guess).epoch)).toBeLessThan(2 * 86_400_000);
    expect(slips(String(guessed))).toEqual([]);
  });

  it('reports updated as well, at its position', () => {
    expect(slips('1404/07/20', '1440/07/21')).toEqual([['date-future', 9, '1404/07/21']]);
  });
});
