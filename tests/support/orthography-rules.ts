import { excerpt, excerptsOf, type PageRule } from './finding.ts';
import type { Page } from './html.ts';
import { textRuns } from './text-runs.ts';

/** Rules about the text of a page: digits, separators, letters, half-spaces, punctuation, quotation marks. */
export const orthographyRules: readonly PageRule[] = [
  { name: 'digits', check: (page) => runExcerpts(page, /[\u0660-\u0669]/g).concat(latinDigits(page)) },
  { name: 'separators', check: (page) => runExcerpts(page, wrongSeparator) },
  { name: 'letters', check: (page) => runExcerpts(page, foreignLetter) },
  { name: 'half-spaces', check: (page) => runExcerpts(page, strayHalfSpace) },
  { name: 'punctuation', check: (page) => runExcerpts(page, wrongPunctuation) },
  { name: 'guillemets', check: unbalancedGuillemets },
  { name: 'straight-quotes', check: (page) => runExcerpts(page, straightQuote) },
  { name: 'cut-texts', check: (page) => runExcerpts(page, badCut) },
];

const letter = '[\\p{Script=Arabic}--[،؛؟٪٫٬۰-۹٠-٩]]';
// Suffixes that attach to the word before: «پل»ست, «ی»ها.
const ending = `(?:ست|ها|های|هایی|هایش|ی|ای|ام|ات|اش|اند|ایم|اید|م|ت|ش|مان|تان|شان)(?!${letter})`;
const wrongSeparator = new RegExp(
  [
    '[۰-۹][,،][۰-۹]{3}(?![۰-۹])', // ۱,۲۳۴
    '(?<![۰-۹.])[۰-۹]+\\.[۰-۹]+(?![۰-۹]|\\.[۰-۹])', // ۲.۵ (but not ۱.۲.۳)
    '[۰-۹]\\s*%|%\\s*[۰-۹]|[۰-۹]\\s+٪|٪\\s*[۰-۹]', // ۱۲%, ۱۲ ٪, ٪۱۲
    '٬[۰-۹]{0,2}(?![۰-۹])|٬[۰-۹]{4}|[۰-۹]{4,}٬', // ۱٬۲۳
    'سال\\s+۱٬[۳۴][۰-۹]{2}(?![۰-۹٬])', // سال ۱٬۴۰۴
  ].join('|'),
  'gv',
);
// Some keyboards write a final ی as U+0649; U+FDFC is the rial sign and allowed.
const foreignLetter = /[\u064A\u0643\u0649\u0640\uFB50-\uFDFB\uFDFD\uFE70-\uFEFC]/g;
const strayHalfSpace = /(?<![\p{L}\p{M}\p{N}\uFFFC])\u200C|\u200C(?![\p{L}\p{M}\p{N}\uFFFC])/gu;
const wrongPunctuation = new RegExp(
  [
    `${letter}[,;?]`, // a Latin mark after a Persian letter
    '[^\\s\\(\\[\\{]\\s+[،؛؟»]', // a space before a mark
    `${letter}\\s+[.:!](?=\\s|$)`,
    '[،؛؟](?=[\\p{L}\\p{N}«\\(])', // no space after it
    `»(?!${ending})(?=${letter})|${letter}«`,
    `${letter}[.!:](?=${letter})`,
    '«\\s',
  ].join('|'),
  'gv',
);
const straightQuote = new RegExp(`${letter}\\s*["']|["']\\s*${letter}`, 'gv');
const badCut = /[\s\u200C،؛:(«-](?:…|\.\.\.)\s*$|\u200C\s*$/gu;

function runExcerpts(page: Page, pattern: RegExp): string[] {
  return textRuns(page).flatMap(({ text, at }) => excerptsOf(text, pattern).map((found) => `${found} in ${at}`));
}

/** Latin digits are allowed in Latin runs only: in a word with Latin letters, or next to one («Windows 11»). */
function latinDigits(page: Page): string[] {
  return textRuns(page).flatMap(({ text, at }) => {
    const words = [...text.matchAll(/\S+/g)];
    return words.flatMap((word, index) => {
      if (!/[0-9]/.test(word[0])) return [];
      const isLatin = [index - 1, index, index + 1].some((place) =>
        /\p{Script=Latin}|\uFFFC/u.test(words[place]?.[0] ?? ''),
      );
      return isLatin ? [] : [`${excerpt(text, word.index, word[0].length)} in ${at}`];
    });
  });
}

function unbalancedGuillemets(page: Page): string[] {
  return textRuns(page).flatMap(({ text, at }) => {
    let depth = 0;
    for (const { 0: mark, index } of text.matchAll(/[«»]/g)) {
      depth += mark === '«' ? 1 : -1;
      if (depth < 0) return [`${excerpt(text, index)} in ${at}`];
    }
    return depth === 0 ? [] : [`${excerpt(text, text.lastIndexOf('«'))} in ${at}`];
  });
}
