import { describe, expect, it } from 'vitest';
import { cardKey, feedKey } from '../../../src/core/site/article-keys.ts';
import { type ArticleParts, makeArticle, makeDate, makeSite } from '../../support/make-site.ts';

const sections = [
  { slug: 'sport', name: 'ورزش' },
  { slug: 'art', name: 'هنر' },
];
const base: ArticleParts = { kicker: 'گزارش', section: 'sport', authors: ['نرگس آذرنیا'], tags: ['شهر'] };

describe('cardKey', () => {
  const keyOf = (fields: ArticleParts): string => cardKey(makeArticle({ ...base, ...fields }));

  it.each<[string, ArticleParts]>([
    ['its address', { slug: 'دیگر' }],
    ['its kicker', { kicker: 'یادداشت' }],
    ['its headline', { title: 'خبر دیگر' }],
    ['its lead', { lead: 'چکیده دیگر.' }],
    ['its moment', { date: makeDate('1404/07/24 10:31') }],
    ['its section', { section: 'art' }],
    ['its picture', { image: { src: '/images/a.jpg', alt: 'پل' } }],
    ['its film', { video: { title: 'پل', url: 'https://example.org/v' } }],
  ])('changes with the content of lists: %s', (_, fields) => {
    expect(keyOf(fields)).not.toBe(keyOf({}));
  });

  it('distinguishes midnight from a day without a time', () => {
    const [day, midnight] = [makeDate('1404/07/24'), makeDate('1404/07/24 00:00')];
    expect(day.iso).toBe(midnight.iso);
    expect(keyOf({ date: day })).not.toBe(keyOf({ date: midnight }));
  });

  it('is unchanged if lists do not show the change', () => {
    expect(keyOf({ html: '<p>متنی دیگر.</p>', tags: ['دریا'], source: { name: 'ایرنا' } })).toBe(keyOf({}));
  });
});

describe('feedKey', () => {
  const keyOf = (fields: ArticleParts): string =>
    feedKey(
      makeSite([makeArticle({ ...base, ...fields, contentKey: fields.contentKey ?? 'same' })], { sections })
        .articles[0]!,
    );

  it.each<[string, ArticleParts]>([
    ['its content', { contentKey: 'other' }],
    ['its address', { slug: 'دیگر' }],
    ['its tags', { tags: ['شهر', 'پل'] }],
    ['its authors', { authors: [] }],
    ['its source', { source: { name: 'ایرنا' } }],
    ['its section', { section: 'art' }],
    ['a missing section', { section: undefined }],
  ])('changes with the content of feeds: %s', (_, fields) => {
    expect(keyOf(fields)).not.toBe(keyOf({}));
  });
});
