import { expect, it } from 'vitest';
import * as affixes from '../../../src/core/half-spaces/affixes.ts';
import * as parts from '../../../src/core/half-spaces/parts.ts';
import { plainReading } from '../../../src/core/half-spaces/reading.ts';
import { normalizeText } from '../../../src/core/text/persian.ts';

const tables = Object.entries({ ...affixes, ...parts }).filter(([, table]) => typeof table !== 'function');
const entriesOf = (table: unknown): string[] =>
  [...(table as Iterable<unknown>)].flat().filter((item) => typeof item === 'string');

it.each(tables)('the words of %s are spelled normally, in Persian letters and without empty ones', (_, table) => {
  const words = entriesOf(table);
  expect(words.length).toBeGreaterThan(2);
  for (const word of words) expect([word, normalizeText(word)]).toEqual([word, word]);
  for (const word of words) expect(word).toMatch(/^[\u0620-\u06CC\u200C]+$/);
});

it('stems come with their noun of action', () => {
  for (const part of ['شناس', 'شناسی', 'گرا', 'گرایی']) expect(parts.boundParts).toContain(part);
});

it('words are separated by spaces', () => {
  expect(affixes.words('الف ب')).toEqual(['الف', 'ب']);
});

it('a plain reading is neither noun nor adjective', () => {
  expect(plainReading('می‌شود', 0.3)).toEqual({ text: 'می‌شود', isNoun: false, isAdjective: false, cost: 0.3 });
});
