import type { ReadArticle } from '../article.ts';

/**
 * Estimate how many whole minutes a person reads these texts, at least one. A word joined by half-spaces is one word;
 * a dash or a bracket that stands alone is none.
 *
 * The rate is 200 words a minute. Brysbaert, "How many words do we read per minute?" (Journal of Memory and Language
 * 109, 2019), finds 238 for English non-fiction and 181 for Arabic, read silently, and ties the rate of a language to
 * the number of words it takes to say the same thing; Persian, with fewer clitics than Arabic, lies between the two.
 *
 * @example readingMinutes(['واژه '.repeat(700)]) // 4
 */
export function readingMinutes(texts: readonly string[]): number {
  const count = texts.reduce((sum, text) => sum + (text.match(word)?.length ?? 0), 0);
  return Math.max(1, Math.round(count / wordsPerMinute));
}

/** What of an article takes time to read on its page. */
type ReadParts = Pick<
  ReadArticle,
  'kicker' | 'title' | 'hasOwnLead' | 'lead' | 'body' | 'image' | 'video' | 'corrections'
>;

/** Estimate how many minutes the page of an article takes, without the parts that lead to other pages. */
export function articleMinutes(article: ReadParts): number {
  const { kicker = '', title, hasOwnLead, lead, body, image, video, corrections } = article;
  const captions = [image?.caption ?? '', video?.title ?? ''];
  const texts = [kicker, title, hasOwnLead ? lead : '', body.text, ...captions];
  return readingMinutes([...texts, ...corrections.map(({ text }) => text)]);
}

/** Write minutes as machines read them: a duration of ISO 8601. @example minutesDuration(4) // 'PT4M' */
export function minutesDuration(minutes: number): string {
  return `PT${minutes}M`;
}

const wordsPerMinute = 200;
const word = /[\p{L}\p{N}]\S*/gu;
