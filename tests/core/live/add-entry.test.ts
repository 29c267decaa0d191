import { describe, expect, it } from 'vitest';
import { addEntry, type NewEntry, readNewEntry, seemsTimed } from '../../../src/core/live/add-entry.ts';
import { isOngoing } from '../../../src/core/live/live.ts';
import { makeDate } from '../../support/make-site.ts';

const day = Date.UTC(2026, 10, 29) / 60_000;
const start = day + 12 * 60;
const entry = (changes: Partial<NewEntry> = {}): NewEntry => ({
  title: 'تازه',
  text: '',
  moment: day + 15 * 60 + 5,
  day: '1405/09/08',
  isPinned: false,
  ...changes,
});

describe('addEntry', () => {
  it('adds to the end', () => {
    expect(addEntry('\nمقدمه.\n\n## 14:30 یک\n\nمتن.\n\n\n', entry({ text: 'الف.\n\nب.' }), start)).toBe(
      '\nمقدمه.\n\n## 14:30 یک\n\nمتن.\n\n## 15:05 تازه\n\nالف.\n\nب.\n',
    );
    expect(addEntry('مقدمه.', entry({ isPinned: true }), start)).toBe('مقدمه.\n\n## 15:05 * تازه\n');
  });

  it('adds before the others where the newest comes first', () => {
    expect(addEntry('مقدمه.\n\n## 14:30 دو\n\n## 14:10 یک\n', entry(), start)).toBe(
      'مقدمه.\n\n## 15:05 تازه\n\n## 14:30 دو\n\n## 14:10 یک\n',
    );
  });

  it('writes the day where it is another one', () => {
    const next = entry({ moment: day + 24 * 60 + 10, day: '1405/09/09' });
    expect(addEntry('## 14:30 یک\n', next, start)).toContain('## 1405/09/09 00:10 تازه');
    // The last entry is of that day already.
    expect(addEntry('## 23:30 یک\n\n## 00:05 دو\n', next, start)).toContain('\n## 00:10 تازه');
  });

  it('writes the day where the entry would be read as of the next one', () => {
    const late = entry({ moment: day + 13 * 60 });
    expect(addEntry('## 14:30 یک\n\n## 20:00 دو\n', late, start)).toContain('\n## 1405/09/08 13:00 تازه');
    expect(addEntry('## 14:30 یک\n\n## 15:00 دو\n', late, start)).toContain('\n## 13:00 تازه');
  });

  it('keeps the ends of lines, and is not misled by code', () => {
    expect(addEntry('## 14:30 یک\r\n', entry(), start)).toBe('## 14:30 یک\r\n\r\n## 15:05 تازه\r\n');
    const code = '## 14:30 یک\n\n```\n## 23:00 کد\n```\n';
    expect(addEntry(code, entry(), start)).toBe(`${code}\n## 15:05 تازه\n`);
  });
});

it('readNewEntry reads time, headline and text as they are typed', () => {
  expect(readNewEntry('۱۴:۳۰ باران\n\nمتن یک.\nمتن دو.')).toMatchObject({
    time: { minutes: 870 },
    title: 'باران',
    text: 'متن یک.\nمتن دو.',
  });
  expect(readNewEntry('## 14.30 * باران')).toMatchObject({ time: { minutes: 870, isPinned: true }, title: 'باران' });
  expect(readNewEntry('باران')).toEqual({ time: undefined, title: 'باران', text: '' });
  expect([seemsTimed('25:10 باران'), seemsTimed('۲۵:۱۰'), seemsTimed('12 نفر')]).toEqual([true, true, false]);
});

it('coverage ends at its end, or a day after its last entry', () => {
  const date = makeDate('1405/09/08 12:00');
  const at = (text: string): number => makeDate(text).epoch;
  expect(isOngoing({ date }, at('1405/09/08 13:00'))).toBe(false);
  expect(isOngoing({ date, live: {} }, at('1405/09/09 11:59'))).toBe(true);
  expect(isOngoing({ date, live: {} }, at('1405/09/09 12:00'))).toBe(false);
  const last = makeDate('1405/09/09 10:00');
  expect(isOngoing({ date, live: { last } }, at('1405/09/10 09:59'))).toBe(true);
  expect(isOngoing({ date, live: { last } }, at('1405/09/10 10:00'))).toBe(false);
  const to = makeDate('1405/09/08 18:00');
  expect(isOngoing({ date, live: { last, to } }, at('1405/09/08 17:59'))).toBe(true);
  expect(isOngoing({ date, live: { last, to } }, at('1405/09/08 18:00'))).toBe(false);
  const from = makeDate('1405/09/20 18:00');
  expect(isOngoing({ date, live: { from } }, at('1405/09/21 17:00'))).toBe(true);
});
