import { findWords } from '../../words/words.ts';
import type { SoughtPhrase } from '../query.ts';

/**
 * Return whether a text contains words in the given order and form, without others between them. Spellings of a word,
 * half-spaces and spaces count as equal, as everywhere in the search; punctuation is ignored, but not the end of a
 * paragraph.
 *
 * @example containsPhrase('اعضای شورای شهر تهران', 'شورای شهر') // true
 */
export function containsPhrase(text: string, phrase: string): boolean {
  const letters = lettersOf(phrase);
  if (letters === '') return true;
  return text.split('\n').some((paragraph) => {
    const surfaces = findWords(paragraph).map(({ surface }) => surface);
    return surfaces.some((_, first) => {
      let rest = letters;
      for (let next = first; rest !== '' && next < surfaces.length && rest.startsWith(surfaces[next]!); next++) {
        rest = rest.slice(surfaces[next]!.length);
      }
      return rest === '';
    });
  });
}

/** Return whether a text satisfies all quotations of a query. */
export function hasPhrases(text: string, phrases: readonly SoughtPhrase[]): boolean {
  return phrases.every((phrase) => containsPhrase(text, phrase.text) !== phrase.isExcluded);
}

function lettersOf(phrase: string): string {
  return findWords(phrase)
    .map(({ surface }) => surface)
    .join('');
}
