import { expect, it } from 'vitest';
import { readEntryTime } from '../../../src/core/live/entry-time.ts';

const day = Date.UTC(2026, 10, 29);

it.each([
  ['14:30 باران', 870, 'باران'],
  ['۱۴:۳۰ باران', 870, 'باران'],
  ['۱۴.۳۰ باران', 870, 'باران'],
  ['۱۴٫۳۰ باران', 870, 'باران'],
  ['14.30 باران', 870, 'باران'],
  ['ساعت ۹:۰۵ - باران', 545, 'باران'],
  ['09:05: باران', 545, 'باران'],
  ['\u200F14:30\u200F باران', 870, 'باران'],
  ['00:00', 0, ''],
  ['23:59:10 باران', 1439, 'باران'],
  ['14:30 2 کشته', 870, '2 کشته'],
  ['14:30 *تأکید*', 870, '*تأکید*'],
])('reads the time of «%s»', (heading, minutes, rest) => {
  const time = readEntryTime(heading)!;
  expect([time.minutes, time.isPinned, time.day, heading.slice(time.length)]).toEqual([
    minutes,
    false,
    undefined,
    rest,
  ]);
});

it.each(['1405/09/08 14:30 باران', '۱۴۰۵/۰۹/۰۸، ۱۴:۳۰ باران', '2026-11-29 14:30 باران', '1405.9.8 14:30 باران'])(
  'reads the day of «%s»',
  (heading) => {
    expect(readEntryTime(heading)).toMatchObject({ day, minutes: 870 });
  },
);

it('reads what is pinned', () => {
  const heading = '14:30 * راهنما';
  const time = readEntryTime(heading)!;
  expect([time.isPinned, heading.slice(time.length)]).toEqual([true, 'راهنما']);
  expect(readEntryTime('14:30 *')).toMatchObject({ isPinned: true });
});

it.each([
  'باران',
  '24:00 باران',
  '14:60 باران',
  '1405/13/01 14:30 باران',
  '14:3 باران',
  '14:301',
  '12.500 تومان',
  '3-1 برد',
  '',
])('finds no time in «%s»', (heading) => {
  expect(readEntryTime(heading)).toBeUndefined();
});
