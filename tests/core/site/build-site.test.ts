import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/core/article.ts';
import { buildSite } from '../../../src/core/site/build-site.ts';
import { makeArticle, makeDate, makeSite } from '../../support/make-site.ts';

describe('buildSite', () => {
  it('orders articles newest first, and those with equal dates by path, the later first', () => {
    const site = makeSite([
      makeArticle({ slug: 'b', date: makeDate('1404/07/24 10:00') }),
      makeArticle({ slug: 'c', date: makeDate('1404/07/25 10:00') }),
      makeArticle({ slug: 'a', date: makeDate('1404/07/24 10:00') }),
    ]);
    expect(site.articles.map(({ slug }) => slug)).toEqual(['c', 'b', 'a']);
  });

  it('does not depend on the order of articles', () => {
    const articles = Array.from({ length: 60 }, (_, index) =>
      makeArticle({
        slug: `n-${index}`,
        title: `خبر ${index % 9}`,
        tags: [`برچسب ${index % 7}`],
        picked: index % 8 === 0,
        date: makeDate(`1404/07/${1 + (index % 30)}`),
      }),
    );
    const plain = ({ articles: all, terms }: ReturnType<typeof makeSite>): unknown => [
      all.map(({ slug, related, picks }) => [
        slug,
        related.map((other) => other.slug),
        picks.map((other) => other.slug),
      ]),
      terms.tags.map(({ slug, count }) => [slug, count]),
    ];
    expect(plain(makeSite(articles.toReversed()))).toEqual(plain(makeSite(articles)));
  });

  it('merges the spellings of a tag under the oldest one', () => {
    const tags = [['محیط زیست'], ['محیط\u200Cزیست'], ['محیطزیست'], ['محیط\u200Cزیست']];
    const site = makeSite(tags.map((own, index) => makeArticle({ slug: `${index}`, tags: own })));
    expect(site.terms.tags.map(({ label, slug, count }) => ({ label, slug, count }))).toEqual([
      { label: 'محیط زیست', slug: 'محیط-زیست', count: 4 },
    ]);
    expect(site.articles[2]!.tags[0]!.url).toBe(site.terms.tags[0]!.url);
  });

  it('keeps tags apart that differ only in symbols', () => {
    const site = makeSite([makeArticle({ tags: ['C', 'C++', 'C#', '++'] })]);
    expect(new Set(site.terms.tags.map(({ slug }) => slug)).size).toBe(4);
    const slugOf = (name: string, tags: string[]): string | undefined =>
      makeSite([makeArticle({ tags })]).terms.tags.find(({ label }) => label === name)?.slug;
    expect(slugOf('C', ['C', 'C++'])).toBe('c');
    expect(slugOf('C++', ['C++'])).toBe(slugOf('C++', ['C', 'C++']));
  });

  it('sorts tags in Persian alphabetical order', () => {
    const site = makeSite([makeArticle({ tags: ['هنر', 'پارک', 'آب', 'یزد', 'واحد'] })]);
    expect(site.terms.tags.map(({ label }) => label)).toEqual(['آب', 'پارک', 'واحد', 'هنر', 'یزد']);
  });

  it('excludes drafts and future articles everywhere', () => {
    const articles = [
      makeArticle({ slug: 'out' }),
      makeArticle({ slug: 'draft', draft: true, tags: ['پنهان'], authors: ['پنهان'] }),
      makeArticle({ slug: 'later', date: makeDate('1410/01/01'), tags: ['پنهان'] }),
    ];
    const now = makeDate('1404/08/01').epoch;
    const input = { config: makeSite().config, articles, pages: [], files: [], now };
    const { site } = buildSite(input);
    expect(site.articles.map(({ slug }) => slug)).toEqual(['out']);
    expect(site.terms.tags).toEqual([]);
    expect(buildSite({ ...input, now: makeDate('1410/01/01').epoch }).site.articles).toHaveLength(2);
    expect(buildSite({ ...input, drafts: true }).site.articles).toHaveLength(3);
  });

  it('lets the search know the entries of live coverage up to the hour of the newest article', () => {
    const coverage = makeArticle({ slug: 'snow', date: makeDate('1405/09/01 07:10'), live: {} });
    const other = makeArticle({ slug: 'metro', date: makeDate('1405/09/01 10:20') });
    const now = makeDate('1405/09/01 11:00').epoch;
    const hourIn = (articles: readonly Article[], moment = now): string | undefined =>
      makeSite(articles, {}, { now: moment }).articles.find(({ slug }) => slug === 'snow')?.searchedTo;
    expect(hourIn([coverage])).toBe('2026-11-22T07');
    expect(hourIn([coverage, other])).toBe('2026-11-22T10');
    expect(hourIn([coverage, other], makeDate('1405/09/04').epoch)).toBeUndefined();
  });

  it('groups the archive by Jalali year and month', () => {
    const dates = ['1404/01/01', '1403/12/30', '1403/12/01', '1404/07/24'];
    const site = makeSite(dates.map((date, index) => makeArticle({ slug: `${index}`, date: makeDate(date) })));
    expect(
      site.archive.map(({ year, count, months }) => [
        year,
        count,
        months.map(({ month, label, url }) => [month, label, url]),
      ]),
    ).toEqual([
      [
        1404,
        2,
        [
          [7, 'مهر ۱۴۰۴', '/archive/1404/07/'],
          [1, 'فروردین ۱۴۰۴', '/archive/1404/01/'],
        ],
      ],
      [1403, 2, [[12, 'اسفند ۱۴۰۳', '/archive/1403/12/']]],
    ]);
  });

  it("puts the editor's pins first", () => {
    const others = Array.from({ length: 9 }, (_, index) => makeArticle({ slug: `n-${index}`, tags: ['شهر'] }));
    const pins = ['n-7', 'n-3'].map((slug) => ({ slug, line: 1, column: 1 }));
    const site = makeSite([...others, makeArticle({ slug: 'pinned', tags: ['شهر'], related: pins })]);
    const { related } = site.articles.find(({ slug }) => slug === 'pinned')!;
    expect(related.slice(0, 2).map(({ slug }) => slug)).toEqual(['n-7', 'n-3']);
    expect(related).toHaveLength(5);
  });

  it('shows the nearest picks before an article, so that a new pick leaves old pages unchanged', () => {
    const articles = Array.from({ length: 30 }, (_, index) =>
      makeArticle({
        slug: `n-${String(index).padStart(2, '0')}`,
        picked: index % 2 === 0,
        date: makeDate(`1404/07/${index + 1}`),
      }),
    );
    const picksOf = (all: typeof articles, slug: string): string[] =>
      makeSite(all)
        .articles.find((article) => article.slug === slug)!
        .picks.map((pick) => pick.slug);
    expect(picksOf(articles, 'n-20')).toEqual(['n-18', 'n-16', 'n-14', 'n-12', 'n-10']);
    expect(picksOf(articles, 'n-03')).toEqual(['n-02', 'n-00', 'n-04', 'n-06', 'n-08']);
    const more = [...articles, makeArticle({ slug: 'new', picked: true, date: makeDate('1404/08/01') })];
    expect(picksOf(more, 'n-20')).toEqual(picksOf(articles, 'n-20'));
  });

  it('shows no pick beside an article that is related to it', () => {
    const articles = Array.from({ length: 12 }, (_, index) =>
      makeArticle({ slug: `n-${index}`, picked: true, tags: ['شهر'], related: [{ slug: 'n-3', line: 1, column: 1 }] }),
    );
    for (const { related, picks } of makeSite(articles).articles) {
      expect([related.length, picks.length]).toEqual([5, 5]);
      expect(new Set([...related, ...picks]).size).toBe(10);
    }
  });

  it('redirects the next number of a list to the list itself until that page is full', () => {
    const articles = Array.from({ length: 9 }, (_, index) => makeArticle({ slug: `n-${index}`, tags: ['شهر'] }));
    const { terms, redirects } = makeSite(articles, { sizes: { ...makeSite().config.sizes, page: 3 } });
    expect(terms.tags[0]!.pages).toHaveLength(2);
    expect(redirects).toContainEqual({ from: '/tags/شهر/page/3/', to: terms.tags[0]!.url });
  });

  it('redirects old paths, also below a base path', () => {
    const alias = { path: '/fa/news/12', line: 1, column: 1 };
    const site = makeSite([makeArticle({ slug: 'خبر', aliases: [alias] })], { url: 'https://example.org/paper/' });
    expect(site.redirects).toEqual([{ from: '/fa/news/12', to: '/paper/news/%D8%AE%D8%A8%D8%B1/' }]);
  });

  it('keeps only footer links with a target', () => {
    const footer = ['/about/', '/contact/', '/tags/', '/rss.xml', 'https://example.com/'].map((href) => ({
      label: href,
      href,
    }));
    const config = { ...makeSite().config, footer };
    const pages = [{ slug: 'about', file: 'content/pages/about.md', title: 'درباره ما', html: '<p>متن</p>' }];
    const { site } = buildSite({ config, articles: [], pages, files: [], now: 0 });
    expect(site.config.footer.map(({ href }) => href)).toEqual([
      '/about/',
      '/tags/',
      '/rss.xml',
      'https://example.com/',
    ]);
  });

  it('is frozen', () => {
    const site = makeSite([makeArticle()]);
    expect(Object.isFrozen(site) && Object.isFrozen(site.articles) && Object.isFrozen(site.articles[0])).toBe(true);
  });
});
