import type { ReadArticle } from '../article.ts';

/**
 * Estimate the reading time of texts in whole minutes, at least one. A word joined by half-spaces is one word; a dash
 * or bracket that stands alone is none.
 *
 * The rate is 200 words a minute. Brysbaert, "How many words do we read per minute?" (Journal of Memory and Language
 * 109, 2019), finds 238 for English non-fiction and 181 for Arabic, read silently, and ties the rate of a language to
 * the number of words it takes to say the same thing; Persian, with fewer clitics than Arabic, lies between the two.
 *
 * @example readingMinutes(['واژه '.repeat(700)]) // 4
 */
export function readingMinutes(texts: readonly string[]): number {
  const count = texts.reduce((sum, text) => sum + countWords(text), 0);
  return Math.max(1, Math.round(count / wordsPerMinute));
}

/** Count the words of a text, as {@link readingMinutes} does. */
export function countWords(text: string): number {
  return text.match(word)?.length ?? 0;
}

/** The parts of an article that take time to read on its page. */
type ReadParts = Pick<
  ReadArticle,
  'kicker' | 'title' | 'hasOwnLead' | 'lead' | 'body' | 'image' | 'video' | 'corrections'
>;

/** Estimate the reading time of an article's page in minutes, without the parts that lead to other pages. */
export function articleMinutes(article: ReadParts): number {
  const { kicker = '', title, hasOwnLead, lead, body, image, video, corrections } = article;
  const captions = [image?.caption ?? '', video?.title ?? ''];
  const texts = [kicker, title, hasOwnLead ? lead : '', body.text, ...captions];
  return readingMinutes([...texts, ...corrections.map(({ text }) => text)]);
}

/** Format minutes as an ISO 8601 duration. @example minutesDuration(4) // 'PT4M' */
export function minutesDuration(minutes: number): string {
  return `PT${minutes}M`;
}

const wordsPerMinute = 200;
const word = /[\p{L}\p{N}]\S*/gu;
