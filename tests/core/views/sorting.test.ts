import { describe, expect, it } from 'vitest';
import { siteRoutes } from '../../../src/core/views/routes.ts';
import { makeArticle, makeSite } from '../../support/make-site.ts';

// Sorted by hand, as in a Persian dictionary: half-spaces do not count, nor is the article «ال» sorted apart.
const names = [
  '«ما»',
  '۱۴۰۴',
  '5G',
  'آب',
  'ابر',
  'الکساندر',
  'ال\u200Cکلاسیکو',
  'ایران',
  'بازار',
  'پارک',
  'چای',
  'خانواده',
  'خانه\u200Cها',
  'رئیس',
  'ژاله',
  'کتاب',
  'گل',
  'می\u200Cخواهم',
  'میدان',
  'واحد',
  'هنر',
  'یزد',
  'A+',
  'iPhone 17',
];

describe('alphabetical lists', () => {
  it('are sorted by the Persian alphabet, regardless of the order of articles', () => {
    for (const given of [names, names.toReversed()]) {
      const articles = given.map((name, index) =>
        makeArticle({ slug: `n-${index}`, tags: [name], authors: [name], source: { name } }),
      );
      const { terms } = makeSite(articles);
      for (const kind of ['tags', 'authors', 'sources'] as const)
        expect(terms[kind].map(({ label }) => label)).toEqual(names);
    }
    expect(names.toSorted(new Intl.Collator('fa').compare)).toEqual(names);
  });

  it('sort names that are equal in the alphabet by their addresses', () => {
    const twins = ['A', 'A+', 'A*', 'A#', 'A@'];
    const orders = [twins, twins.toReversed()].map((tags) =>
      makeSite([makeArticle({ tags })]).terms.tags.map(({ label }) => label),
    );
    expect(orders[0]).toHaveLength(twins.length);
    expect(orders[1]).toEqual(orders[0]);
  });

  it('keep sections in the order of the menu', () => {
    const sections = ['ورزش', 'آب'].map((name, index) => ({ slug: `s${index}`, name }));
    const site = makeSite([], { sections });
    expect(site.terms.sections.map(({ label }) => label)).toEqual(['ورزش', 'آب']);
    expect(siteRoutes(site).kind[0]?.props.view.groups).toHaveLength(1);
  });

  it('show the most used tags of the front page first, and equally used ones alphabetically', () => {
    const tags = [['یزد'], ['آب'], ['گل', 'پارک'], ['گل']];
    const site = makeSite(tags.map((own, index) => makeArticle({ slug: `n-${index}`, tags: own })));
    expect(site.home.tags.map(({ label }) => label)).toEqual(['گل', 'آب', 'پارک', 'یزد']);
  });
});
