import { afterEach, describe, expect, it, vi } from 'vitest';
import { dateAt, formatDate, formatTime } from '../../../src/core/dates/news-date.ts';
import { tehranEpoch, tehranOffset } from '../../../src/core/dates/tehran.ts';
import { makeDate } from '../../support/make-site.ts';

const hour = 3_600_000;
const changes = findChanges(Date.UTC(1946, 0, 1), Date.UTC(2030, 0, 1));

afterEach(() => vi.unstubAllEnvs());

describe("Tehran's clocks", () => {
  it('changed twice in each year with summer time, and never since 2022', () => {
    const byYear = Map.groupBy(changes, (epoch) => new Date(epoch).getUTCFullYear());
    const changedIn = (first: number, last: number): number[] =>
      [...byYear.keys()].filter((year) => year >= first && year <= last);
    expect(changedIn(1991, 2005)).toHaveLength(15);
    expect(changedIn(2006, 2007)).toEqual([]);
    expect(changedIn(2008, 2022)).toHaveLength(15);
    expect(changedIn(2023, 2030)).toEqual([]);
    expect([...byYear].filter(([year, own]) => year > 1979 && own.length !== 2)).toEqual([]);
  });

  it.each([
    ['1314/01/01 12:00', '+03:26'],
    ['1355/06/01 12:00', '+03:30'],
    ['1356/05/01 12:00', '+04:30'],
    ['1356/10/01 12:00', '+04:00'],
    ['1357/03/01 12:00', '+05:00'],
    ['1357/07/01 12:00', '+04:00'],
    ['1358/05/01 12:00', '+04:30'],
    ['1369/05/01 12:00', '+03:30'],
    ['1370/05/01 12:00', '+04:30'],
    ['1386/05/01 12:00', '+03:30'],
    ['1400/05/01 12:00', '+04:30'],
    ['1401/05/01 12:00', '+04:30'],
    ['1401/07/01 12:00', '+03:30'],
    ['1402/05/01 12:00', '+03:30'],
  ])('at %s were ahead of UTC by %s', (text, offset) => {
    expect(makeDate(text).iso.slice(-6)).toBe(offset);
  });

  it('agree with Intl on every hour around each change', () => {
    for (const change of changes) {
      for (let epoch = change - 3 * hour; epoch <= change + 3 * hour; epoch += hour / 4) {
        const date = dateAt(epoch);
        expect(date.iso.slice(0, 19)).toBe(wallClock.format(epoch).replace(' ', 'T'));
        expect(Date.parse(date.iso)).toBe(epoch);
      }
    }
  });

  it('map each hour that occurred once to its moment', () => {
    for (const change of changes) {
      const [before, after] = [tehranOffset(change - 1), tehranOffset(change)].map((minutes) => minutes * 60_000);
      for (const epoch of [change - 3 * hour, change - 2 * hour, change + hour, change + 2 * hour])
        expect(tehranEpoch(epoch + tehranOffset(epoch) * 60_000)).toBe(epoch);
      // Half an hour into the hour that was skipped or repeated.
      const moment = change - Math.sign(before! - after!) * (hour / 2);
      expect(tehranEpoch(moment + before!)).toBe(moment);
    }
  });
});

describe('the days on which the clocks changed', () => {
  it("begin at one o'clock where Nowruz midnight was skipped", () => {
    const date = makeDate('1400/01/02');
    expect(date.iso).toBe('2021-03-22T01:00:00+04:30');
    expect(`${formatDate(date)} ${formatTime(date)}`).toBe('دوشنبه ۲ فروردین ۱۴۰۰ ۰۱:۰۰');
    expect(makeDate('1400/01/01 23:59').iso).toBe('2021-03-21T23:59:00+03:30');
    expect(makeDate('1400/01/02 01:00').epoch - makeDate('1400/01/01 23:59').epoch).toBe(60_000);
  });

  it('take the first of two hours in Shahrivar, and the second if the offset says so', () => {
    expect(makeDate('1400/06/30 22:59').iso).toBe('2021-09-21T22:59:00+04:30');
    expect(makeDate('1400/06/30 23:30').iso).toBe('2021-09-21T23:30:00+04:30');
    expect(makeDate('1400-06-30T23:30:00+03:30').iso).toBe('2021-09-21T23:30:00+03:30');
    expect(makeDate('1400/06/31 00:00').iso).toBe('2021-09-22T00:00:00+03:30');
  });
});

describe("the machine's time zone", () => {
  it.each(['America/Los_Angeles', 'Pacific/Apia', 'Asia/Tehran'])('has no effect: %s', (zone) => {
    vi.stubEnv('TZ', zone);
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
    const date = makeDate('1400/01/02 23:59');
    expect([date.iso, formatDate(date), formatTime(date)]).toEqual([
      '2021-03-22T23:59:00+04:30',
      'دوشنبه ۲ فروردین ۱۴۰۰',
      '۲۳:۵۹',
    ]);
  });
});

const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Tehran',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** List the moments at which the offset changed. */
function findChanges(from: number, to: number): number[] {
  const found: number[] = [];
  for (let epoch = from; epoch < to; epoch += 24 * hour) {
    if (tehranOffset(epoch) === tehranOffset(epoch + 24 * hour)) continue;
    let [low, high] = [epoch, epoch + 24 * hour];
    while (high - low > 60_000) {
      const middle = low + Math.floor((high - low) / 120_000) * 60_000;
      if (tehranOffset(middle) === tehranOffset(low)) low = middle;
      else high = middle;
    }
    found.push(high);
  }
  return found;
}
