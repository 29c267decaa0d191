import { describe, expect, it } from 'vitest';
import { accentOf } from '../../../src/core/config/sections.ts';
import type { Article } from '../../../src/core/article.ts';
import { articleHead, documentTitle, type Head, openGraph, twitterCard } from '../../../src/core/views/head.ts';
import { makeArticle, makeDate, makeSite } from '../../support/make-site.ts';

const site = makeSite();
const image = { src: '/files/شهر.jpg', alt: 'شهر', width: 1600, height: 1000 };
const bare = makeSite([], { share: { days: 0 } });
const headOf = (fields: Partial<Article>): Head => articleHead(makeSite([makeArticle(fields)]).articles[0]!);
const valueOf = (head: Head, name: string, frame = site): string | undefined =>
  openGraph(frame, head).find(({ property }) => property === name)?.content;

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

  it('falls back to the newspaperâs own description', () => {
    expect(valueOf({ url: '/' }, 'og:title')).toBe(site.config.name);
    expect(valueOf({ url: '/' }, 'og:description')).toBe(site.config.description);
    expect(valueOf({ url: '/' }, 'og:type')).toBe('website');
  });

  it("uses an article's photo, or its share picture if there is none", () => {
    expect(valueOf(headOf({ image }), 'og:image')).toBe('https://example.org/files/%D8%B4%D9%87%D8%B1.jpg');
    expect(valueOf(headOf({ image }), 'og:image:type')).toBe('image/jpeg');
    const head = headOf({ slug: 'rood', title: 'رود پرآب شد' });
    expect(valueOf(head, 'og:image')).toMatch(/^https:\/\/example\.org\/share\/rood\.png\?[0-9a-f]{8}$/);
    expect(valueOf(head, 'og:image:alt')).toBe('رود پرآب شد');
    expect(['width', 'height', 'type'].map((name) => valueOf(head, `og:image:${name}`))).toEqual([
      '1200',
      '630',
      'image/png',
    ]);
    expect(twitterCard(site, head)).toBe('summary_large_image');
  });

  it('uses a small photo only without a share picture', () => {
    const small = { ...image, width: 300, height: 200 };
    expect(valueOf(headOf({ image: small }), 'og:image')).toContain('/share/');
    const old = articleHead(makeSite([makeArticle({ image: small })], { share: { days: 0 } }).articles[0]!);
    expect(valueOf(old, 'og:image', bare)).toMatch(/\.jpg$/);
    expect(twitterCard(bare, old)).toBe('summary');
  });

  it("uses the newspaper's own picture on other pages, and none if pictures are off", () => {
    expect(valueOf({ url: '/' }, 'og:image')).toMatch(/^https:\/\/example\.org\/share\/site\.png\?/);
    expect(valueOf({ url: '/' }, 'og:image:alt')).toBe(site.config.name);
    expect(valueOf({ url: '/' }, 'og:image', bare)).toBeUndefined();
  });

  it('offers no SVG, which social networks do not show', () => {
    const head = headOf({ image: { ...image, src: '/files/a.svg' } });
    expect(valueOf(head, 'og:image')).toContain('/share/');
    const plain = { url: '/', image: { ...image, src: '/files/a.svg' } };
    expect(valueOf(plain, 'og:image', bare)).toBeUndefined();
    expect(twitterCard(bare, plain)).toBe('summary');
    expect(twitterCard(bare, headOf({ image }))).toBe('summary_large_image');
  });
});

describe('articleHead', () => {
  it('truncates a long lead between words', () => {
    const { description } = headOf({ lead: 'واژه '.repeat(100).trim() });
    expect(description).toMatch(/واژه…$/);
    expect(description!.length).toBeLessThanOrEqual(201);
  });
});

describe('documentTitle', () => {
  it("ends with the newspaper's name, and begins with it on the front page", () => {
    expect(documentTitle(site, { url: '/tags/', title: 'برچسب‌ها' })).toBe(`برچسب‌ها | ${site.config.name}`);
    expect(documentTitle(site, { url: '/' })).toBe(`${site.config.name} | ${site.config.description}`);
  });
});

describe('accentOf', () => {
  const sections = Array.from({ length: 8 }, (_, index) => ({ slug: `s${index}`, name: `س${index}` }));

  it('assigns colours to sections by position, each its own', () => {
    expect(['s0', 's5', 's6'].map((slug) => accentOf({ sections }, slug))).toEqual([
      'accent-1',
      'accent-6',
      'accent-7',
    ]);
  });

  it("falls back to the site's own colour without a section", () => {
    expect([undefined, 'none'].map((slug) => accentOf({ sections }, slug))).toEqual(['accent-0', 'accent-0']);
  });
});
