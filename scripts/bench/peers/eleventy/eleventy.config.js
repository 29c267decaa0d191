import { findRelated, groupByTag, paginate, sizes, tagPath } from './shared/newsroom.js';

const origin = 'https://example.com';

/** A standard Eleventy site: Markdown, Nunjucks, collections, pagination. */
export default function configure(eleventy) {
  let related = new Map();
  eleventy.addGlobalData('site', { origin, name: 'روزنامه', description: 'خبرهای ایران و جهان', sizes });
  eleventy.addFilter('absolute', (path) => new URL(path, origin).href);
  eleventy.addFilter('tagPath', tagPath);
  eleventy.addFilter('iso', (date) => date.toISOString());
  eleventy.addFilter('rfc822', (date) => date.toUTCString());
  eleventy.addFilter('persianDate', (date) => dates.format(date));
  eleventy.addFilter('related', (page) => related.get(page.inputPath) ?? []);

  eleventy.addCollection('articles', (api) => newestFirst(api));
  eleventy.addCollection('terms', (api) => [...termsOf(api).values()]);
  eleventy.addCollection('termPages', (api) => {
    const terms = termsOf(api);
    related = new Map([...findRelated(terms)].map(([article, others]) => [article.inputPath, others]));
    return [...terms.values()].flatMap((term) => pagesOf(term.path, term.articles, { term }));
  });
  eleventy.addCollection('latestPages', (api) => pagesOf('/latest/', newestFirst(api)));
  return { dir: { input: 'site', output: 'dist' }, markdownTemplateEngine: false };
}

const dates = new Intl.DateTimeFormat('fa-IR', { dateStyle: 'long', timeZone: 'Asia/Tehran' });

function newestFirst(api) {
  return api.getFilteredByGlob('site/news/**/*.md').toReversed();
}

function termsOf(api) {
  return groupByTag(newestFirst(api), ({ data }) => data.tags);
}

/** Paginate a list, with the paths of each page's neighbours. */
function pagesOf(path, articles, more = {}) {
  const pages = paginate(articles);
  const pathOf = (index) => (index === 0 ? path : `${path}${index + 1}/`);
  return pages.map((part, index) => ({
    ...more,
    path: pathOf(index),
    number: index + 1,
    articles: part,
    newer: index > 0 ? pathOf(index - 1) : undefined,
    older: index + 1 < pages.length ? pathOf(index + 1) : undefined,
  }));
}
