import { pluralEndings } from './affixes.ts';
import { isJoining, removeHalfSpaces } from './joining.ts';
import { halfSpace } from '../text/persian.ts';

/** Minimum number of occurrences, and minimum ratio to the occurrences of the same letters in other spellings. */
const minOccurrences = 3;
const minRatio = 4;
/** Weight of a spelling with a space, which may mean something else: «صنعت نفت» is an industry, «صنعت‌نفت» a club. */
const spacedWeight = 3;

/**
 * Learn from a newsroom's own texts which words it writes with a half-space (U+200C), such as names that are in no
 * dictionary. A spelling counts only if it is clearly more frequent than the same letters joined or with a space.
 * Plurals and other inflected forms are not learnt because rules cover them; joined spellings are not learnt because
 * scraped texts have lost their half-spaces.
 *
 * @example learnSpellings(['کی‌روش', 'کی‌روش گفت', 'کی‌روش رفت']) // ['کی‌روش']
 */
export function learnSpellings(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  const count = (spelling: string): void => void counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
  for (const text of texts) for (const [word] of text.matchAll(wordWithHalfSpace)) count(word);
  const candidates = [...counts].filter(([word, number]) => number >= minOccurrences && isLearnable(word));
  const others = countOthers(texts, new Set(candidates.map(([word]) => word)));
  return candidates.filter(([word, number]) => number >= minRatio * (others.get(word) ?? 0)).map(([word]) => word);
}

const letter = '[\\u0620-\\u064A]|[\\u0670-\\u06D3]';
const wordWithHalfSpace = new RegExp(`(?:${letter})+(?:\\u200C(?:${letter})+)+`, 'g');
const plainWord = new RegExp(`(?:${letter})+`, 'g');
const inflected = new RegExp(`\\u200C(?:${pluralEndings.join('|')}|تر|ترین|ی|ای|ام|ات|اش|اند|اید|ایم|مان|تان|شان)$`);

function isLearnable(word: string): boolean {
  return (
    isJoining(word.slice(0, word.indexOf(halfSpace))) &&
    !/^(?:\p{L}{2,3})?ن?می\u200C/u.test(word) &&
    !inflected.test(word)
  );
}

/**
 * Count the occurrences of the given words in joined form, or, for words with one half-space, with a space in its
 * place, weighted by {@link spacedWeight}.
 */
function countOthers(texts: readonly string[], words: ReadonlySet<string>): Map<string, number> {
  const byLetters = new Map([...words].map((word) => [removeHalfSpaces(word), word]));
  const firsts = new Set([...words].map((word) => word.slice(0, word.indexOf(halfSpace))));
  const counts = new Map<string, number>();
  const count = (word: string, weight: number): void => void counts.set(word, (counts.get(word) ?? 0) + weight);
  for (const text of texts) {
    let before = { word: '', end: -1 };
    for (const { 0: word, index } of text.matchAll(plainWord)) {
      const joined = byLetters.get(word);
      if (joined !== undefined) count(joined, 1);
      if (firsts.has(before.word) && index === before.end + 1 && text.charAt(before.end) === ' ') {
        const spaced = before.word + halfSpace + word;
        if (words.has(spaced)) count(spaced, spacedWeight);
      }
      before = { word, end: index + word.length };
    }
  }
  return counts;
}
