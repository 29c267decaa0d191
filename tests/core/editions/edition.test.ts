import { describe, expect, it } from 'vitest';
import { editionName, editionUrl, findGoneArticles, placeEditions } from '../../../src/core/editions/edition.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { makeArticle, makeDate, makeSite } from '../../support/make-site.ts';

const urls = createUrls('https://example.org/paper');
const edition = (day: string, slugs: string[]) => ({
  file: `content/editions/${day}.yml`,
  day: makeDate(day),
  articles: slugs.map((slug, index) => ({ slug, line: index + 2, column: 5 })),
});
const article = (slug: string, ...before: string[]) => ({ slug, aliases: before.map((path) => ({ path })) });
const now = makeDate('1405/09/08 12:00').epoch;

describe('placeEditions', () => {
  const published = [article('a'), article('b', '/news/old-b', '/news/older-b/'), article('c')];
  const names = ['A', 'B', 'C'];
  const place = (...files: ReturnType<typeof edition>[]) => placeEditions(files, names, published, urls, now);

  it('orders days from the newest, and keeps the order of articles', () => {
    const [newer, older] = place(edition('1405-09-07', ['a']), edition('1405-09-08', ['c', 'a']));
    expect([newer!.url, newer!.articles, older!.articles]).toEqual(['/paper/editions/1405/09/08/', ['C', 'A'], ['A']]);
  });

  it('finds articles that moved, leaves out those that are gone, and shows none twice', () => {
    const [placed] = place(edition('1405-09-08', ['old-b', 'gone', 'b', 'older-b', 'a']));
    expect(placed!.articles).toEqual(['B', 'A']);
  });

  it('keeps later days for later', () => {
    expect(place(edition('1405-09-09', ['a']))).toEqual([]);
  });

  it('gives a name that is in use to the article that has it now', () => {
    const moved = [article('x', '/news/a'), article('a')];
    expect(placeEditions([edition('1405-09-08', ['a'])], ['X', 'A'], moved, urls, now)[0]!.articles).toEqual(['A']);
  });
});

it('names what is gone, with its place', () => {
  expect(findGoneArticles([edition('1405-09-08', ['a', 'b'])], [article('a')])).toEqual([
    { id: 'edition-gone', file: 'content/editions/1405-09-08.yml', line: 3, column: 5, values: { slug: 'b' } },
  ]);
});

it('names files and pages after days', () => {
  const day = makeDate('۱۴۰۵/۹/۸');
  expect([editionName(day), editionUrl(urls, day)]).toEqual(['1405-09-08.yml', '/paper/editions/1405/09/08/']);
});

describe('a site', () => {
  const a = makeArticle({ slug: 'a', date: makeDate('1405/09/08 10:00') });

  it('has no trace of editions without files', () => {
    expect('editions' in makeSite([a])).toBe(false);
    expect('editions' in makeSite([a], {}, { editions: [] })).toBe(false);
  });

  it('has a list of them with numbered pages', () => {
    const editions = Array.from({ length: 45 }, (_, index) =>
      edition(`1405-0${1 + Math.floor(index / 30)}-${String((index % 30) + 1).padStart(2, '0')}`, ['a']),
    );
    const { editions: list } = makeSite([a], {}, { editions });
    expect([list!.count, list!.newest.length, list!.pages.length, list!.url]).toEqual([45, 25, 1, '/editions/']);
  });
});
