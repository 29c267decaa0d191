import { expect, it } from 'vitest';
import type { ImportedArticle } from '../../../src/core/import/article.ts';
import { restoreArticle, sumChanges } from '../../../src/core/import/half-spaces.ts';
import { createHalfSpaceFinder } from '../../../src/core/half-spaces/finder.ts';
import { createLexicon } from '../../../src/core/half-spaces/lexicon.ts';
import { dateAt } from '../../../src/core/dates/news-date.ts';

const find = createHalfSpaceFinder(createLexicon('3\nهمکاری/sg\nمی‌شود\nحمل‌ونقل'));
const article: ImportedArticle = {
  file: 'x',
  line: 1,
  title: 'همکاریها آغاز میشود',
  date: dateAt(0),
  tags: ['حملونقل', 'تهران'],
  source: { name: 'کاوش' },
  authors: [],
  paragraphs: ['همکاری ها و همکاریها.', 'حملونقل شهری'],
  lead: 'میشود',
  related: [],
  given: { title: true, date: true },
};

it('restores half-spaces in the texts of an article, and reports each change with its number of occurrences', () => {
  const { article: restored, changes, original } = restoreArticle(article, find);
  expect(original).toBe(article);
  expect(restored).toMatchObject({
    title: 'همکاری‌ها آغاز می‌شود',
    tags: ['حمل‌ونقل', 'تهران'],
    paragraphs: ['همکاری‌ها و همکاری‌ها.', 'حمل‌ونقل شهری'],
    lead: 'می‌شود',
    source: { name: 'کاوش' },
  });
  expect([...changes]).toEqual([
    ['همکاریها → همکاری‌ها', 2],
    ['میشود → می‌شود', 2],
    ['همکاری ها → همکاری‌ها', 1],
    ['حملونقل → حمل‌ونقل', 2],
  ]);
});

it('changes nothing without a finder', () => {
  expect(restoreArticle(article, undefined)).toEqual({ original: article, article, changes: new Map() });
});

it('sums the changes of several articles', () => {
  const restored = restoreArticle(article, find);
  expect(sumChanges([restored, restored]).get('همکاریها → همکاری‌ها')).toBe(4);
});
