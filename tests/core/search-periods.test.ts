import { describe, expect, it } from 'vitest';
import { listLabels } from '../../src/core/search-labels.ts';
import { splitPeriods } from '../../src/core/search-periods.ts';
import { makeArticle, makeDate, makeSite } from './make-site.ts';

const oldestFirst = (...dates: string[]) =>
  makeSite(
    dates.map((date, index) => makeArticle({ slug: `s-${index}`, date: makeDate(date), tags: [`برچسب ${date}`] })),
  ).articles.toReversed();

describe('splitPeriods', () => {
  it('joins years, but for the newest', () => {
    const periods = splitPeriods(oldestFirst('1401/01/01', '1403/02/02', '1403/05/05', '1404/01/01'));
    expect(periods.map(({ name, articles }) => [name, articles.length])).toEqual([
      ['1401-1403', 3],
      ['1404', 1],
    ]);
    expect(splitPeriods([])).toEqual([]);
  });

  it('leaves older periods as they are when an article is added', () => {
    const before = splitPeriods(oldestFirst('1401/01/01', '1404/01/01'));
    const after = splitPeriods(oldestFirst('1401/01/01', '1404/01/01', '1404/02/02'));
    expect(after[0]!.name).toBe(before[0]!.name);
    expect(after[0]!.articles.map(({ slug }) => slug)).toEqual(before[0]!.articles.map(({ slug }) => slug));
  });
});

describe('listLabels', () => {
  it('numbers labels by their first article, so that newer ones change no older number', () => {
    const articles = oldestFirst('1401/01/01', '1404/01/01');
    const { labels, numbersOf } = listLabels(articles);
    expect(labels.tags).toEqual(['برچسب 1401/01/01', 'برچسب 1404/01/01']);
    expect(numbersOf(articles[1]!)).toEqual({ section: 0, source: 0, tags: [1] });
    expect(labels.sections).toEqual([['', '']]);
  });
});
