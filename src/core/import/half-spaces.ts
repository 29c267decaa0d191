import type { ImportedArticle } from './article.ts';
import { type HalfSpaceFinder, restoreHalfSpaces } from '../half-spaces/finder.ts';

/** An article with its half-spaces, and what was changed for them. */
export interface RestoredArticle {
  /** As it was before. */
  original: ImportedArticle;
  article: ImportedArticle;
  /** Each change once, in the order of the text, with how often it was made. */
  changes: ReadonlyMap<string, number>;
}

/**
 * Restore the half-spaces (U+200C) that an article has lost in another system: in its headline, lead, dateline, text
 * and tags. Without a finder nothing changes.
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

/** Add up the changes of several articles. */
export function sumChanges(restored: readonly RestoredArticle[]): ReadonlyMap<string, number> {
  const sum = new Map<string, number>();
  for (const { changes } of restored) {
    for (const [change, count] of changes) sum.set(change, (sum.get(change) ?? 0) + count);
  }
  return sum;
}
