import { expect, it } from 'vitest';
import { mostForPagefind, searchEngineOf } from '../../../src/core/config/search-engine.ts';

it('chooses the form of the index by the number of articles, unless the settings name one', () => {
  expect(mostForPagefind).toBe(2000);
  for (const search of [undefined, {}, { engine: 'auto' as const }]) {
    expect(searchEngineOf({ search }, 2000)).toBe('pagefind');
    expect(searchEngineOf({ search }, 2001)).toBe('sharded');
  }
  expect(searchEngineOf({ search: { engine: 'sharded' } }, 1)).toBe('sharded');
  expect(searchEngineOf({ search: { engine: 'pagefind' } }, 100_000)).toBe('pagefind');
});
