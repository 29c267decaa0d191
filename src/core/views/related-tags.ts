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
export function relatedTags(term: Term, counts: ReadonlyMap<string, number>): TermLink[] {
  const { url } = term;
  return [...countTags(term)]
    .filter(([tag, count]) => tag.url !== url && count >= leastShared)
    .map(([tag, count]) => ({ tag, weight: count / Math.sqrt(2 ** Math.floor(Math.log2(counts.get(tag.url) ?? 1))) }))
    .toSorted((a, b) => b.weight - a.weight || compareText(a.tag.label, b.tag.label))
    .slice(0, shownTags)
    .map(({ tag }) => tag);
}

/** Find the tags that the newest articles of a section share, the most frequent first. */
export function commonTags(section: Term): TermLink[] {
  return [...countTags(section)]
    .filter(([, count]) => count >= leastShared)
    .toSorted(([a, first], [b, second]) => second - first || compareText(a.label, b.label))
    .slice(0, shownTags)
    .map(([tag]) => tag);
}

/** Count the tags of a term's newest articles. */
function countTags({ newest, pages }: Term): Map<TermLink, number> {
  const articles = [
    ...newest,
    ...pages
      .slice(-Math.ceil(reach / 2))
      .toReversed()
      .flat(),
  ].slice(0, reach);
  const counts = new Map<TermLink, number>();
  for (const { tags } of articles) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return counts;
}
