import { removeHalfSpaces } from './joining.ts';
import { halfSpace } from '../text/persian.ts';

/** A word in its standard spelling. */
export interface Word {
  text: string;
  /** Whether it can be a noun, which takes «ها» and possessives. */
  isNoun: boolean;
  /** Whether it can be an adjective, which takes «تر». */
  isAdjective: boolean;
}

/** Persian words, looked up by their letters alone. */
export interface Lexicon {
  /** Find the words that have these letters once their half-spaces (U+200C) are removed. */
  find(letters: string): readonly Word[];
  /** Return whether a word's final ه is pronounced, as in «فقه», so that endings are joined to it («فقهی»). */
  hasSpokenHeh: (word: string) => boolean;
  /** Number of compounds in which a word is a part, the best measure of its frequency that a dictionary offers. */
  countCompounds(word: string): number;
  /** Return whether a spelling is one of the newsroom's own, which applies wherever its letters occur. */
  isOwn(text: string): boolean;
}

/**
 * Create a lexicon from a Hunspell dictionary (`index.dic` of dictionary-fa, which is Lilak). Its flags give the kinds
 * of word: `sd`, `sg`, `sj`, `sk` and `sl` mark endings of nouns, `st` and `su` those of comparatives. `sk` is for
 * nouns with a silent ه, so a word with other possessives (`sa`, `sc`, `sp`) but without `sk` ends in a pronounced ه.
 *
 * @param words The newsroom's own spellings; each replaces the dictionary's entries for its letters.
 * @example createLexicon('2\nکتاب/sgsl\nکتاب‌خانه').find('کتابخانه')[0]?.text // 'کتاب‌خانه'
 */
export function createLexicon(dictionary: string, words: readonly string[] = []): Lexicon {
  const found = new Map<string, Word[]>();
  const compounds = new Map<string, number>();
  const heh = new Map<string, boolean>();
  for (const line of dictionary.split('\n').slice(1)) {
    const [text = '', flags = ''] = line.trimEnd().split('/');
    if (text === '') continue;
    addWord(found, compounds, text, flags);
    if (/s[acp]/.test(flags) && finalHeh.test(text)) {
      const letters = removeHalfSpaces(text);
      heh.set(letters, (heh.get(letters) ?? true) && !flags.includes('sk'));
    }
  }
  const own = new Set(words);
  for (const text of words) found.set(removeHalfSpaces(text), [{ text, isNoun: true, isAdjective: false }]);
  return {
    find: (letters) => found.get(letters) ?? none,
    hasSpokenHeh: (word) => heh.get(word) ?? false,
    countCompounds: (word) => compounds.get(word) ?? 0,
    isOwn: (text) => own.has(text),
  };
}

const none: readonly Word[] = [];
// Excludes endings whose ه is silent regardless of the flags: «وصیت‌نامه», «اجرائیه».
const finalHeh = /(?<!ا|نام|وند|زند|[ئع]ی|ین|تم|وف|یو|یل|عل|نی|^بن|^روز?ب)ه$/;
// Verb forms, which are compounds in spelling only: «می‌رود», «برمی‌گردد», «رفته‌اند».
const verbForm = /(?:^|\u200C|بر|در|باز|فرو|فرا|وا)(?:ن?می|همی)\u200C|ه\u200C(?:ام|ای|ایم|اید|اند)$/;

function addWord(found: Map<string, Word[]>, compounds: Map<string, number>, text: string, flags: string): void {
  const isCompound = text.includes(halfSpace) && !verbForm.test(text);
  // Compounds without flags are nouns or adjectives that Lilak does not classify further.
  const isNoun = /s[dgjkl]/.test(flags) || (isCompound && flags === '');
  const isAdjective = /s[tu]/.test(flags);
  if (isCompound) for (const part of text.split(halfSpace)) compounds.set(part, (compounds.get(part) ?? 0) + 1);
  const letters = removeHalfSpaces(text);
  const known = found.get(letters);
  const same = known?.find((word) => word.text === text);
  if (same) {
    same.isNoun ||= isNoun;
    same.isAdjective ||= isAdjective;
  } else if (known) known.push({ text, isNoun, isAdjective });
  else found.set(letters, [{ text, isNoun, isAdjective }]);
}
