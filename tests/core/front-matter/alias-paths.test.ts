import { expect, it } from 'vitest';
import { isTitle, proposeAliases, readAlias } from '../../../src/core/front-matter/alias-paths.ts';

it('reads old paths', () => {
  expect(readAlias('/old/path/')).toBe('/old/path/');
  for (const value of ['old', '/../x', '//x', '/a?b', '/', '/aux.html', '/%252e'])
    expect(readAlias(value)).toBeUndefined();
});

it('knows titles', () => {
  expect(['عنوان دیگر', 'old', 'old/path', 'old.html'].map(isTitle)).toEqual([true, true, false, false]);
});

it.each([
  [['old/page.html', 'عنوان'], '/old/page.html'],
  [['https://old.example/a/b', '/c d'], '/a/b, "/c d"'],
  [['/../x', 'a/b'], '/old/path/'],
])('proposes paths for %j', (aliases, proposed) => {
  expect(proposeAliases(aliases)).toBe(proposed);
});
