import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNearHeadline, recentHeadlines } from '../../../src/core/admin/near-headlines.ts';
import { makeArticle, makeDate } from '../../support/make-site.ts';

const recent = [
  { slug: 'metro', title: 'خط هشت مترو از هفتهٔ آینده مسافر می‌پذیرد' },
  { slug: 'barf', title: 'برف سنگین جاده‌های کوهستانی را بست' },
  { slug: 'short', title: 'برف آمد' },
];
const nearest = (title: string, slug = ''): string | undefined => findNearHeadline(title, slug, recent)?.slug;

describe('findNearHeadline', () => {
  it.each([
    ['برف سنگین جاده‌های کوهستانی را بست', 'barf'],
    ['برف سنگین، جاده کوهستانی را بست', 'barf'],
    ['جاده‌هاي كوهستاني را برف سنگين بست', 'barf'],
    ['خط هشت مترو هفته آینده مسافر می پذیرد', 'metro'],
    ['برف سنگین در تهران', undefined],
    ['جاده‌های کوهستانی پس از سه روز باز شد', undefined],
    ['برف آمد', undefined],
    ['', undefined],
  ])('compares «%s»', (title, slug) => {
    expect(nearest(title)).toBe(slug);
  });

  it('leaves the article itself out', () => {
    expect(nearest('برف سنگین جاده‌های کوهستانی را بست', 'barf')).toBeUndefined();
  });

  it('finds any headline of enough words in another order (seed 14050910)', () => {
    const words = fc.uniqueArray(fc.constantFrom('شهر', 'پل', 'آب', 'مدرسه', 'باغ', 'دریا', 'کوه', 'راه'), {
      minLength: 3,
    });
    const both = words.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(both, ([list, shuffled]) => {
        const other = { slug: 'x', title: list.join(' ') };
        return findNearHeadline(shuffled.join(' '), '', [other]) === other;
      }),
      { seed: 14050910, numRuns: 100 },
    );
  });
});

describe('recentHeadlines', () => {
  it('goes back seven days from the newest article', () => {
    const articles = ['1405/09/08 12:00', '1405/09/02 12:00', '1405/09/01 11:00'].map((date, index) =>
      makeArticle({ slug: `n${index}`, title: `خبر ${index}`, date: makeDate(date) }),
    );
    expect(recentHeadlines(articles)).toEqual([
      { slug: 'n0', title: 'خبر 0' },
      { slug: 'n1', title: 'خبر 1' },
    ]);
  });
});
