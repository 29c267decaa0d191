import { expect, it } from 'vitest';
import { parsePopular, writePopular } from '../../../src/core/popular/list-file.ts';

it('reads what it writes, each article once', () => {
  const list = { at: '2026-11-22T08:30:00.000Z', articles: ['b', 'a', 'b', 'باران'] };
  expect(parsePopular(writePopular(list), 'popular.json')).toEqual({ articles: ['b', 'a', 'باران'], problems: [] });
});

it.each([
  '',
  '{',
  '[]',
  '{"articles":["a"]}',
  '{"at":"x","articles":[]}',
  '{"at":"2026-11-22T08:30:00Z","articles":[1]}',
])('names the file that is no list: %s', (text) => {
  const { articles, problems } = parsePopular(text, 'content/popular.json');
  expect(articles).toEqual([]);
  expect(problems).toEqual([{ id: 'popular-file', file: 'content/popular.json', line: 1, column: 1, values: {} }]);
});
