/** Part of a text: left-to-right, such as Latin words, or the Persian text around it. */
export interface Run {
  text: string;
  isLeftToRight: boolean;
}

/**
 * Split a text at the boundaries of Latin words so that a page can isolate them (UAX #9): otherwise adjacent numbers,
 * brackets and symbols would be displayed in the wrong order. Persian digits stay outside the Latin runs.
 *
 * @example latinRuns('آیفون iPhone 17 (۵G)') // Latin: 'iPhone 17', '۵G'
 * @example latinRuns('زبان C++ است') // Latin: 'C++'
 */
export function latinRuns(text: string): Run[] {
  const runs: Run[] = [];
  let end = 0;
  for (const { groups, index } of text.matchAll(latinWords)) {
    const latin = groups?.['latin'];
    if (latin === undefined) continue;
    if (index > end) runs.push({ text: text.slice(end, index), isLeftToRight: false });
    runs.push({ text: latin, isLeftToRight: true });
    end = index + latin.length;
  }
  if (end < text.length) runs.push({ text: text.slice(end), isLeftToRight: false });
  return runs;
}

// A word has a Latin letter; consecutive words form one run, including Latin numbers after the first word. Long numbers
// without letters are matched too, so that they are not rescanned from each of their digits. No look-behind: this runs
// in browsers, and Safari supports it only since 16.4.
const word =
  '(?:[@#$]|\\p{N}[\\p{N}.]*)?\\p{Script=Latin}' +
  "(?:[\\p{Script=Latin}\\p{M}\\p{N}.’'&+#@/:_?=%~-]*[\\p{Script=Latin}\\p{M}\\p{N}+#])?";
const latinWords = new RegExp(
  `(?<latin>${word}(?: (?:${word}|[0-9][0-9.]*(?![\\p{L}\\p{N}])))*)|\\p{N}[\\p{N}.]*`,
  'gu',
);
