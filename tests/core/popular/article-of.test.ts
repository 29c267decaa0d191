import { expect, it } from 'vitest';
import { articleOf } from '../../../src/core/popular/article-of.ts';

const latin1 = (text: string): string => Buffer.from(text).toString('latin1');

it.each([
  ['/news/metro/', '', 'metro'],
  ['/news/metro/?utm_source=x#a', '', 'metro'],
  ['/news/metro/index.html', '', 'metro'],
  ['/paper/news/metro/', '/paper', 'metro'],
  ['https://example.org/news/metro/', '', 'metro'],
  [`/news/${encodeURIComponent('باران-پاییزی')}/`, '', 'باران-پاییزی'],
  [`/news/${encodeURIComponent('می‌رود').toLowerCase()}/`, '', 'می‌رود'],
  [latin1('/news/باران/'), '', 'باران'],
  [String.raw`/news/\xD8\xA8\xd8\xa7/`, '', 'با'],
  [`/news/${encodeURIComponent('a\u0308')}/`, '', 'ä'],
  ['/news/باران/', '', 'باران'],
])('finds the article of %s', (target, base, slug) => {
  expect(articleOf(target, base)).toBe(slug);
});

it.each([
  ['/news/metro', ''],
  ['/news/', ''],
  ['/news/metro/comments/2/', ''],
  ['/tags/news/', ''],
  ['/paper/news/metro/', ''],
  ['/news/metro/', '/paper'],
  ['/?to=/news/metro/', ''],
  ['/news/%E0%A4/', ''],
  ['/news/%/', ''],
  ['*', ''],
])('finds none in %s below «%s»', (target, base) => {
  expect(articleOf(target, base)).toBeUndefined();
});
