/** A part of the site's font: a file of its own, which browsers load where one of its characters is shown. */
export type FontPart = 'persian' | 'latin' | 'european' | 'rare';

/**
 * Characters of the site's font, in the files that `npm run font` makes of Vazirmatn. No character is in two of them. A
 * purely Persian text needs only the first file, which therefore also has vowel signs, digits, spaces and common
 * punctuation.
 */
export const fontParts: Readonly<Record<FontPart, string>> = {
  persian: [
    ' ',
    // Letters and vowel signs of Persian, and the Arabic ones found in quotations.
    range(0x621, 0x63a),
    range(0x641, 0x655),
    '\u0670\u0671پچژکگیۀ',
    range(0x6f0, 0x6f9),
    '،؛؟٪٫٬',
    // U+00A0 no-break space, U+200C half-space, U+200D joiner, U+200E and U+200F direction marks.
    '\u00A0\u200C\u200D\u200E\u200F',
    // U+2010 and U+2011 are hyphens.
    '!%()+-./:[]«»‹›·•–—…\u2010\u2011',
  ].join(''),
  latin: ['"#&\',0123456789;=?@_', range(0x41, 0x5a), range(0x61, 0x7a)].join(''),
  // Names of Europe and Turkey.
  european: [range(0xc0, 0xd6), range(0xd8, 0xf6), range(0xf8, 0xff), 'ĞğİıŞş'].join(''),
  rare: [
    // Arabic digits and signs.
    range(0x660, 0x669),
    '٭﷼﴾﴿',
    // U+0640 (kashida), which stretches words.
    '\u0640',
    // Kurdish names.
    'ڕڤڵۆێە',
    // U+202F narrow no-break space, U+2009 thin space.
    '\u202F\u2009',
    '$*<>\\^`{|}~',
    '‘’“”×÷°±−©®™€£½¼¾²³∞′″≈≠≤≥',
  ].join(''),
};

/**
 * Characters of the headline font Noto Naskh Arabic. Its punctuation, besides that of Arabic, comes from the font of the
 * text.
 */
export const naskhCharacters: string = [...fontParts.persian]
  .filter((character) => /[\p{Script=Arabic}\p{M}،؛؟ \u00A0\u200C-\u200F]/u.test(character))
  .join('');

/**
 * Write the `unicode-range` of some characters (CSS Fonts Level 4, section 4.5).
 *
 * @example unicodeRange('abcx') // 'U+61-63,U+78'
 */
export function unicodeRange(characters: string): string {
  const codes = [...new Set([...characters].map((character) => character.codePointAt(0)!))].toSorted((a, b) => a - b);
  const runs: { first: number; last: number }[] = [];
  for (const code of codes) {
    const run = runs.at(-1);
    if (run?.last === code - 1) run.last = code;
    else runs.push({ first: code, last: code });
  }
  const hex = (code: number): string => code.toString(16).toUpperCase();
  return runs.map(({ first, last }) => `U+${hex(first)}${last > first ? `-${hex(last)}` : ''}`).join(',');
}

function range(first: number, last: number): string {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));
}
