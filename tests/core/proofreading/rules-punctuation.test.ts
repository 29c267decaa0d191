import { expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/text/edits.ts';
import { readProse } from '../../../src/core/proofreading/prose.ts';
import { findLatinPunctuation, findPunctuationSpacing } from '../../../src/core/proofreading/rules-punctuation.ts';

const mended = (text: string, find: typeof findLatinPunctuation): string =>
  applyEdits(
    text,
    find(readProse(text))
      .flatMap(({ edits }) => edits)
      .toSorted((a, b) => a.start - b.start),
  );

it.each([
  ['سلام, خوبی?', 'سلام، خوبی؟'],
  ['آمد; رفت', 'آمد؛ رفت'],
])('Latin marks after Persian letters: «%s»', (wrong, right) => {
  expect(mended(wrong, findLatinPunctuation)).toBe(right);
});

it.each(['version 1,200', 'خندید ;)', 'a, b'])('Latin marks that are kept: «%s»', (text) => {
  expect(findLatinPunctuation(readProse(text))).toEqual([]);
});

it.each([
  ['آمد ، رفت', 'آمد، رفت'],
  ['آمد،رفت', 'آمد، رفت'],
  ['او گفت: « بیا »', 'او گفت: «بیا»'],
  ['پایان .', 'پایان.'],
  ['آمد ؟رفت', 'آمد؟ رفت'],
  ['آزاد ،copyleft است', 'آزاد، copyleft است'],
  ['آزاد ،۱۲ نفر', 'آزاد، ۱۲ نفر'],
  ['آزاد ،«بیا»', 'آزاد، «بیا»'],
  ['آزاد،copyleft', 'آزاد، copyleft'],
])('spaces at marks: «%s»', (wrong, right) => {
  expect(mended(wrong, findPunctuationSpacing)).toBe(right);
});

it.each(['ساعت ۱۰:۳۰', 'ا . م', 'و بعد . . .', '«پل»ست', 'متن :)'])('spaces that are kept: «%s»', (text) => {
  expect(findPunctuationSpacing(readProse(text))).toEqual([]);
});

it('is idempotent', () => {
  for (const text of ['آمد ،رفت', 'او گفت:« بیا »و رفت', 'آمد ؟ رفت !']) {
    const once = mended(text, findPunctuationSpacing);
    expect(mended(once, findPunctuationSpacing)).toBe(once);
  }
});
