import type { SearchAnswer } from './ranking.ts';
import { findWords, type SearchWord } from '../words/words.ts';

/** A piece of a text, marked if it matches the query. */
export interface MarkedPiece {
  text: string;
  isMarked: boolean;
}

const excerptWords = 34;

/**
 * Mark the words of a query in a text. Adjacent words are marked as one, across a half-space, a space or و («حمل و
 * نقل»).
 *
 * @param sought From {@link SearchAnswer}.
 */
export function markText(text: string, sought: SearchAnswer['sought']): MarkedPiece[] {
  return cutPieces(text, 0, text.length, findWords(text), sought);
}

/**
 * Cut the stretch of about 34 words that matches most of the query out of a text, and mark it. It begins and ends
 * between words, with «…» where the text goes on.
 */
export function excerptOf(text: string, sought: SearchAnswer['sought']): MarkedPiece[] {
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

/** Index of the word at which the best stretch begins: a few words before its first match. */
function bestStart(words: readonly SearchWord[], sought: SearchAnswer['sought']): number {
  const found = words.map((_, index) => soughtKey(words, index, sought));
  let [best, bestValue] = [0, 0];
  found.forEach((key, index) => {
    if (key === undefined) return;
    const keys = new Set(found.slice(index, index + excerptWords - lead).filter((each) => each !== undefined));
    const value = [...keys].reduce((sum, each) => sum + sought.get(each!)!, 0);
    if (value > bestValue + 1e-9) [best, bestValue] = [index, value];
  });
  return best <= lead ? 0 : Math.min(best - lead, Math.max(0, words.length - excerptWords));
}

// Words before the first marked one.
const lead = 8;

function soughtKey(words: readonly SearchWord[], index: number, sought: SearchAnswer['sought']): string | undefined {
  const { stem, surface, parts } = words[index]!;
  if (sought.has(stem)) return stem;
  if (sought.has(`=${surface}`)) return `=${surface}`;
  const part = parts.find((each) => sought.has(each.stem));
  if (part) return part.stem;
  const beginning = [...sought.keys()].find((key) => key.startsWith('^'));
  if (beginning && [stem, surface].some((word) => word.startsWith(beginning.slice(1)))) return beginning;
  const [before, after] = [neighbour(words, index, -1), neighbour(words, index, 1)];
  const pairs = [before && `${before.stem} ${stem}`, after && `${stem} ${after.stem}`];
  return pairs.find((pair) => pair !== undefined && sought.has(pair));
}

/** The adjacent word, skipping و. */
function neighbour(words: readonly SearchWord[], index: number, step: 1 | -1): SearchWord | undefined {
  const next = words[index + step];
  return next?.surface === 'و' ? words[index + 2 * step] : next;
}

function cutPieces(
  text: string,
  start: number,
  end: number,
  words: readonly SearchWord[],
  sought: SearchAnswer['sought'],
): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  const add = (from: number, to: number, isMarked: boolean): void => {
    if (to > from) pieces.push({ text: text.slice(from, to), isMarked });
  };
  let at = start;
  for (const [index, word] of words.entries()) {
    if (word.start < start || word.end > end || soughtKey(words, index, sought) === undefined) continue;
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
