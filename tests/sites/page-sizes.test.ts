import { describe, expect, inject, it } from 'vitest';
import { openDist } from '../support/dist.ts';
import { formatPageSizes, measurePages } from '../support/page-sizes.ts';

const sizes = measurePages(openDist(inject('sampleSite')));
const table = `\n${formatPageSizes(sizes)}\n`;
const kilobyte = 1000;

describe('what a first look costs, over the wire and without pictures', () => {
  it('knows every kind of page', () => {
    const kinds =
      '404.html archive article author authors fragments home latest month redirect ' +
      'search section sections source sources tag tags text year';
    expect(sizes.map(({ kind }) => kind).toSorted()).toEqual(kinds.split(' '));
  });

  it.each(sizes)('is at most 15 KB of HTML: $kind', ({ html }) => {
    expect(html.brotli, table).toBeLessThanOrEqual(15 * kilobyte);
    expect(html.gzip, table).toBeLessThanOrEqual(15 * kilobyte);
  });

  it.each(sizes.filter(({ kind }) => kind !== 'search'))(
    'is at most 80 KB with style, script and font: $kind',
    ({ total }) => {
      expect(total.brotli, table).toBeLessThanOrEqual(80 * kilobyte);
      expect(total.gzip, table).toBeLessThanOrEqual(80 * kilobyte);
    },
  );

  // The search page has a budget of its own in tests/e2e/search.test.ts.
  it.each(sizes.filter(({ kind }) => kind !== 'search'))('is at most 5 KB of scripts: $kind', ({ js }) => {
    expect(js.brotli, table).toBeLessThanOrEqual(5 * kilobyte);
    expect(js.gzip, table).toBeLessThanOrEqual(5 * kilobyte);
  });

  it('is one font, one style sheet and some scripts for an article', () => {
    const article = sizes.find(({ kind }) => kind === 'article')!;
    for (const part of [article.css, article.js, article.font]) expect(part.brotli, table).toBeGreaterThan(0);
  });
});
