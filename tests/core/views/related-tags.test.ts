import { describe, expect, it } from 'vitest';
import { commonTags, relatedTags } from '../../../src/core/views/related-tags.ts';
import { makeArticle, makeDate, makeSite } from '../../support/make-site.ts';

/** Labels of the tags related to «آب», given the tags of articles, oldest first. */
function besideWater(...articles: string[][]): string[] {
  const { terms } = makeSite(
    articles.map((tags, index) =>
      makeArticle({
        slug: `a${index}`,
        tags,
        date: makeDate(`1404/${1 + Math.floor(index / 28)}/${1 + (index % 28)}`),
      }),
    ),
  );
  const counts = new Map(terms.tags.map(({ url, count }) => [url, count]));
  return relatedTags(
    terms.tags.find(({ label }) => label === 'آب')!,
    counts,
  ).map(({ label }) => label);
}

describe('relatedTags', () => {
  it('finds tags that occur with a tag more than once', () => {
    expect(besideWater(['آب', 'سد'], ['آب', 'سد'], ['آب', 'برق'])).toEqual(['سد']);
    expect(besideWater(['آب'], ['آب'])).toEqual([]);
  });

  it('prefers specific tags to common ones', () => {
    const elsewhere = Array.from({ length: 30 }, () => ['ایران']);
    expect(besideWater(...elsewhere, ['آب', 'ایران', 'سد'], ['آب', 'ایران', 'سد'])).toEqual(['سد', 'ایران']);
  });

  it('shows at most eight', () => {
    const many = ['آب', ...Array.from({ length: 12 }, (_, index) => `برچسب ${index}`)];
    expect(besideWater(many, many)).toHaveLength(8);
  });

  it('considers only the newest articles', () => {
    const old = Array.from({ length: 3 }, () => ['آب', 'قنات']);
    const young = Array.from({ length: 70 }, () => ['آب', 'سد']);
    expect(besideWater(...old, ...young)).toEqual(['سد']);
  });

  it('does not change with one more article of another tag, unless that doubles its count', () => {
    const articles = [['آب', 'سد'], ['آب', 'سد'], ['آب', 'برق', 'سد'], ['آب', 'برق'], ['برق'], ['برق'], ['برق']];
    expect(besideWater(...articles, ['برق'], ['برق'])).toEqual(besideWater(...articles));
  });
});

describe('commonTags', () => {
  it('finds the tags that the newest articles of a section share, the most frequent first', () => {
    const tags = [
      ['شهر', 'آب'],
      ['شهر', 'آب'],
      ['شهر', 'برق'],
    ];
    const articles = tags.map((own, index) => makeArticle({ slug: `a${index}`, section: 'a', tags: own }));
    const site = makeSite(articles, { sections: [{ slug: 'a', name: 'جامعه' }] });
    expect(commonTags(site.terms.sections[0]!).map(({ label }) => label)).toEqual(['شهر', 'آب']);
  });
});
