import { formatDate } from './dates.ts';
import { foldText } from './persian.ts';
import type { SiteArticle } from './site.ts';

/** What the search index holds of an article. */
export interface SearchRecord {
  url: string;
  /** Folded, as queries are; word for word the same length as `display`. */
  content: string;
  /** The same text for readers, to cut excerpts from. */
  display: string;
  /** Everything in it is searched as well. */
  meta: Record<string, string>;
}

/** Make the search record of an article: its headline, lead and body, and nothing else of its page. */
export function searchRecord(article: SiteArticle): SearchRecord {
  const { title, kicker, lead, hasOwnLead, text, date, section, url } = article;
  const parts = [kicker, title, hasOwnLead ? lead : undefined, text].filter((part) => part !== undefined);
  const words = parts.join('\n').split(/\s+/).filter((word) => foldText(word) !== '');
  return {
    url,
    content: words.map(foldText).join(' '),
    display: words.join(' '),
    meta: { title, date: formatDate(date), ...(section && { section: section.label }) },
  };
}
