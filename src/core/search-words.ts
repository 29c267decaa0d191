import { foldText, toLatinDigits } from './persian.ts';
import { isEnding, stemOfParts } from './search-stems.ts';

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
  /** As of a {@link SearchWord}. */
  parts: readonly KnownTerm[];
}

/** A word in its text. */
export interface SearchWord extends SpelledTerm {
  /** Where it stands, in UTF-16 units: `text.slice(start, end)`. */
  start: number;
  end: number;
  /** The words that a compound with half-spaces is made of, without endings: «حمل‌ونقل» has «حمل» and «نقل». */
  parts: readonly SpelledTerm[];
}

/**
 * Split a text into the words that are indexed and looked up. The index and the browser use this one function, so that
 * what a reader types meets what was indexed: letters and digits are folded, half-spaces do not count, and endings and
 * می that stand apart («کتاب ها», «می شود») belong to their word.
 *
 * @example findWords('كتاب ها').map(({ surface, stem }) => [surface, stem]) // [['کتابها', 'کتاب']]
 */
export function findWords(text: string): SearchWord[] {
  return findPieces(text).map(placeWord);
}

/** Find the words of a text as {@link findWords} does, without their places. */
export function findTerms(text: string): KnownTerm[] {
  return findPieces(text).map(({ word }) => word);
}

function findPieces(text: string): Piece[] {
  const found: Piece[] = [];
  let current: Piece | undefined;
  for (let place = nextWord(text, 0); place; place = nextWord(text, place.end)) {
    const { start, end } = place;
    const word = describeWord(text.slice(start, end));
    if (word.pieces.length === 0) continue;
    const next = { word, start, end };
    if (current && belongTogether(current, next, text)) {
      const joined = describeWord(`${current.word.spelling}\u200C${word.spelling}`);
      current = { word: joined, start: current.start, end: next.end };
    } else {
      if (current) found.push(current);
      current = next;
    }
  }
  if (current) found.push(current);
  return found;
}

/** Tell the letters of a word that {@link findWords} has found, by its spelling. */
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

interface Described extends KnownTerm {
  /** What half-spaces and spaces divide it into, folded. */
  pieces: readonly string[];
  /** Whether it may belong to a word beside it, as می and ها do. */
  isLoose: boolean;
}

interface Piece {
  word: Described;
  start: number;
  end: number;
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
const persian =
  '[\\u0620-\\u064A\\u066E-\\u06D3\\u06D5\\u06EE\\u06EF\\u06FA-\\u06FF\\u0750-\\u077F\\uFB50-\\uFDFF\\uFE70-\\uFEFC]';
const joiner = '[\\p{M}\\u00AD\\u0640\\u200B-\\u200F\\u2060-\\u2064\\uFEFF]';
const other = `(?:(?!${persian})[\\p{L}\\p{N}])`;
/** What a word may begin or go on with, number separators aside. */
const wordUnit = new RegExp(`${joiner}|[\\p{L}\\p{N}]|${persian}`, 'u');
/** Most words are of letters that stay as they are when they are folded. */
const plainWord = /^[ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی]+$/;
// Numbers with their separators are one word: «۱۲٬۰۰۰» is 12000, and «۵٫۴» is not 5 and 4.
const pattern = new RegExp(
  `${persian}(?:${joiner}*${persian})*` +
    `|\\p{N}{1,3}(?:[,٬]\\p{N}{3})+(?![\\p{L}\\p{N}])|\\p{N}+[.٫]\\p{N}+(?![.٫]?[\\p{L}\\p{N}])` +
    `|${other}(?:\\p{M}*${other})*`,
  'gu',
);

/** Find the next word. Most are plain letters between signs, which are found sooner without the pattern. */
function nextWord(text: string, from: number): Pick<Piece, 'start' | 'end'> | undefined {
  let start = from;
  while (start < text.length && kindOf(text, start) === unitKinds.sign) start++;
  let end = start;
  while (end < text.length && kindOf(text, end) === unitKinds.plain) end++;
  if (end > start && (end === text.length || kindOf(text, end) === unitKinds.sign)) return { start, end };
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  return match ? { start: match.index, end: pattern.lastIndex } : undefined;
}

/** What a UTF-16 unit is where words are looked for. */
const unitKinds = { other: 0, plain: 1, sign: 2 };

/** Of each unit of the first blocks of Unicode, up to punctuation; what lies behind is for the pattern. */
const kinds = Uint8Array.from({ length: 0x2070 }, (_, unit) => {
  const letter = String.fromCharCode(unit);
  if (plainWord.test(letter)) return unitKinds.plain;
  return wordUnit.test(letter) ? unitKinds.other : unitKinds.sign;
});

function kindOf(text: string, index: number): number {
  return kinds[text.charCodeAt(index)] ?? unitKinds.other;
}

const described = new Map<string, Described>();
/** Texts repeat their words; folding and stemming them is the dearest step. */
const cacheSize = 200_000;

function describeWord(word: string): Described {
  const known = described.get(word);
  if (known) return known;
  const made = { ...(plainWord.test(word) ? describePlain(word) : describeSpelling(word)), number: lastNumber++ };
  if (described.size >= cacheSize) described.clear();
  described.set(word, made);
  return made;
}

let lastNumber = 0;

function describePlain(word: string): Omit<Described, 'number'> {
  const pieces = [word];
  return { spelling: word, pieces, surface: word, stem: stemOfParts(pieces), parts: [], isLoose: isLoose(pieces) };
}

function describeSpelling(word: string): Omit<Described, 'number'> {
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

function isVerbPrefix(piece: string): boolean {
  return piece === 'می' || piece === 'نمی';
}

/** A number is without its separators. */
function foldPiece(piece: string): string {
  return foldWord(piece.replace(/[,٬]/g, '').replace('٫', '.'));
}

function placeWord({ word: { spelling, surface, stem, parts }, start, end }: Piece): SearchWord {
  return { spelling, surface, stem, start, end, parts };
}

/** «می شود» and «کتاب ها» are written apart and read as one. */
function belongTogether(before: Piece, next: Piece, text: string): boolean {
  if (!before.word.isLoose && !next.word.isLoose) return false;
  if (next.start - before.end !== 1 || !/[ \u00A0\u200C]/.test(text.charAt(before.end))) return false;
  const [last, first] = [before.word.pieces.at(-1)!, next.word.pieces[0]!];
  const isVerb = before.word.isLoose && isVerbPrefix(last);
  if (!isVerb && !(next.word.isLoose && isEnding(first, last))) return false;
  return /^[\u0620-\u06FF]/.test(last) && /^[\u0620-\u06FF]/.test(first);
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
