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
    const parts = foldParts(match[0]);
    if (parts.length === 0) continue;
    const next = { parts, start: match.index, end: match.index + match[0].length };
    if (current && belongTogether(current, next, text)) {
      current = { parts: [...current.parts, ...parts], start: current.start, end: next.end };
    } else {
      if (current) words.push(describe(current));
      current = next;
    }
  }
  if (current) words.push(describe(current));
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

interface Piece {
  parts: readonly string[];
  start: number;
  end: number;
}

const invisible = /[\u00AD\u061C\u180E\u200B\u200D-\u200F\u2060-\u206F\uFE00-\uFE0F]/g;
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

const foldedParts = new Map<string, readonly string[]>();
/** Texts repeat their words; folding is the dearest step. */
const cacheSize = 200_000;

function foldParts(word: string): readonly string[] {
  const known = foldedParts.get(word);
  if (known) return known;
  const parts = word
    .replace(/[,٬]/g, '')
    .replace('٫', '.')
    .split('\u200C')
    .map(foldWord)
    .filter((part) => part !== '');
  if (foldedParts.size >= cacheSize) foldedParts.clear();
  foldedParts.set(word, parts);
  return parts;
}

/** «می شود» and «کتاب ها» are written apart and read as one. */
function belongTogether(before: Piece, next: Piece, text: string): boolean {
  if (next.start - before.end !== 1 || !/[ \u00A0\u200C]/.test(text.charAt(before.end))) return false;
  const last = before.parts.at(-1)!;
  if (next.parts.length === 1 && isEnding(next.parts[0]!, last)) return /^[\u0620-\u06FF]/.test(last);
  return before.parts.length === 1 && /^ن?می$/.test(last) && /^[\u0620-\u06FF]/.test(next.parts[0]!);
}

function describe({ parts: all, start, end }: Piece): SearchWord {
  // «خانه‌ی» is another spelling of «خانهٔ».
  const parts = all.length > 1 && all.at(-1) === 'ی' && /[اهو]$/.test(all.at(-2)!) ? all.slice(0, -1) : all;
  const surface = parts.join('');
  return { surface, stem: stemOfParts(parts), start, end, parts: parts.length > 1 ? compoundParts(parts) : [] };
}

function compoundParts(parts: readonly string[]): SearchTerm[] {
  const content = parts.flatMap((part, index) => {
    if (/^ن?می$/.test(part) || (index > 0 && isEnding(part, 'ه'))) return [];
    const bare = index > 0 && /^و../.test(part) ? part.slice(1) : part;
    return bare.length < 2 || bare === 'و' ? [] : [bare];
  });
  return content.length < 2 ? [] : content.map((surface) => ({ surface, stem: stemOfParts([surface]) }));
}
