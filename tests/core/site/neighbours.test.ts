import { describe, expect, it } from 'vitest';
import { articlePageKey } from '../../../src/core/views/page-keys.ts';
import type { SiteArticle } from '../../../src/core/site/site.ts';
import { makeArticle, makeDate, makeSite } from '../../support/make-site.ts';

const sections = [
  { slug: 'sport', name: 'ورزش' },
  { slug: 'art', name: 'هنر' },
];
const articleAt = (day: number, section?: string) =>
  makeArticle({ slug: `a${day}`, section, date: makeDate(`1404/07/${day}`) });
const placed = (...articles: ReturnType<typeof articleAt>[]): Map<string, SiteArticle> =>
  new Map(makeSite(articles, { sections }).articles.map((article) => [article.slug, article]));

describe('the neighbours of an article', () => {
  it('are the previous and next ones of its section', () => {
    const site = placed(articleAt(1, 'sport'), articleAt(2, 'art'), articleAt(3, 'sport'), articleAt(4, 'sport'));
    expect([site.get('a3')?.previous?.slug, site.get('a3')?.next?.slug]).toEqual(['a1', 'a4']);
    expect([site.get('a1')?.previous, site.get('a4')?.next, site.get('a2')?.next]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('do not exist without a section', () => {
    expect(placed(articleAt(1), articleAt(2)).get('a2')?.previous).toBeUndefined();
  });

  it('are part of the page key: a new article changes the page of one other', () => {
    const before = placed(articleAt(1, 'sport'), articleAt(2, 'sport'));
    const after = placed(articleAt(1, 'sport'), articleAt(2, 'sport'), articleAt(3, 'sport'));
    const changed = [...before].filter(
      ([slug, article]) => articlePageKey(article) !== articlePageKey(after.get(slug)!),
    );
    // Related articles are excluded from the comparison: their lists are already full.
    expect(changed.map(([slug]) => slug)).toContain('a2');
    expect(after.get('a1')?.next).toMatchObject({ slug: 'a2' });
  });
});
