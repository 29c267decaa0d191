import { toLatinDigits } from '../text/persian.ts';
import { otherSpace } from './headings.ts';
import type { Line } from './lines.ts';

/** A line that starts like a list item. */
export interface Item {
  line: Line;
  /** Key shared by the items of one list. */
  family: string;
  number?: number | undefined;
  /** The letter of an item such as «الف) …». */
  letter?: string;
  /** Length of the typed marker that is replaced, including the spaces around it; 0 if it is kept as text. */
  length: number;
  /** The correct marker, with the text that replaces the typed one. */
  marker: string;
  /** Text that becomes markup. */
  hidden: string;
}

/** Families of items that start with a bullet, rather than a sign of Markdown, a dash, a number or a letter. */
export const bulletFamily = /^(?:[^-*+–1a]|emoji)/u;

const gap = `(?:[ \\t]|${otherSpace})`;
const begins = '(?=[\\p{L}\\p{M}«"“(\\[])';
const signed = new RegExp(`^([-*+])(?:(?=\\*\\*[^*\\s]|~~[^~\\s])|${begins}|${otherSpace}+${gap}*(?=\\S))`, 'u');
// Bullets without a meaning of their own.
const bullets = '•●▪◦‣■□○◆➢►▶▫◾◽◼◻▸▹◇◈◉◎⁃∙·➤❖➖🔹🔸🔷🔶\\uF0B7\\uF0A7\\uF0D8';
const bullet = new RegExp(
  `^(?:([${bullets}])\\uFE0F?${gap}*|o[ \\t]+(?=[\\u0620-\\u06D3]))(?=[^\\s${bullets}\\uFE0F])`,
  'u',
);
// Signs with a meaning, which stay in the text: «✅», «❌», «۱» in a box.
const sign =
  '(?:(?![©®™‼⁉])\\p{Extended_Pictographic}(?:\\uFE0F|\\p{Emoji_Modifier}|\\u200D\\p{Extended_Pictographic})*' +
  '|\\p{Regional_Indicator}{2}|[0-9]\\uFE0F?\\u20E3|[①-⑳❶-❿✓✗✘★☆☐♦→←⇐⇒]\\uFE0F?)';
const emoji = new RegExp(`^(${sign}(?:${gap}?${sign}){0,2})${gap}*(?=[^\\s\\p{Extended_Pictographic}])`, 'u');
const dash = new RegExp(`^([–—−]|\\u0640{1,3})${gap}*${begins}`, 'u');
const digits = '([0-9]{1,3}|[۰-۹]{1,3}|[٠-٩]{1,3})';
const numbered = [
  // «۱- متن», «۱ـ متن», «۱ – متن», «۱/ متن», «۱: متن»
  new RegExp(`^()${digits}${gap}*([-–—/:]|\\u0640{1,3})${gap}*(?=[^\\s0-9۰-۹٠-٩])`, 'u'),
  // «۱.متن», «۱)متن»; with a space, it is a list
  new RegExp(`^()${digits}([.)])(?:${begins}|${otherSpace}+${gap}*(?=\\S))`, 'u'),
  // «(۱) متن»
  new RegExp(`^(\\()${digits}(\\))${gap}*(?=[^\\s0-9۰-۹٠-٩])`, 'u'),
];
// «الف) متن», «ب- متن», «(ج) متن»
const lettered = new RegExp(
  `^(\\(?)(الف|[\\u0627-\\u064Aپچژکگی]|[A-Za-z])(?:${gap}*([-–—/]|\\u0640{1,3})|([.)]))${gap}*(?=[^\\s0-9۰-۹٠-٩])`,
  'u',
);

/**
 * Source of a regular expression, for the flag `u`, that matches the start of all items but those with a dash or a sign
 * of Markdown.
 */
export const itemStart = `[${bullets}]|${sign}|o[ \\t]|\\(?(?:[0-9۰-۹٠-٩]{1,3}|الف|[\\u0627-\\u064Aپچژکگی]|[A-Za-z])\\s*[-.)/:–—\\u0640]`;

/** Read a line that starts with a bullet, an emoji, a dash, a number or a letter; `undefined` for any other. */
export function readItem(line: Line): Item | undefined {
  const { text } = line;
  const own = signed.exec(text);
  if (own) return { line, family: own[1]!, length: own[0].length, marker: `${own[1]!} `, hidden: '' };
  const round = bullet.exec(text);
  if (round) {
    const [found, mark = 'o'] = round;
    return { line, family: familyOf(mark), length: found.length, marker: '- ', hidden: mark === 'o' ? mark : '' };
  }
  const long = dash.exec(text);
  if (long) return { line, family: '–', length: long[0].length, marker: '- ', hidden: '' };
  const kept = emoji.exec(text);
  if (kept) return { line, family: 'emoji', length: kept[0].length, marker: `- ${kept[1]!} `, hidden: '' };
  return readNumber(line) ?? readLetter(line);
}

/** Diamonds mark lists in alternating colours. */
function familyOf(mark: string): string {
  return /[🔹🔸🔷🔶]/u.test(mark) ? '🔹' : mark;
}

function readNumber(line: Line): Item | undefined {
  if (!/^[(0-9۰-۹٠-٩]/.test(line.text)) return undefined;
  for (const form of numbered) {
    const found = form.exec(line.text);
    if (!found) continue;
    const [all, open = '', number = '', mark = ''] = found;
    return {
      line,
      family: `1${open}${mark[0]}`,
      number: Number(toLatinDigits(number)),
      length: all.length,
      marker: `${number}${mark === ')' ? ')' : '.'} `,
      hidden: number,
    };
  }
  return undefined;
}

function readLetter(line: Line): Item | undefined {
  const [, open = '', letter = '', loose, tight] = lettered.exec(line.text) ?? [];
  if (letter === '' || (open !== '' && tight !== ')')) return undefined;
  // Markdown has no such lists, and the text may refer to the letter: it stays.
  const family = `a${open}${(loose ?? tight)![0]}`;
  return { line, family, letter: letter.toLowerCase(), length: 0, marker: '- ', hidden: '' };
}

const orders = [
  'الف ب ج د ه و ز ح ط ی ک ل م ن س ع ف ص ق ر ش ت ث خ ذ ض ظ غ',
  'الف ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی',
  'a b c d e f g h i j k l m n o p q r s t u v w x y z',
].map((order) => order.split(' '));

/**
 * Return whether the numbers or letters of items count up by one; true for items without. Two letters other than the
 * first may be initials.
 */
export function countsUp(items: readonly Item[]): boolean {
  const [first] = items;
  if (first?.letter !== undefined) {
    return orders.some((order) => {
      const start = order.indexOf(plainLetter(first));
      const isSure = start === 0 || (start > 0 && items.length > 2);
      return isSure && items.every((item, index) => plainLetter(item) === order[start + index]);
    });
  }
  return first?.number === undefined || items.every(({ number }, index) => number === first.number! + index);
}

function plainLetter({ letter = '' }: Item): string {
  return letter === 'ا' ? 'الف' : letter.replace('ي', 'ی').replace('ك', 'ک');
}
