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

/**
 * Make the search record of an article: its lead and body, then its headline and names, and nothing else of its page.
 * The text comes first, because excerpts begin with it.
 */
export function searchRecord(article: SiteArticle): SearchRecord {
  const { title, kicker, lead, hasOwnLead, text, date, section, url } = article;
  const names = [article.source, ...article.authors, ...article.tags].map(({ label }) => label);
  const parts = [...(hasOwnLead ? [lead] : []), text, kicker ?? '', title, names.join('، ')];
  return {
    url,
    ...alignWords(parts.join('\n')),
    meta: { title, date: formatDate(date), ...(section && { section: section.label }) },
  };
}

/** Fold a text so that it has a word for each word of the text for readers. */
function alignWords(text: string): Pick<SearchRecord, 'content' | 'display'> {
  const words = splitWords(text);
  const folded = splitWords(foldText(text));
  if (folded.length === words.length) return { content: folded.join(' '), display: words.join(' ') };
  // Folding left nothing of a word such as a lone vowel sign. Folding word by word is slow, and seldom needed.
  const kept = words.filter((word) => splitWords(foldText(word)).length === 1);
  return { content: kept.flatMap((word) => splitWords(foldText(word))).join(' '), display: kept.join(' ') };
}

function splitWords(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
