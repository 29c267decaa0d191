import { describe, expect, it } from 'vitest';
import { compareNewest, comparePaths, newestFirst, type Ordered } from '../../../src/core/site/newest-first.ts';
import { makeDate, makeSite, makeArticle } from '../../support/make-site.ts';
import { createRandom } from '../../support/random.ts';

const seed = Number(process.env['SEED'] ?? 18);

describe('newestFirst', () => {
  const sort = (...files: (string | [file: string, order: number])[]): string[] =>
    newestFirst(
      files.map((given): Ordered => {
        const [file, order] = typeof given === 'string' ? [given, undefined] : given;
        return { file, slug: file, date: makeDate('1404/07/24'), order };
      }),
    ).map(({ file }) => file);

  it.each([
    [['a/1-x.md', 'a/10-x.md', 'a/2-x.md', 'a/11-x.md']],
    [['1404/9/x.md', '1404/10/x.md', '1405/1/x.md']],
    [['خبر-۲.md', 'خبر-۱۰.md', 'خبر-11.md']],
    [['khabar.md', 'khabar-2.md', 'khabar-3.markdown']],
    [['02-x.md', '3-x/index.md', '10-x.md']],
  ])('sorts %j as numbered in sequence', (files) => {
    const oldestFirst = [...files].toSorted(comparePaths);
    expect(sort(...files)).toEqual(oldestFirst.toReversed());
    expect(comparePaths(files[0]!, files.at(-1)!)).toBeLessThan(0);
  });

  it('sorts the tenth file of a day before the second', () => {
    expect(sort('1-a.md', '10-b.md', '11-c.md', '2-d.md')).toEqual(['11-c.md', '10-b.md', '2-d.md', '1-a.md']);
    expect(sort('a/10-x.md', 'a/9-y/index.md')).toEqual(['a/10-x.md', 'a/9-y/index.md']);
  });

  it('sorts by date, then `order`, then path', () => {
    expect(sort('3.md', ['1.md', 2], ['2.md', 1], ['4.md', -1])).toEqual(['1.md', '2.md', '3.md', '4.md']);
    const later: Ordered = { file: '1.md', slug: '1', date: makeDate('1404/07/24 00:01'), order: -5 };
    const earlier: Ordered = { file: '2.md', slug: '2', date: makeDate('1404/07/24') };
    expect(newestFirst([earlier, later])[0]).toBe(later);
  });

  it('does not depend on the order of the input', () => {
    console.info(`seed ${seed}`);
    const random = createRandom(seed);
    const pieces = ['a', '1', '2', '10', '010', '۲', '-', '/', 'ب', ' ', '.md', '/index.md', 'é', 'é'];
    const items = Array.from({ length: 120 }, (_, index): Ordered => {
      const file = Array.from({ length: 1 + random.below(5) }, () => random.pick(pieces)).join('') + `${index % 60}`;
      const order = random.below(4) === 0 ? random.below(3) - 1 : undefined;
      return { file, slug: `s${index}`, order, date: makeDate(`1404/07/2${random.below(3)}`) };
    });
    const sorted = newestFirst(items);
    expect(newestFirst(items.toReversed())).toEqual(sorted);
    for (const [position, a] of sorted.entries()) {
      for (const [other, b] of sorted.entries()) {
        const expected = Math.sign(position - other);
        expect([a, b, Math.sign(compareNewest(a, b))]).toEqual([a, b, expected]);
      }
    }
  });

  it('applies to lists, feeds, neighbours and the front page', () => {
    const articles = [1, 2, 10, 11].map((number) =>
      makeArticle({ slug: `${number}-x`, date: makeDate('1404/07/24'), tags: ['شهر'], section: 'a', picked: true }),
    );
    const site = makeSite(articles, { sections: [{ slug: 'a', name: 'الف' }] });
    const slugs = (list: readonly { slug: string }[]): string => list.map(({ slug }) => slug).join(' ');
    const expected = '11-x 10-x 2-x 1-x';
    const [tag] = site.terms.tags;
    for (const list of [
      site.articles,
      site.latest.newest,
      tag!.newest,
      tag!.feed,
      site.feed,
      site.newest,
      site.archive[0]!.months[0]!.newest,
    ]) {
      expect(slugs(list)).toBe(expected);
    }
    expect(site.articles.map(({ previous }) => previous?.slug)).toEqual(['10-x', '2-x', '1-x', undefined]);
    expect(site.home.lead?.slug).toBe('11-x');
  });
});
