import { describe, expect, it } from 'vitest';
import { problemTable, valueKinds } from '../../../src/core/problems/table.ts';

const placesIn = (...texts: string[]): string[] =>
  [...new Set(texts.flatMap((text) => Array.from(text.matchAll(/\{(\w+)\}/g), ([, name]) => name!)))].toSorted();

describe.each(Object.entries(problemTable))('the wording of %s', (_, { en, fa }) => {
  it('tells in both languages the same values', () => {
    expect(placesIn(fa.message, fa.fix)).toEqual(placesIn(en.message, en.fix));
  });

  it('says what is wrong and what to do about it', () => {
    for (const text of [en.message, en.fix, fa.message, fa.fix]) expect(text.trim()).not.toBe('');
  });

  it('is Persian for Persians: no Arabic letters, and a half-space where a word needs one', () => {
    for (const text of [fa.message, fa.fix]) {
      expect(text).toMatch(/[آ-ی]/);
      expect(text).not.toMatch(/[يكى]|(?<![آ-ی])ن?می (?=[آ-ی])/);
    }
  });
});

it('the words that fill messages are there in both languages', () => {
  for (const [name, words] of Object.entries(valueKinds)) {
    expect(words.en, name).not.toBe('');
    expect(words.fa, name).toMatch(/[آ-یa-z]/);
  }
});
