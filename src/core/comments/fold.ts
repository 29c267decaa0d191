import { foldWord } from '../words/terms.ts';

/** A text prepared for the search for listed words. */
export interface BareText {
  /** Its folded letters and digits, without anything between them. */
  letters: string;
  /** Positions in `letters` where words begin. */
  starts: ReadonlySet<number>;
  /** Positions in `letters` where words end. */
  ends: ReadonlySet<number>;
}

/**
 * Fold a text to what remains equal however it is disguised: letter variants, vowel signs, half-spaces, signs between letters,
 * lengthened letters.
 *
 * @example undisguise('ش.ر.ط   بنـــدي').letters // 'شرطبندی'
 */
export function undisguise(text: string): BareText {
  const starts = new Set<number>();
  const ends = new Set<number>();
  let letters = '';
  for (const [word] of text.normalize('NFKC').matchAll(/[\p{L}\p{M}\p{N}\u0640]+/gu)) {
    const folded = foldWord(word)
      .replace(/[^\p{L}\p{N}]+/gu, '')
      .replace(/(\p{L})\1+/gu, '$1');
    if (folded === '') continue;
    starts.add(letters.length);
    letters += folded;
    ends.add(letters.length);
  }
  return { letters, starts, ends };
}

/**
 * Create a function that returns whether a text contains a listed word, however it is spelled: «شرط‌بندی» is found in «شرط بندی»,
 * «ش ر ط ب ن د ی» and «شررررط‌بندی». A word begins where one of the text begins; short ones also end with one, so that «بت» is not
 * found in «بتن».
 */
export function createWordCheck(words: readonly string[]): (text: BareText) => boolean {
  const listed = [...new Set(words.map((word) => undisguise(word).letters))].filter((word) => word !== '');
  return ({ letters, starts, ends }) =>
    listed.some((word) => {
      for (let at = letters.indexOf(word); at >= 0; at = letters.indexOf(word, at + 1)) {
        if (starts.has(at) && (word.length > longestWhole || ends.has(at + word.length))) return true;
      }
      return false;
    });
}

/** Length up to which a listed word must be a whole one: longer ones are also found with endings. */
const longestWhole = 4;

/** Count the web addresses of a text, with and without `https://`. */
export function countLinks(text: string): number {
  return text.normalize('NFKC').match(address)?.length ?? 0;
}

// Bounded, so that time grows with the length of the text.
const address =
  /(?:https?:\/\/|www\.)[^\s،,]{1,300}|(?<![a-z0-9.-])(?:[a-z0-9-]{1,63}\.){1,4}(?:com|net|org|info|biz|xyz|top|site|online|shop|club|app|dev|io|me|ir|co|cc|tv|ru|cn|bet|casino|link|live|vip)(?![a-z0-9-])(?:\/[^\s،,]{0,300})?/gi;
