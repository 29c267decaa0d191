/** A stretch of a text that is all Latin, or has no Latin. */
export interface Run {
  text: string;
  isLatin: boolean;
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
  for (const { 0: latin, index } of text.matchAll(latinWords)) {
    if (index > end) runs.push({ text: text.slice(end, index), isLatin: false });
    runs.push({ text: latin, isLatin: true });
    end = index + latin.length;
  }
  if (end < text.length) runs.push({ text: text.slice(end), isLatin: false });
  return runs;
}

// A word holds a Latin letter; words in a row are one run, with Latin numbers after the first. The look-behind keeps
// long numbers without letters from being read again from each of their digits.
const word =
  '(?:[@#$]|(?<![\\p{N}.])\\p{N}[\\p{N}.]*)?\\p{Script=Latin}' +
  "(?:[\\p{Script=Latin}\\p{M}\\p{N}.’'&+#@/:_-]*[\\p{Script=Latin}\\p{M}\\p{N}+#])?";
const latinWords = new RegExp(`${word}(?: (?:${word}|[0-9][0-9.]*(?![\\p{L}\\p{N}])))*`, 'gu');
