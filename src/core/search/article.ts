import type { SearchFields } from './store.ts';
import { formatDate } from '../dates/news-date.ts';
import type { SiteArticle } from '../site/site.ts';

/** What results show of an article, in its own orthography: one small file per article. */
export interface SearchArticle {
  url: string;
  title: string;
  /** The lead, if the writer gave one, and the body; excerpts are cut from it. */
  text: string;
  /** Formatted for readers. */
  date: string;
  /** ISO 8601. */
  iso: string;
  section?: string | undefined;
  source: string;
}

/** Describe an article for results. */
export function describeArticle(article: SiteArticle): SearchArticle {
  const { url, title, lead, hasOwnLead, body, date, section, source } = article;
  return {
    url,
    title,
    text: hasOwnLead ? `${lead}\n${body.text}` : body.text,
    date: formatDate(date),
    iso: date.iso,
    section: section?.label,
    source: source.label,
  };
}

/** List the searched fields of an article with their weights. */
export function searchFields(article: SiteArticle): SearchFields {
  return [
    [article.title, 20],
    [article.kicker ?? '', 8],
    [article.lead, article.hasOwnLead ? 8 : 6],
    ...article.tags.map(({ label }): [string, number] => [label, 8]),
    ...article.authors.map(({ label }): [string, number] => [label, 6]),
    [article.source.label, 2],
    [article.body.text, 2],
  ];
}

/**
 * List the names of an article that depend on more than its own file: they may change while the file stays the same.
 */
export function namesOf({ url, tags, authors, section, source }: SiteArticle): string {
  const terms = [...tags, source, ...(section ? [section] : []), ...authors];
  return [url, ...terms.map(({ kind, slug, label }) => `${kind} ${slug} ${label}`)].join('\n');
}
