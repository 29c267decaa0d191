import { compareText } from '../text/persian.ts';
import type { Term, TermLink } from '../site/site.ts';

// The number of a tag's newest articles that count, how many of them two tags must share, and how many tags are shown.
const [reach, leastShared, shownTags] = [60, 2, 8];

/**
 * Find the tags that occur with a tag in its newest articles, the most relevant first: shared articles over the square
 * root of all articles of the other tag, as in the cosine of two sets. The number of all articles is rounded down to a
 * power of two, so that a new article of one tag hardly ever changes the pages of others.
 *
 * @param counts Number of articles of each tag, by URL.
 */
export function relatedTags({ url, newest, pages }: Term, counts: ReadonlyMap<string, number>): TermLink[] {
  const articles = [
    ...newest,
    ...pages
      .slice(-Math.ceil(reach / 2))
      .toReversed()
      .flat(),
  ].slice(0, reach);
  const shared = new Map<TermLink, number>();
  for (const { tags } of articles) for (const tag of tags) shared.set(tag, (shared.get(tag) ?? 0) + 1);
  return [...shared]
    .filter(([tag, count]) => tag.url !== url && count >= leastShared)
    .map(([tag, count]) => ({ tag, weight: count / Math.sqrt(2 ** Math.floor(Math.log2(counts.get(tag.url) ?? 1))) }))
    .toSorted((a, b) => b.weight - a.weight || compareText(a.tag.label, b.tag.label))
    .slice(0, shownTags)
    .map(({ tag }) => tag);
}
