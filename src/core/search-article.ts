import { formatDate } from './dates.ts';
import type { SiteArticle } from './site.ts';

/** What the results show of an article, in its own orthography: one small file an article. */
export interface SearchArticle {
  url: string;
  title: string;
  /** The lead, if the writer gave one, and the body; excerpts are cut out of it. */
  text: string;
  /** For readers. */
  date: string;
  /** ISO 8601. */
  iso: string;
  section?: string | undefined;
  source: string;
}

/** Tell what results show of an article. */
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
