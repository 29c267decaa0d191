import type { Article, ArticleBody } from '../../src/core/article.ts';
import { buildSite, type SiteInput } from '../../src/core/site/build-site.ts';
import type { SiteConfig } from '../../src/core/config/site-config.ts';
import { fingerprint } from '../../src/core/text/hash.ts';
import { parseDate, type NewsDate } from '../../src/core/dates/news-date.ts';
import { cardKey } from '../../src/core/site/article-keys.ts';
import { relatedFeatures } from '../../src/core/related/features.ts';
import type { Site } from '../../src/core/site/site.ts';

const config: SiteConfig = {
  url: 'https://example.org',
  name: 'روزنامه آزمون',
  description: 'خبرهای «آزمون» و آزمایش',
  messages: 'en',
  sections: [],
  footer: [],
  sizes: { page: 20, feed: 30, related: 5, picks: 5, latest: 10 },
  share: { days: 365 },
  videoHosts: [],
  profiles: [],
  crawlers: { ai: 'allow', blocked: [] },
  llms: false,
  orthography: { off: [], words: [] },
  limits: { fileBytes: 1_000_000, imageBytes: 10_000_000, imagePixels: 50_000_000 },
};

/** Parse a date that is known to be valid. */
export function makeDate(text: string): NewsDate {
  const date = parseDate(text);
  if (typeof date === 'string') throw new TypeError(`${text}: ${date}`);
  return date;
}

/** The fields of an article; those of its body are on the same level. */
export type ArticleParts = Partial<Article & ArticleBody>;

/** Make an article from the fields that a test is about. */
export function makeArticle(fields: ArticleParts = {}): Article {
  const { html = '<p>متن خبر.</p>', text = 'متن خبر.', ...own } = fields;
  const slug = fields.slug ?? 'خبر-تازه';
  const article = {
    slug,
    file: `content/articles/${slug}.md`,
    title: 'خبر تازه',
    lead: 'چکیده خبر.',
    hasOwnLead: false,
    date: makeDate('1404/07/24 10:30'),
    tags: [],
    source: { name: 'ایسنا' },
    authors: [],
    corrections: [],
    related: [],
    picked: false,
    aliases: [],
    draft: false,
    readingMinutes: 1,
    body: { html, text },
    contentKey: fingerprint(JSON.stringify([slug, html, text, own])),
    links: [],
    ...own,
  };
  return { ...article, cardKey: cardKey(article), features: own.features ?? relatedFeatures({ ...article, text }) };
}

/** Build a site of articles, long after the last of them. */
export function makeSite(
  articles: readonly Article[] = [],
  settings: Partial<SiteConfig> = {},
  more: Partial<SiteInput> = {},
): Site {
  const input = { config: { ...config, ...settings }, articles, pages: [], files: [], now: Date.UTC(2100, 0, 1) };
  return buildSite({ ...input, ...more }).site;
}
