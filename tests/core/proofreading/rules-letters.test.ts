import { expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/text/edits.ts';
import { readProse } from '../../../src/core/proofreading/prose.ts';
import { findLetters, findNumbers } from '../../../src/core/proofreading/rules-letters.ts';

const mendLettersOf = (text: string): string =>
  applyEdits(
    text,
    findLetters(readProse(text)).flatMap(({ edits }) => edits),
  );
const mendNumbersOf = (text: string): string =>
  applyEdits(
    text,
    findNumbers(readProse(text)).flatMap(({ edits }) => edits),
  );

it.each([
  ['Arabic letters', 'كتاب علي', 'کتاب علی'],
  ['kashida within a word', 'ســلام', 'سلام'],
  ['invisible marks', 'متن\u200Fتازه', 'متنتازه'],
])('letters: %s', (_, wrong, right) => {
  expect(mendLettersOf(wrong)).toBe(right);
  expect(findLetters(readProse(right))).toEqual([]);
});

it.each([
  ['سایتـاستاتیک', 'سایت\u200Cاستاتیک'],
  ['علميـفرهنگی', 'علمی\u200Cفرهنگی'],
  ['مادرـشوهر', 'مادر\u200Cشوهر'],
])('a kashida between two words becomes a half-space only on request: «%s»', (wrong, right) => {
  const flaws = findLetters(readProse(wrong));
  expect(flaws.filter(({ edits }) => edits[0]?.text === '\u200C').map(({ isSafe }) => isSafe)).toEqual([false]);
  expect(mendLettersOf(wrong)).toBe(right);
});

it('a separate kashida becomes a dash only on request', () => {
  const [flaw] = findLetters(readProse('تهران ـ قم'));
  expect([flaw?.edits[0]?.text, flaw?.isSafe]).toEqual(['–', false]);
});

it.each([
  ['Latin digits in a Persian text', 'در سال 1404 بود', 'در سال ۱۴۰۴ بود'],
  ['Arabic digits', 'ساعت ٤', 'ساعت ۴'],
  ['a percent sign', 'رشد 12%', 'رشد ۱۲٪'],
])('numbers: %s', (_, wrong, right) => {
  expect(mendNumbersOf(wrong)).toBe(right);
  expect(findNumbers(readProse(right))).toEqual([]);
});

it('distinguishes digits from separators', () => {
  expect(findNumbers(readProse('رشد 12 نفر')).map(({ rule }) => rule)).toEqual(['digits']);
  expect(findNumbers(readProse('رشد ۱۲% بود')).map(({ rule }) => rule)).toEqual(['separators']);
});
