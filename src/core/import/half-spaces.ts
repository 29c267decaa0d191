import type { ImportedArticle } from './article.ts';
import { type HalfSpaceFinder, restoreHalfSpaces } from '../half-spaces/finder.ts';

/** An article with restored half-spaces, and the changes made. */
export interface RestoredArticle {
  /** The article before the changes. */
  original: ImportedArticle;
  article: ImportedArticle;
  /** Number of occurrences of each change, in order of first occurrence. */
  changes: ReadonlyMap<string, number>;
}

/**
 * Restore the half-spaces (U+200C) that an article lost in another system: in its headline, lead, dateline, text and
 * tags. Without a finder it is returned unchanged.
 *
 * @example restoreArticle(article, find).changes // Map { 'همکاریها → همکاری‌ها' => 3, … }
 */
export function restoreArticle(original: ImportedArticle, find: HalfSpaceFinder | undefined): RestoredArticle {
  const changes = new Map<string, number>();
  if (!find) return { original, article: original, changes };
  const restore = (text: string): string =>
    restoreHalfSpaces(text, (found) => {
      const proposals = find(found);
      for (const { start, end, proposed } of proposals) {
        const change = `${found.slice(start, end)} → ${proposed}`;
        changes.set(change, (changes.get(change) ?? 0) + 1);
      }
      return proposals;
    });
  const { title, lead, dateline, paragraphs, tags } = original;
  const article = {
    ...original,
    title: restore(title),
    lead: lead === undefined ? undefined : restore(lead),
    dateline: dateline === undefined ? undefined : restore(dateline),
    paragraphs: paragraphs.map(restore),
    tags: tags.map(restore),
  };
  return { original, article, changes };
}

/** Sum the changes of several articles. */
export function sumChanges(restored: readonly RestoredArticle[]): ReadonlyMap<string, number> {
  const sum = new Map<string, number>();
  for (const { changes } of restored) {
    for (const [change, count] of changes) sum.set(change, (sum.get(change) ?? 0) + count);
  }
  return sum;
}
