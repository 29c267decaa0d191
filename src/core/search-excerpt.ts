import { findWords, type SearchWord } from './search-words.ts';

/** A piece of a shown text; what was looked for is marked. */
export interface MarkedPiece {
  text: string;
  isMarked: boolean;
}

const excerptWords = 34;

/**
 * Mark in a text what a question looked for. Words next to each other are marked as one, across a half-space, a space or
 * و («حمل و نقل»).
 *
 * @param sought Stems, and forms after «=», with their rarity.
 */
export function markText(text: string, sought: ReadonlyMap<string, number>): MarkedPiece[] {
  return cutPieces(text, 0, text.length, findWords(text), sought);
}

/**
 * Cut out of a text the stretch that says most of what was looked for, of about 34 words, and mark it. It begins and ends
 * between words, with «…» where the text goes on.
 */
export function excerptOf(text: string, sought: ReadonlyMap<string, number>): MarkedPiece[] {
  const words = findWords(text);
  const first = bestStart(words, sought);
  const last = Math.min(words.length, first + excerptWords) - 1;
  const start = first === 0 ? 0 : words[first]!.start;
  const end = last >= words.length - 1 ? text.length : words[last]!.end;
  const pieces = cutPieces(text, start, end, words, sought);
  if (start > 0) pieces.unshift({ text: '… ', isMarked: false });
  if (end < text.length) pieces.push({ text: '…', isMarked: false });
  return pieces;
}

/** Find the word that the best stretch begins with: a few words before the first that was looked for. */
function bestStart(words: readonly SearchWord[], sought: ReadonlyMap<string, number>): number {
  const found = words.map((word) => soughtKey(word, sought));
  let [best, bestValue] = [0, 0];
  found.forEach((key, index) => {
    if (key === undefined) return;
    const keys = new Set(found.slice(index, index + excerptWords - lead).filter((each) => each !== undefined));
    const value = [...keys].reduce((sum, each) => sum + sought.get(each!)!, 0);
    if (value > bestValue + 1e-9) [best, bestValue] = [index, value];
  });
  return best <= lead ? 0 : Math.min(best - lead, Math.max(0, words.length - excerptWords));
}

/** Words before the first marked one. */
const lead = 8;

function soughtKey({ stem, surface, parts }: SearchWord, sought: ReadonlyMap<string, number>): string | undefined {
  const keys = [stem, `=${surface}`, ...parts.map((part) => part.stem)];
  return keys.find((key) => sought.has(key));
}

function cutPieces(
  text: string,
  start: number,
  end: number,
  words: readonly SearchWord[],
  sought: ReadonlyMap<string, number>,
): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  const add = (from: number, to: number, isMarked: boolean): void => {
    if (to > from) pieces.push({ text: text.slice(from, to), isMarked });
  };
  let at = start;
  for (const word of words) {
    if (word.start < start || word.end > end || soughtKey(word, sought) === undefined) continue;
    const before = pieces.at(-1);
    if (before?.isMarked && /^[\s\u200C]+(?:و\s+)?$/.test(text.slice(at, word.start))) {
      before.text += text.slice(at, word.end);
    } else {
      add(at, word.start, false);
      add(word.start, word.end, true);
    }
    at = word.end;
  }
  add(at, end, false);
  return pieces;
}
