import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/core/article.ts';
import {
  breadcrumbList,
  newsArticle,
  newsOrganization,
  type StructuredData,
  webSite,
  writeJsonLd,
} from '../../../src/core/views/structured-data.ts';
import { makeArticle, makeDate, makeSite } from '../../support/make-site.ts';

const settings = {
  url: 'https://example.org/news',
  name: 'روزنگار',
  sections: [{ slug: 'sport', name: 'ورزش' }],
  profiles: ['https://t.me/example'],
};
const site = makeSite([], settings);
const describeArticle = (fields: Partial<Article>): Record<string, unknown> => {
  const own = makeSite([makeArticle({ slug: 'x', ...fields })], settings);
  return { ...newsArticle(own, own.articles[0]!) };
};

describe('an article', () => {
  it('has absolute addresses, and dates with their offset', () => {
    expect(describeArticle({ title: 'تیتر', lead: 'چکیده', updated: makeDate('1404/07/25 08:00') })).toMatchObject({
      '@type': 'NewsArticle',
      url: 'https://example.org/news/news/x/',
      headline: 'تیتر',
      description: 'چکیده',
      inLanguage: 'fa-IR',
      datePublished: '2025-10-16T10:30:00+03:30',
      dateModified: '2025-10-17T08:00:00+03:30',
      publisher: { '@type': 'NewsMediaOrganization', name: 'روزنگار', url: 'https://example.org/news/' },
    });
  });

  it('names its authors, section, tags, corrections and picture', () => {
    const image = { src: '/news/files/a.jpg', alt: 'شهر', credit: 'عکاس', width: 1600, height: 1000 };
    const corrections = [{ date: makeDate('1404/07/26'), text: 'عدد درست ۱۱ است.' }];
    expect(
      describeArticle({ authors: ['نرگس'], section: 'sport', tags: ['آب', 'برق'], corrections, image }),
    ).toMatchObject({
      author: [
        { '@type': 'Person', name: 'نرگس', url: `https://example.org/news/authors/${encodeURIComponent('نرگس')}/` },
      ],
      articleSection: 'ورزش',
      keywords: ['آب', 'برق'],
      correction: [
        { '@type': 'CorrectionComment', datePublished: '2025-10-18T00:00:00+03:30', text: 'عدد درست ۱۱ است.' },
      ],
      image: { url: 'https://example.org/news/files/a.jpg', caption: 'شهر', creditText: 'عکاس', width: '1600' },
    });
  });

  it('is based on its source, unless that is the newspaper itself', () => {
    const based = describeArticle({ source: { name: 'ایسنا', url: 'https://isna.example/' } });
    expect(based).toMatchObject({
      author: { '@type': 'Organization', name: 'ایسنا' },
      isBasedOn: { name: 'ایسنا', url: 'https://isna.example/' },
    });
    expect(describeArticle({ source: { name: 'روزنگار' } })).not.toHaveProperty('isBasedOn');
  });
});

describe('other pages', () => {
  it('have breadcrumbs whose last step is the page itself', () => {
    const crumbs = [{ label: 'خانه', url: '/news/' }, { label: 'برچسب‌ها' }];
    expect(breadcrumbList(site, crumbs, '/news/tags/').itemListElement).toEqual([
      { '@type': 'ListItem', position: 1, name: 'خانه', item: 'https://example.org/news/' },
      { '@type': 'ListItem', position: 2, name: 'برچسب‌ها', item: 'https://example.org/news/tags/' },
    ]);
  });

  it('describe the newspaper and its search', () => {
    expect(newsOrganization(site)).toMatchObject({ name: 'روزنگار', sameAs: ['https://t.me/example'] });
    expect(JSON.stringify(webSite(site))).toContain('https://example.org/news/search/?q={search_term_string}');
  });
});

describe('writeJsonLd', () => {
  it('writes nothing that could end the script, and loses nothing', () => {
    const headline = '</script><!--<script>\u2028\u2029 «الف» & "ب"';
    const data: StructuredData = { '@context': 'https://schema.org', '@type': 'NewsArticle', headline };
    const written = writeJsonLd(data);
    expect(written).not.toMatch(/[<\u2028\u2029]/);
    expect(JSON.parse(written)).toEqual(data);
  });
});
