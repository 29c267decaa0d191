import { isEnding } from './stems.ts';
import {
  type DescribedTerm,
  describeWord,
  isVerbPrefix,
  type KnownTerm,
  plainWord,
  type SpelledTerm,
} from './terms.ts';

/** A word and its position in the text. */
export interface SearchWord extends SpelledTerm {
  /** Position in UTF-16 code units: `text.slice(start, end)`. */
  start: number;
  end: number;
  /** Components of a compound with half-spaces, without endings: «حمل‌ونقل» has «حمل» and «نقل». */
  parts: readonly SpelledTerm[];
}

/**
 * Split a text into words for indexing and lookup. The index and the browser share this function, so that a query
 * matches what was indexed: letters and digits are folded, half-spaces are ignored, and detached endings and می («کتاب
 * ها», «می شود») join their word.
 *
 * @example findWords('كتاب ها').map(({ surface, stem }) => [surface, stem]) // [['کتابها', 'کتاب']]
 */
export function findWords(text: string): SearchWord[] {
  return findPieces(text).map(placeWord);
}

/** Find the words of a text as {@link findWords} does, without positions. */
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

interface Piece {
  word: DescribedTerm;
  start: number;
  end: number;
}

const persian =
  '[\\u0620-\\u064A\\u066E-\\u06D3\\u06D5\\u06EE\\u06EF\\u06FA-\\u06FF\\u0750-\\u077F\\uFB50-\\uFDFF\\uFE70-\\uFEFC]';
const joiner = '[\\p{M}\\u00AD\\u0640\\u200B-\\u200F\\u2060-\\u2064\\uFEFF]';
const other = `(?:(?!${persian})[\\p{L}\\p{N}])`;
/** Characters that a word may consist of, number separators aside. */
const wordUnit = new RegExp(`${joiner}|[\\p{L}\\p{N}]|${persian}`, 'u');
// A number with its separators is one word: «۱۲٬۰۰۰» is 12000, and «۵٫۴» or «۵/۴» is not 5 and 4.
const pattern = new RegExp(
  `${persian}(?:${joiner}*${persian})*` +
    `|\\p{N}{1,3}(?:[,٬]\\p{N}{3})+(?![\\p{L}\\p{N}])|\\p{N}+[.٫]\\p{N}+(?![.٫]?[\\p{L}\\p{N}])` +
    `|\\p{N}{1,3}[/\u2044]\\p{N}{1,3}(?![/\u2044.٫]?[\\p{L}\\p{N}])` +
    `|${other}(?:\\p{M}*${other})*`,
  'gu',
);

/** Find the next word. Most consist of plain letters between signs and are found faster without the pattern. */
function nextWord(text: string, from: number): Pick<Piece, 'start' | 'end'> | undefined {
  let start = from;
  while (start < text.length && kindOf(text, start) === unitKinds.sign) start++;
  let end = start;
  while (end < text.length && kindOf(text, end) === unitKinds.plain) end++;
  if (end > start && (end === text.length || kindOf(text, end) === unitKinds.sign)) return { start, end };
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  if (!match) return undefined;
  // The end of a date («۱۴۰۴/۵/۲») is no decimal.
  const isEndOfDate = slash.test(match[0]) && slash.test(text.charAt(match.index - 1));
  return { start: match.index, end: isEndOfDate ? match.index + match[0].search(slash) : pattern.lastIndex };
}

const slash = /[/\u2044]/;

/** Classes of UTF-16 code units for {@link nextWord}. */
const unitKinds = { other: 0, plain: 1, sign: 2 };

/** The class of each code unit up to General Punctuation; later ones are left to the pattern. */
const kinds = Uint8Array.from({ length: 0x2070 }, (_, unit) => {
  const letter = String.fromCharCode(unit);
  if (plainWord.test(letter)) return unitKinds.plain;
  return wordUnit.test(letter) ? unitKinds.other : unitKinds.sign;
});

function kindOf(text: string, index: number): number {
  return kinds[text.charCodeAt(index)] ?? unitKinds.other;
}

function placeWord({ word: { spelling, surface, stem, parts }, start, end }: Piece): SearchWord {
  return { spelling, surface, stem, start, end, parts };
}

/** «می شود» and «کتاب ها» are written separately and read as one word. */
function belongTogether(before: Piece, next: Piece, text: string): boolean {
  if (!before.word.isLoose && !next.word.isLoose) return false;
  if (next.start - before.end !== 1 || !/[ \u00A0\u200C]/.test(text.charAt(before.end))) return false;
  const [last, first] = [before.word.pieces.at(-1)!, next.word.pieces[0]!];
  const isVerb = before.word.isLoose && isVerbPrefix(last);
  if (!isVerb && !(next.word.isLoose && isEnding(first, last))) return false;
  return /^[\u0620-\u06FF]/.test(last) && /^[\u0620-\u06FF]/.test(first);
}
