import { foldText, toLatinDigits } from '../text/persian.ts';
import { isEnding, stemOfParts } from './stems.ts';

/** A word as search knows it. */
export interface SearchTerm {
  /** Its letters: folded, without half-spaces. Two spellings of one form are equal. */
  surface: string;
  /** What it shares with its other forms. */
  stem: string;
}

/** A word with its orthography, which its surface and stem follow from: see {@link readSpelling}. */
export interface SpelledTerm extends SearchTerm {
  /** As it is written, with half-spaces for spaces. */
  spelling: string;
}

/** A spelling that was met: the same object each time. */
export interface KnownTerm extends SpelledTerm {
  /** Of its own: the first spelling has 0, the next 1. */
  number: number;
  /** As of a `SearchWord`. */
  parts: readonly KnownTerm[];
}

/** What is known of a word. */
export interface DescribedTerm extends KnownTerm {
  /** What half-spaces and spaces divide it into, folded. */
  pieces: readonly string[];
  /** Whether it may belong to a word beside it, as می and ها do. */
  isLoose: boolean;
}

/** Tell the letters of a word that `findWords` has found, by its spelling. */
export function readSpelling(spelling: string): string {
  return describeWord(spelling).surface;
}

/** Fold one word that holds no half-space. @example foldWord('آيندهٔ') // 'اینده' */
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

/** Most words are of letters that stay as they are when they are folded. */
export const plainWord: RegExp = /^[ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی]+$/;

const described = new Map<string, DescribedTerm>();
/** Texts repeat their words; folding and stemming them is the dearest step. */
const cacheSize = 200_000;

/** Describe a word: its letters, its stem, its parts. */
export function describeWord(word: string): DescribedTerm {
  const known = described.get(word);
  if (known) return known;
  const made = { ...(plainWord.test(word) ? describePlain(word) : describeSpelling(word)), number: lastNumber++ };
  if (described.size >= cacheSize) described.clear();
  described.set(word, made);
  return made;
}

let lastNumber = 0;

function describePlain(word: string): Omit<DescribedTerm, 'number'> {
  const pieces = [word];
  return { spelling: word, pieces, surface: word, stem: stemOfParts(pieces), parts: [], isLoose: isLoose(pieces) };
}

function describeSpelling(word: string): Omit<DescribedTerm, 'number'> {
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

/** Whether a piece of a word is می or نمی. */
export function isVerbPrefix(piece: string): boolean {
  return piece === 'می' || piece === 'نمی';
}

/** A number is without its separators. */
function foldPiece(piece: string): string {
  return foldWord(piece.replace(/[,٬]/g, '').replace('٫', '.'));
}

function compoundParts(pieces: readonly string[], spelled: readonly string[]): KnownTerm[] {
  if (pieces.length < 2) return [];
  const content = pieces.flatMap((piece, index): KnownTerm[] => {
    if (/^ن?می$/.test(piece) || (index > 0 && isEnding(piece, 'ه'))) return [];
    const isJoined = index > 0 && /^و../.test(piece);
    const surface = isJoined ? piece.slice(1) : piece;
    const spelling = isJoined ? spelled[index]!.slice(1) : spelled[index]!;
    if (surface.length < 2) return [];
    // What is written before a letter may be a mark of it.
    return [describeWord(foldPiece(spelling) === surface ? spelling : surface)];
  });
  return content.length < 2 ? [] : content;
}
