import { describe, expect, it } from 'vitest';
import { accentOf } from '../../src/core/accents.ts';
import type { Article } from '../../src/core/article.ts';
import { articleHead, documentTitle, type Head, openGraph, twitterCard } from '../../src/core/head.ts';
import { makeArticle, makeDate, makeSite } from './make-site.ts';

const site = makeSite();
const image = { src: '/files/شهر.jpg', alt: 'شهر', width: 1600, height: 1000 };
const headOf = (fields: Partial<Article>): Head => articleHead(makeSite([makeArticle(fields)]).articles[0]!);
const valueOf = (head: Head, name: string): string | undefined =>
  openGraph(site, head).find(({ property }) => property === name)?.content;

describe('openGraph', () => {
  it('describes an article with absolute addresses and dates in ISO 8601', () => {
    const head = headOf({ image, tags: ['آب', 'برق'], updated: makeDate('1404/07/25') });
    expect(valueOf(head, 'og:type')).toBe('article');
    expect(valueOf(head, 'og:locale')).toBe('fa_IR');
    expect(valueOf(head, 'og:url')).toMatch(/^https:\/\/example\.org\/news\/%/);
    expect(valueOf(head, 'og:image:width')).toBe('1600');
    expect(valueOf(head, 'article:published_time')).toBe('2025-10-16T10:30:00+03:30');
    expect(valueOf(head, 'article:modified_time')).toBe('2025-10-17T00:00:00+03:30');
    expect(openGraph(site, head).filter(({ property }) => property === 'article:tag')).toHaveLength(2);
  });

  it('falls back on what the newspaper says of itself', () => {
    expect(valueOf({ url: '/' }, 'og:title')).toBe(site.config.name);
    expect(valueOf({ url: '/' }, 'og:description')).toBe(site.config.description);
    expect(valueOf({ url: '/' }, 'og:type')).toBe('website');
    expect(valueOf({ url: '/' }, 'og:image')).toBeUndefined();
  });

  it('offers no vector graphics, which social networks do not show', () => {
    const head = headOf({ image: { ...image, src: '/files/a.svg' } });
    expect(valueOf(head, 'og:image')).toBeUndefined();
    expect(twitterCard(head)).toBe('summary');
    expect(twitterCard(headOf({ image }))).toBe('summary_large_image');
  });
});

describe('articleHead', () => {
  it('cuts a long lead at the edge of a word', () => {
    const { description } = headOf({ lead: 'واژه '.repeat(100).trim() });
    expect(description).toMatch(/واژه…$/);
    expect(description!.length).toBeLessThanOrEqual(201);
  });
});

describe('documentTitle', () => {
  it("ends with the newspaper's name, and on the front page begins with it", () => {
    expect(documentTitle(site, { url: '/tags/', title: 'برچسب‌ها' })).toBe(`برچسب‌ها | ${site.config.name}`);
    expect(documentTitle(site, { url: '/' })).toBe(`${site.config.name} | ${site.config.description}`);
  });
});

describe('accentOf', () => {
  const sections = Array.from({ length: 8 }, (_, index) => ({ slug: `s${index}`, name: `س${index}` }));

  it('colours sections by their places, over again after six', () => {
    expect(['s0', 's5', 's6'].map((slug) => accentOf({ sections }, slug))).toEqual([
      'accent-1',
      'accent-6',
      'accent-1',
    ]);
  });

  it("gives the site's own colour to what has no section", () => {
    expect([undefined, 'none'].map((slug) => accentOf({ sections }, slug))).toEqual(['accent-0', 'accent-0']);
  });
});
