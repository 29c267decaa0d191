import { foldText, toLatinDigits } from './persian.ts';
import { isEnding, stemOfParts } from './search-stems.ts';

/** A word as search knows it. */
export interface SearchTerm {
  /** Its letters: folded, without half-spaces. Two spellings of one form are equal. */
  surface: string;
  /** What it shares with its other forms. */
  stem: string;
}

/** A word in its text. */
export interface SearchWord extends SearchTerm {
  /** Where it stands, in UTF-16 units: `text.slice(start, end)`. */
  start: number;
  end: number;
  /** The words that a compound with half-spaces is made of, without endings: «حمل‌ونقل» has «حمل» and «نقل». */
  parts: readonly SearchTerm[];
}

/**
 * Split a text into the words that are indexed and looked up. The index and the browser use this one function, so that
 * what a reader types meets what was indexed: letters and digits are folded, half-spaces do not count, and endings and
 * می that stand apart («کتاب ها», «می شود») belong to their word.
 *
 * @example findWords('كتاب ها').map(({ surface, stem }) => [surface, stem]) // [['کتابها', 'کتاب']]
 */
export function findWords(text: string): SearchWord[] {
  const words: SearchWord[] = [];
  let current: Piece | undefined;
  for (const match of text.matchAll(pattern)) {
    const word = describeWord(match[0]);
    if (word.pieces.length === 0) continue;
    const next = { word, start: match.index, end: match.index + match[0].length };
    if (current && belongTogether(current, next, text)) {
      const joined = [...current.word.pieces, ...word.pieces].join('\u200C');
      current = { word: describeWord(joined), start: current.start, end: next.end };
    } else {
      if (current) words.push(placeWord(current));
      current = next;
    }
  }
  if (current) words.push(placeWord(current));
  return words;
}

/** Fold one word that holds no half-space. @example foldWord('آيندهٔ') // 'اینده' */
export function foldWord(word: string): string {
  const plain = word
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(/ؤ(?=و)/g, 'ئ');
  return toLatinDigits(foldText(plain)).replace(/[آءھہەڪېۍ]/g, (letter) => alternates[letter]!);
}

interface Described extends SearchTerm {
  /** What half-spaces and spaces divide it into, folded. */
  pieces: readonly string[];
  parts: readonly SearchTerm[];
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
// Numbers with their separators are one word: «۱۲٬۰۰۰» is 12000, and «۵٫۴» is not 5 and 4.
const pattern = new RegExp(
  `\\p{N}{1,3}(?:[,٬]\\p{N}{3})+(?![\\p{L}\\p{N}])|\\p{N}+[.٫]\\p{N}+(?![.٫]?[\\p{L}\\p{N}])` +
    `|${persian}(?:${joiner}*${persian})*|${other}(?:\\p{M}*${other})*`,
  'gu',
);

const described = new Map<string, Described>();
/** Texts repeat their words; folding and stemming them is the dearest step. */
const cacheSize = 200_000;

function describeWord(word: string): Described {
  const known = described.get(word);
  if (known) return known;
  const pieces = word
    .replace(/[,٬]/g, '')
    .replace('٫', '.')
    .split('\u200C')
    .map(foldWord)
    .filter((piece) => piece !== '');
  // «خانه‌ی» is another spelling of «خانهٔ».
  const parts = pieces.at(-1) === 'ی' && /[اهو]$/.test(pieces.at(-2) ?? '') ? pieces.slice(0, -1) : pieces;
  const made = { pieces, surface: parts.join(''), stem: stemOfParts(parts), parts: compoundParts(parts) };
  if (described.size >= cacheSize) described.clear();
  described.set(word, made);
  return made;
}

function placeWord({ word: { surface, stem, parts }, start, end }: Piece): SearchWord {
  return { surface, stem, start, end, parts };
}

/** «می شود» and «کتاب ها» are written apart and read as one. */
function belongTogether(before: Piece, next: Piece, text: string): boolean {
  if (next.start - before.end !== 1 || !/[ \u00A0\u200C]/.test(text.charAt(before.end))) return false;
  const [last, first] = [before.word.pieces.at(-1)!, next.word.pieces[0]!];
  const isAfterVerb = before.word.pieces.length === 1 && (last === 'می' || last === 'نمی');
  if (!isAfterVerb && !(next.word.pieces.length === 1 && isEnding(first, last))) return false;
  return /^[\u0620-\u06FF]/.test(last) && /^[\u0620-\u06FF]/.test(first);
}

function compoundParts(pieces: readonly string[]): SearchTerm[] {
  if (pieces.length < 2) return [];
  const content = pieces.flatMap((piece, index) => {
    if (/^ن?می$/.test(piece) || (index > 0 && isEnding(piece, 'ه'))) return [];
    const bare = index > 0 && /^و../.test(piece) ? piece.slice(1) : piece;
    return bare.length < 2 ? [] : [bare];
  });
  return content.length < 2 ? [] : content.map((surface) => ({ surface, stem: stemOfParts([surface]) }));
}
