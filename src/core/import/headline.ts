import { truncateText } from '../text/persian.ts';
import { cleanTitle, dropEnd, letterKey, wordsOf } from './text.ts';

/** A headline and its origin. */
export interface FoundHeadline {
  title: string;
  /** `doubt`: it is above the text but shares few words with it. */
  from: 'head' | 'doubt' | 'list' | 'lead';
}

/**
 * Find a page's headline. Scraped text has often lost it, but the page's own lists («آخرین اخبار») also contain the
 * article's title. Candidates are therefore the lines above the text and the titles in those lists. Each is scored by
 * the share of its words that occur in the text; a word counts more the fewer lines of the page contain it.
 *
 * 1. The best line above the text is the headline, unless a listed title fits the text clearly better.
 * 2. Without such a line, a listed title is the headline if nearly all its words are in the text (at least 80 %,
 *    five words or more) and it leads the next one by a fifth.
 * 3. Otherwise the first clause of the lead is used, and the report asks for a better headline.
 *
 * @example findHeadline([], ['کیفیت هوای تهران قابل قبول است', …], paragraphs) // { title: …, from: 'list' }
 */
export function findHeadline(
  head: readonly string[],
  listed: readonly string[],
  paragraphs: readonly string[],
): FoundHeadline {
  const score = createScore(paragraphs, [...head, ...listed]);
  const above = best(head.filter(isHeadline), score);
  const inList = best(
    listed.filter((line) => isHeadline(line) && wordsOf(line).length >= 5),
    score,
  );
  const listFits = inList !== undefined && inList.score >= 0.8 && inList.lead >= 0.2;
  if (above && !(listFits && above.score < 0.5)) {
    return { title: cleanTitle(above.line), from: above.score < 0.2 ? 'doubt' : 'head' };
  }
  if (listFits) return { title: cleanTitle(inList.line), from: 'list' };
  return { title: deriveHeadline(paragraphs[0] ?? ''), from: 'lead' };
}

/**
 * Derive a headline from a lead's first clause, cut at a word boundary.
 *
 * @example deriveHeadline('شهردار با تاکید بر گسترش همکاری‌ها، گفت: …') // 'شهردار با تاکید بر گسترش همکاری‌ها'
 */
export function deriveHeadline(lead: string): string {
  const clauses = lead.split(/(?<=[،؛:.؟!])\s/);
  let clause = '';
  for (const next of clauses) {
    clause = clause === '' ? next : `${clause} ${next}`;
    if (wordsOf(clause).length >= 4) break;
  }
  const cut = truncateText(dropEnd(clause, /[\s،؛:.]/), 90).replace(/…$/, '');
  return cleanTitle(cut.replace(/(?:\s(?:و|که|از|با|به|در|بر|تا|را|یا|برای|این|آن))+$/, ''));
}

interface Best {
  line: string;
  score: number;
  /** Difference between its score and that of the next title. */
  lead: number;
}

/** Ties go to the later line: the headline is the one nearest to the text. */
function best(lines: readonly string[], score: (line: string) => number): Best | undefined {
  const distinct = new Map(lines.map((line) => [letterKey(line), line]));
  const ranked = [...distinct.values()]
    .map((line, index) => ({ line, index, score: score(line) }))
    .toSorted((a, b) => b.score - a.score || b.index - a.index);
  const [first, second] = ranked;
  return first && { line: first.line, score: first.score, lead: first.score - (second?.score ?? 0) };
}

function createScore(paragraphs: readonly string[], titles: readonly string[]): (line: string) => number {
  const lines = [...paragraphs, ...new Set(titles)].map((line) => new Set(stemsOf(line)));
  const inText = new Set(paragraphs.flatMap(stemsOf));
  const counts = new Map<string, number>();
  for (const words of lines) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weight = (word: string): number => Math.log(1 + lines.length / counts.get(word)!);
  const sum = (words: readonly string[]): number => words.reduce((total, word) => total + weight(word), 0);
  return (line) => {
    const words = [...new Set(stemsOf(line))];
    return words.length === 0 ? 0 : sum(words.filter((word) => inText.has(word))) / sum(words);
  };
}

/** Words without plural endings and «ی», since a headline rarely has the same inflected forms as the text. */
function stemsOf(line: string): string[] {
  return wordsOf(line).map((word) => (word.length > 4 ? word.replace(/ها(?:یی?)?$/, '').replace(/ی$/, '') : word));
}

/** Headlines have at least three words; menu items («صفحه نخست») have fewer. */
function isHeadline(line: string): boolean {
  const count = wordsOf(line).length;
  return count >= 3 && count <= 30;
}
