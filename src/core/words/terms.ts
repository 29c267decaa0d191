import { memoize } from '../text/memoize.ts';
import { foldText, toLatinDigits } from '../text/persian.ts';
import { isEnding, stemOf, stemOfParts } from './stems.ts';

/** A word as the search index stores it. */
export interface SearchTerm {
  /** Folded letters, without half-spaces. Spellings of the same form have the same surface. */
  surface: string;
  /** Common to all inflected forms of the word. */
  stem: string;
}

/** A word with its spelling, from which surface and stem derive: see {@link readSpelling}. */
export interface SpelledTerm extends SearchTerm {
  /** As written, with half-spaces in place of spaces. */
  spelling: string;
}

/** A spelling whose compound parts are described as well. */
export interface KnownTerm extends SpelledTerm {
  /** As in `SearchWord`. */
  parts: readonly KnownTerm[];
}

/** Everything derived from a word's spelling. */
export interface DescribedTerm extends KnownTerm {
  /** Parts between half-spaces and spaces, folded. */
  pieces: readonly string[];
  /** Whether it may attach to an adjacent word, as می and ها do. */
  isLoose: boolean;
}

/** Build the term of a folded word without visible parts. */
export function termOf(surface: string): SearchTerm {
  return { surface, stem: stemOf(surface) };
}

/** Return the surface of a word that `findWords` has found, given its spelling. */
export function readSpelling(spelling: string): string {
  return describeWord(spelling).surface;
}

/** Fold one word without half-spaces. @example foldWord('آيندهٔ') // 'اینده' */
export function foldWord(word: string): string {
  const plain = word
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(/ؤ(?=و)/g, 'ئ');
  return toLatinDigits(foldText(plain)).replace(/[آءھہەڪېۍ]/g, (letter) => alternates[letter]!);
}

const invisible = /[\u00AD\u061C\u180E\u200B\u200D-\u200F\u2060-\u206F]|\p{Variation_Selector}/gu;
const alternates: Readonly<Record<string, string>> = {
  آ: 'ا',
  ء: '',
  ھ: 'ه',
  ہ: 'ه',
  ە: 'ه',
  ڪ: 'ک',
  ې: 'ی',
  ۍ: 'ی',
};

/** Matches words whose letters folding leaves unchanged, which most are. */
export const plainWord: RegExp = /^[ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی]+$/;

/**
 * Texts repeat their words, and folding and stemming are the most expensive steps of search and related news. A word
 * takes about 300 bytes.
 */
const cachedWords = 200_000;

/** Describe a word: spelling, surface, stem and parts. Results are cached. */
export const describeWord: (word: string) => DescribedTerm = memoize(cachedWords, (word: string) =>
  plainWord.test(word) ? describePlain(word) : describeSpelling(word),
);

function describePlain(word: string): DescribedTerm {
  const pieces = [word];
  return { spelling: word, pieces, surface: word, stem: stemOfParts(pieces), parts: [], isLoose: isLoose(pieces) };
}

function describeSpelling(word: string): DescribedTerm {
  const spelled = word.split('\u200C').filter((piece) => foldPiece(piece) !== '');
  const pieces = spelled.map(foldPiece);
  // «خانه‌ی» is another spelling of «خانهٔ».
  const parts = pieces.at(-1) === 'ی' && /[اهو]$/.test(pieces.at(-2) ?? '') ? pieces.slice(0, -1) : pieces;
  const [surface, stem] = [parts.join(''), stemOfParts(parts)];
  return { spelling: word, pieces, surface, stem, parts: compoundParts(parts, spelled), isLoose: isLoose(pieces) };
}

function isLoose(pieces: readonly string[]): boolean {
  const [piece = '', ...others] = pieces;
  return others.length === 0 && (isVerbPrefix(piece) || isEnding(piece, 'ه'));
}

/** Return whether a piece of a word is می or نمی. */
export function isVerbPrefix(piece: string): boolean {
  return piece === 'می' || piece === 'نمی';
}

/** Fold a piece of a word; separators of numbers are removed. */
function foldPiece(piece: string): string {
  return foldWord(piece.replace(/[,٬]/g, '').replace(/[٫/\u2044]/, '.'));
}

function compoundParts(pieces: readonly string[], spelled: readonly string[]): KnownTerm[] {
  if (pieces.length < 2) return [];
  const content = pieces.flatMap((piece, index): KnownTerm[] => {
    if (/^ن?می$/.test(piece) || (index > 0 && (isEnding(piece, 'ه') || piece === 'ست'))) return [];
    const isJoined = index > 0 && /^و../.test(piece);
    const surface = isJoined ? piece.slice(1) : piece;
    const spelling = isJoined ? spelled[index]!.slice(1) : spelled[index]!;
    if (surface.length < 2) return [];
    // The folded piece may have lost a mark in front of its first letter; then the spelling is cut from it.
    return [describeWord(foldPiece(spelling) === surface ? spelling : surface)];
  });
  return content.length < 2 ? [] : content;
}
