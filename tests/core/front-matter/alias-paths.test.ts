import { expect, it } from 'vitest';
import { isTitle, proposeAliases, readAlias } from '../../../src/core/front-matter/alias-paths.ts';

it('reads old paths', () => {
  expect(readAlias('/old/path/')).toEqual({ path: '/old/path/' });
  for (const value of ['old', '/../x', '//x', '/a?b', '/', '/aux.html', '/%252e'])
    expect(readAlias(value)).toBeUndefined();
});

it.each([
  ['/?p=101', '/', 'p=101'],
  ['/fa/news.php?lang=fa&ID=12', '/fa/news.php', 'ID=12&lang=fa'],
  ['/fa/newsagency/123?title=شهر+ما', '/fa/newsagency/123', 'title=%D8%B4%D9%87%D8%B1%20%D9%85%D8%A7'],
  ['/?q=%d8%b4?&x=a:b', '/', 'q=%D8%B4%3F&x=a%3Ab'],
])('reads %s', (value, path, query) => {
  expect(readAlias(value)).toEqual({ path, query });
});

it.each([
  '/?',
  '/?p',
  '/?p=',
  '/?=1',
  '/?p=1&',
  '/?p=1&P=2',
  '/?p=%zz',
  '/?p=%00',
  '/?p=1#x',
  '/?a=1&b=2&c=3&d=4&e=5&f=6',
  `/?p=${'x'.repeat(1000)}`,
  '//?p=1',
  '/../?p=1',
  '?p=1',
  '/?p=\uD800',
])('rejects %s', (value) => {
  expect(readAlias(value)).toBeUndefined();
});

it('knows titles', () => {
  expect(['عنوان دیگر', 'What next?', 'old', 'old/path', 'old.html', '?p=1', 'p=1'].map(isTitle)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

it.each([
  [['old/page.html', 'عنوان'], '/old/page.html'],
  [['https://old.example/a/b', '/c d'], '/a/b, "/c d"'],
  [['https://old.example/?p=101#more', '?p=5'], '"/?p=101", "/?p=5"'],
  [['/index.php?newsid=5&amp;lang=fa&print'], '"/index.php?lang=fa&newsid=5"'],
  [['/news.php?'], '/news.php'],
  [['/?p', '/x/'], '/old/path/'],
  [['/../x', 'a/b'], '/old/path/'],
])('proposes paths for %j', (aliases, proposed) => {
  expect(proposeAliases(aliases)).toBe(proposed);
});
