import { nearestSpelling } from '../../core/search/spellings.ts';
import { findWords } from '../../core/words/words.ts';
import type { SearchIndex } from './index.ts';

const mostTags = 6;
const keys = "qwertyuiop[]asdfghjkl;'zxcvbnm,\\";
const letters = 'ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپوژ';

/** Create the function that suggests tags with a word that begins like the reader's query, most used first. */
export function createTagAdviser({ labels, rows }: SearchIndex): (question: string) => string[] {
  const counts = labels.tags.map(() => 0);
  for (const { tags } of rows) for (const tag of tags) counts[tag]! += 1;
  const folded = labels.tags.map((label) => ` ${fold(label)}`);
  const order = [...labels.tags.keys()].toSorted((a, b) => counts[b]! - counts[a]!);
  return (question) => {
    const beginning = fold(question);
    if (beginning.length < 2) return [];
    return order
      .filter((tag) => folded[tag]!.includes(` ${beginning}`))
      .slice(0, mostTags)
      .map((tag) => labels.tags[tag]!);
  };
}

/**
 * Correct a query with unknown words: text typed with the Latin keyboard layout is read in the Persian one («hdvhk» is
 * «ایران»); otherwise each unknown word is replaced with the nearest known one.
 *
 * @returns `undefined` if there is no better query.
 */
export async function mendQuestion(
  question: string,
  unknown: readonly string[],
  index: SearchIndex,
): Promise<string | undefined> {
  const typed = /^[ -~]+$/.test(question) ? switchKeyboard(question) : question;
  if (typed !== question && (await isKnown(typed, index))) return typed;
  const spellings = await index.spellings();
  let mended = question;
  for (const word of unknown) {
    const better = nearestSpelling(word, spellings);
    if (better !== undefined) mended = mended.replace(word, () => better);
  }
  return mended === question ? undefined : mended;
}

function switchKeyboard(words: string): string {
  return [...words.toLowerCase()].map((key) => letters[keys.indexOf(key)] ?? key).join('');
}

async function isKnown(text: string, { words }: SearchIndex): Promise<boolean> {
  const typed = findWords(text);
  return (await words.find(typed)).size === new Set(typed.map(({ stem }) => stem)).size;
}

function fold(text: string): string {
  return findWords(text)
    .map(({ surface }) => surface)
    .join(' ');
}
