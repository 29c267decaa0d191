import type { ReadArticle } from '../article.ts';
import type { MessageLanguage } from '../problems/problem.ts';

/**
 * Every character in the site's font: `scripts/font.ts` subsets Vazirmatn to these. Each group of rare characters costs
 * every reader some bytes: European letters 3 KB, Kurdish letters 1 KB.
 */
export const fontCharacters: string = [
  range(0x20, 0x7e),
  // Letters, vowel signs and digits of Persian, and the Arabic ones found in quotations.
  range(0x621, 0x63a),
  range(0x641, 0x655),
  range(0x660, 0x66d),
  '\u0670\u0671پچژکگیۀ',
  range(0x6f0, 0x6f9),
  '،؛؟﷼﴾﴿',
  // Kurdish names.
  'ڕڤڵۆێە',
  // European and Turkish names.
  range(0xc0, 0xd6),
  range(0xd8, 0xf6),
  range(0xf8, 0xff),
  'ĞğİıŞş',
  // U+00A0 and U+202F spaces, U+2009 thin space, U+200C half-space, U+200D joiner, U+200E and U+200F direction marks.
  '\u00A0\u202F\u2009\u200C\u200D\u200E\u200F',
  // U+2010 and U+2011 are hyphens.
  '\u2010\u2011«»‹›–—…‘’“”•·×÷°±−©®™€£½¼¾²³∞′″≈≠≤≥',
].join('');

/**
 * Characters deliberately left to system fonts, besides the letters of scripts other than Arabic and Latin. Vazirmatn
 * has hardly any of them.
 */
const leftToSystem: readonly (readonly [first: number, last: number, what: string])[] = [
  [0x610, 0x61a, 'honorifics and Quranic signs'],
  [0x6d6, 0x6ed, 'Quranic signs'],
  [0x870, 0x8ff, 'Quranic signs and letters of African languages'],
  [0xfd40, 0xfd4f, 'honorifics as one sign'],
  [0xfdf0, 0xfdff, 'phrases as one sign, such as U+FDFA'],
  [0x2190, 0x2bff, 'arrows, mathematics, boxes, shapes, signs'],
  [0x2e80, 0x33ff, 'Chinese, Japanese and Korean signs'],
  [0xfe00, 0xfe6f, 'variation selectors and signs of other scripts'],
  [0xff00, 0xffef, 'wide and narrow forms'],
  [0x1d400, 0x1eeff, 'letters of mathematics'],
  [0x1f000, 0x1faff, 'emoji'],
];

/**
 * Characters of the font's scripts, or signs common to all scripts, that are neither in the font nor deliberately left
 * out.
 */
const missing = new RegExp(
  `[[\\p{Script=Arabic}\\p{Script=Latin}[[\\p{P}\\p{S}]&&\\p{Script=Common}]]--[${[...fontCharacters].map(escape).join('')}]--[${leftToSystem
    .map(([first, last]) => `${escape(first)}-${escape(last)}`)
    .join('')}]]`,
  'gv',
);

/** Characters that readers see in a fallback font, and a file that has them. */
export interface FontGap {
  /** Each once, sorted. */
  characters: string;
  file: string;
}

/**
 * List the characters of a text that the font should have but lacks, each once, sorted.
 *
 * @example missingCharacters('کافه Ḥāfeẓ') // 'Ḥāẓ'
 */
export function missingCharacters(text: string): string {
  const found = text.match(missing);
  return found === null ? '' : [...new Set(found)].toSorted().join('');
}

/**
 * List the characters of an article that the font should have but lacks. The markup of its HTML is ASCII, so only its
 * text counts.
 */
export function missingFromArticle(article: ReadArticle): string {
  const { title, kicker, lead, dateline, tags, source, authors, image, video, corrections, body } = article;
  const texts = [title, kicker, lead, dateline, source.name, image?.caption, image?.credit, video?.title, body.html];
  return missingCharacters([...texts, ...tags, ...authors, ...corrections.map(({ text }) => text)].join('\n'));
}

/** Merge the gaps of several files: all characters, and the first file with a gap. */
export function joinFontGaps(gaps: Iterable<FontGap>): FontGap | undefined {
  const all = new Set<string>();
  let first: FontGap | undefined;
  for (const gap of gaps) {
    for (const character of gap.characters) all.add(character);
    first ??= gap;
  }
  return first && { characters: [...all].toSorted().join(''), file: first.file };
}

/** Format a gap as one line: the missing characters, and a file in which they can be seen. */
export function formatFontGap({ characters, file }: FontGap, language: MessageLanguage): string {
  const codes = [...characters].map(
    (each) => `${each} (U+${codeOf(each).toString(16).toUpperCase().padStart(4, '0')})`,
  );
  const shown = codes.slice(0, shownCount).join(language === 'fa' ? '، ' : ', ');
  const rest = codes.length > shownCount ? (language === 'fa' ? ' و …' : ' and more') : '';
  return language === 'fa'
    ? `هشدار: قلم سایت این نویسه‌ها را ندارد و خواننده آن‌ها را با قلم دیگری می‌بیند: ${shown}${rest}. نمونه: ${file}. برای افزودن: src/core/content/font-characters.ts و npm run font.`
    : `Warning: the font lacks ${shown}${rest}, which readers see in a fallback font, as in ${file}. To add them: src/core/content/font-characters.ts, then npm run font.`;
}

const shownCount = 12;

function range(first: number, last: number): string {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));
}

function escape(character: string | number): string {
  return `\\u{${codeOf(character).toString(16)}}`;
}

function codeOf(character: string | number): number {
  return typeof character === 'number' ? character : character.codePointAt(0)!;
}
