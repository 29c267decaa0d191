import { describe, expect, it } from 'vitest';
import { buildHome } from '../../../src/core/site/home.ts';
import type { Home } from '../../../src/core/site/site.ts';
import { type ArticleParts, makeArticle, makeDate, makeSite } from '../../support/make-site.ts';

const image = { src: '/files/a.jpg', alt: 'عکس', width: 4, height: 3 };

/** The front page of articles, newest first. */
function homeOf(articles: readonly ArticleParts[], sizes = {}): Home {
  const dated = articles.map((fields, index) =>
    makeArticle({
      slug: `n${index}`,
      date: makeDate(`1404/07/${String(30 - (index % 30)).padStart(2, '0')}`),
      ...fields,
    }),
  );
  const sections = ['a', 'b'].map((slug) => ({ slug, name: slug }));
  const {
    articles: placed,
    terms,
    config,
  } = makeSite(dated, {
    sections: sections as never,
    sizes: { page: 20, feed: 30, related: 5, picks: 2, latest: 3, ...sizes },
  });
  return buildHome(placed, terms, config);
}
const slugsOf = (articles: readonly { slug: string }[]): string[] => articles.map(({ slug }) => slug);

describe('the front page', () => {
  it('begins with the newest pick that has a picture', () => {
    expect(homeOf([{}, { picked: true }, { picked: true, image }, { image }]).lead?.slug).toBe('n2');
  });

  it('begins with the newest pick where none has a picture, else with the newest article', () => {
    expect(homeOf([{ image }, { picked: true }, { picked: true }]).lead?.slug).toBe('n1');
    expect(homeOf([{}, { image }]).lead?.slug).toBe('n0');
    expect(homeOf([]).lead).toBeUndefined();
  });

  it('looks for it among the newest thirty', () => {
    const articles = (at: number): ArticleParts[] =>
      Array.from({ length: 31 }, (_, index) => ({
        date: makeDate(`1404/01/01 ${23 - Math.floor(index / 3)}:${59 - (index % 3)}`),
        picked: index === at,
      }));
    expect(homeOf(articles(29)).lead?.slug).toBe('n29');
    expect(homeOf(articles(30)).lead?.slug).toBe('n0');
  });

  it('goes on with six others, the newest first', () => {
    const { secondary } = homeOf([{}, { picked: true }, {}, {}, {}, {}, {}, {}, {}]);
    expect(slugsOf(secondary)).toEqual(['n0', 'n2', 'n3', 'n4', 'n5', 'n6']);
  });

  it('shows four more articles of each section, none that stands above, and no section without any', () => {
    const articles = Array.from({ length: 16 }, (_, index) => ({ section: index === 0 ? 'b' : 'a' }));
    const { sections } = homeOf(articles);
    expect(sections.map(({ section, articles: own }) => [section.slug, slugsOf(own)])).toEqual([
      ['a', ['n7', 'n8', 'n9', 'n10']],
    ]);
  });

  it('lists the latest and the picks, as many as the settings say, and the lead among the latest only', () => {
    const home = homeOf([{ picked: true }, { picked: true }, {}, { picked: true }, { picked: true }]);
    expect(slugsOf(home.latest)).toEqual(['n0', 'n1', 'n2']);
    expect(slugsOf(home.picks)).toEqual(['n1', 'n3']);
  });

  it('is the one that the site has', () => {
    const site = makeSite([makeArticle({ tags: ['آب'] }), makeArticle({ slug: 'b', picked: true })]);
    expect(site.home).toEqual(buildHome(site.articles, site.terms, site.config));
  });

  it('leads to the sixteen tags that are used most', () => {
    const articles = Array.from({ length: 20 }, (_, index) => ({
      tags: Array.from({ length: 20 - index }, (_unused, tag) => `برچسب ${tag}`),
    }));
    const { tags } = homeOf(articles);
    expect(tags.map(({ count }) => count)).toEqual(Array.from({ length: 16 }, (_, index) => 20 - index));
  });
});
