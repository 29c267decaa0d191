/** A stretch of a text: one to be read from the left, such as Latin words, or the Persian around it. */
export interface Run {
  text: string;
  isLeftToRight: boolean;
}

/**
 * Split a text where Latin words begin and end, so that a page can isolate them (UAX #9): beside numbers, brackets and
 * signs they would else stand in the wrong order. Persian digits stay outside, since they are read from the right.
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

// A word holds a Latin letter; words in a row are one run, with Latin numbers after the first. Long numbers without
// letters are matched too, so that none is read again from each of its digits: this runs in browsers, and Safari knows
// look-behind only since 16.4.
const word =
  '(?:[@#$]|\\p{N}[\\p{N}.]*)?\\p{Script=Latin}' +
  "(?:[\\p{Script=Latin}\\p{M}\\p{N}.’'&+#@/:_?=%~-]*[\\p{Script=Latin}\\p{M}\\p{N}+#])?";
const latinWords = new RegExp(
  `(?<latin>${word}(?: (?:${word}|[0-9][0-9.]*(?![\\p{L}\\p{N}])))*)|\\p{N}[\\p{N}.]*`,
  'gu',
);
