import type { ReadArticle } from '../article.ts';
import { fontParts } from '../fonts/characters.ts';
import type { MessageLanguage } from '../problems/problem.ts';

/** Every character in the site's font. */
export const fontCharacters: string = Object.values(fontParts).join('');

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
    ? `هشدار: قلم سایت این نویسه‌ها را ندارد و خواننده آن‌ها را با قلم دیگری می‌بیند: ${shown}${rest}. نمونه: ${file}. برای افزودن: src/core/fonts/characters.ts و npm run font.`
    : `Warning: the font lacks ${shown}${rest}, which readers see in a fallback font, as in ${file}. To add them: src/core/fonts/characters.ts, then npm run font.`;
}

const shownCount = 12;

function escape(character: string | number): string {
  return `\\u{${codeOf(character).toString(16)}}`;
}

function codeOf(character: string | number): number {
  return typeof character === 'number' ? character : character.codePointAt(0)!;
}
