import { describe, expect, it } from 'vitest';
import { createLexicon } from '../../../src/core/half-spaces/lexicon.ts';
import { choosePlural } from '../../../src/core/half-spaces/plurals.ts';
import type { Reading } from '../../../src/core/half-spaces/reading.ts';

const pairOf = (noun: string, longer: string): Reading[] => [
  { text: `${noun}\u200Cهای`, isNoun: false, isAdjective: false, cost: 0, pluralOf: noun },
  { text: `${longer}\u200Cای`, isNoun: false, isAdjective: false, cost: 0, encliticOf: longer },
];
const compounds = (part: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${part}‌${'ابپتثجچحخد'[index]}ا`);
const lexicon = createLexicon(['0', ...compounds('دست', 9), ...compounds('پنبه', 9)].join('\n'));
const choose = (noun: string, longer: string, previous = 'این', next: string | undefined = 'تازه') =>
  choosePlural(pairOf(noun, longer), { previous, next }, lexicon)?.text;

describe('a plural and an enclitic with the same letters', () => {
  it('are distinguished by the neighbouring words', () => {
    expect(choose('حرف', 'حرفه', 'این', '')).toBe('حرفه‌ای');
    expect(choose('حرف', 'حرفه', 'این', 'است')).toBe('حرفه‌ای');
    expect(choose('حرف', 'حرفه', 'یک')).toBe('حرفه‌ای');
  });

  it('are distinguished by nouns that rarely take one or the other', () => {
    expect(choose('سال', 'ساله')).toBe('سال‌های');
    expect(choose('جمل', 'جمله')).toBe('جمله‌ای');
    expect(choose('بیانی', 'بیانیه')).toBe('بیانیه‌ای');
  });

  it('are distinguished by which noun is part of many more compounds', () => {
    expect(choose('دست', 'دسته')).toBe('دست‌های');
    expect(choose('پنب', 'پنبه')).toBe('پنبه‌ای');
  });

  it('stay ambiguous if nothing decides', () => {
    expect(choose('حرف', 'حرفه')).toBeUndefined();
    expect(choose('قلب', 'قلبه')).toBeUndefined();
  });

  it('are both required', () => {
    expect(choosePlural(pairOf('حرف', 'حرفه').slice(1), { previous: '', next: '' }, lexicon)).toBeUndefined();
  });
});
