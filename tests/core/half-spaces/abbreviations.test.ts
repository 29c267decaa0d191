import { expect, it } from 'vitest';
import { countLetters, letterNames } from '../../../src/core/half-spaces/abbreviations.ts';

it.each([
  ['بی بی سی گفت', 3],
  ['پی دی اف را', 3],
  ['دی وی دی', 3],
  ['سی ان ان', 3],
  ['ای میل من', 2],
  ['ای میل', 2],
  ['بی ام و', 3],
  ['سی تی اسکن کرد', 3],
])('«%s» begins with an abbreviation of %i words', (text, count) => {
  expect(countLetters(text.split(' '))).toBe(count);
});

it.each(['پی سی سال', 'بی بی خانم', 'سی و سه', 'ای بی خبر', 'او آن را', 'کتاب'])(
  '«%s» begins with no abbreviation',
  (text) => {
    expect(countLetters(text.split(' '))).toBe(0);
  },
);

it('lists the names of letters and no other words', () => {
  expect(['دبلیو', 'و'].map((name) => letterNames.has(name))).toEqual([true, false]);
});
