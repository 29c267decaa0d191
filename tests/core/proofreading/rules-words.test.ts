import { expect, it } from 'vitest';
import { readProse } from '../../../src/core/proofreading/prose.ts';
import { findMissingHalfSpaces, findRepeatedWords, findTitleStop } from '../../../src/core/proofreading/rules-words.ts';

it('chooses the rule by what is in place of the half-space', () => {
  const find = () => [
    { start: 0, end: 5, proposed: 'می‌شود', kind: 'missing' as const, isCertain: true },
    { start: 6, end: 12, proposed: 'می‌رود', kind: 'space' as const, isCertain: false },
  ];
  const flaws = findMissingHalfSpaces(readProse('میشود می رود'), find);
  expect(flaws.map(({ rule, isSafe }) => [rule, isSafe])).toEqual([
    ['half-space-missing', true],
    ['half-space-as-space', false],
  ]);
});

it('finds repeated function words, and no others', () => {
  const found = (text: string): number => findRepeatedWords(readProse(text)).length;
  expect(found('او که که آمد')).toBe(1);
  expect(found('او که\nکه آمد')).toBe(1);
  expect(found('کم کم آمد')).toBe(0);
  expect(found('بازار را رایگان')).toBe(0);
});

it('finds the full stop of a headline, but no ellipsis and no abbreviation', () => {
  const found = (text: string): number => findTitleStop(readProse(text)).length;
  expect(found('مترو باز شد.')).toBe(1);
  expect(found('مترو باز شد. ')).toBe(1);
  expect(found('مترو باز شد...')).toBe(0);
  expect(found('۲۰۰ پ.م.')).toBe(0);
  expect(found('مترو باز شد؟')).toBe(0);
});
