import { expect, it } from 'vitest';
import { readCompounds, readCounted } from '../../../src/core/half-spaces/compounds.ts';
import { createSpeller } from '../../../src/core/half-spaces/joined-words.ts';
import { createLexicon } from '../../../src/core/half-spaces/lexicon.ts';

const lexicon = createLexicon('4\nجامعه/sgsl\nشهر/sgsl\nشکل/sgsl\nکوه/sgsl');
const read = createSpeller(lexicon);
const compounds = (letters: string): string[] => readCompounds(letters, lexicon, read).map(({ text }) => text);

it('reads a numeral and a counted noun as one adjective', () => {
  const [reading] = readCounted('سهجانبه', lexicon, read);
  expect(reading).toEqual({ text: 'سه‌جانبه', isNoun: true, isAdjective: true, cost: 0 });
  expect(readCounted('سهکوه', lexicon, read)).toEqual([]);
});

it('reads a noun and a part that occurs only in compounds', () => {
  expect(compounds('جامعهشناسی')).toEqual(['جامعه‌شناسی']);
});

it('rejects two free words, and an unknown first part', () => {
  expect(compounds('شهرکوه')).toEqual([]);
  expect(compounds('قلبشناسی')).toEqual([]);
});
