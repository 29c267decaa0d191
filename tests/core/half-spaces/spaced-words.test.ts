import { describe, expect, it } from 'vitest';
import { createSpeller } from '../../../src/core/half-spaces/joined-words.ts';
import { createLexicon } from '../../../src/core/half-spaces/lexicon.ts';
import { isPair, joinOf } from '../../../src/core/half-spaces/spaced-words.ts';
import { halfSpace } from '../../../src/core/text/persian.ts';

const lexicon = createLexicon(
  '9\nمی‌رود\nکتاب/sgsl\nکار/sgsl\nبزرگ/st\nخانه/sgsl\nبرنامه/sgsl\nبرنامه‌ریزی/sgsl\nعلی/sgsl\nخبر/sgsl',
);
const read = createSpeller(lexicon);
const join = (first: string, second: string, next: string | undefined = 'و') =>
  joinOf(first, second, () => next, lexicon, read);

describe('two words separated by a space', () => {
  it.each([
    ['a verb', 'می', 'رود'],
    ['a plural', 'کتاب', 'ها'],
    ['a comparative', 'بزرگ', 'تر'],
  ])('are certainly one: %s', (_, first, second) => {
    expect(join(first, second)).toEqual({ joiner: halfSpace, isCertain: true });
  });

  it('are joined without a half-space where it would be invisible', () => {
    expect(join('کار', 'ها')).toEqual({ joiner: '', isCertain: true });
  });

  it.each([
    ['a verb the lexicon lacks', 'می', 'پلکد'],
    ['a compound of the lexicon', 'برنامه', 'ریزی'],
    ['«بی» and a noun', 'بی', 'خبر'],
    ['a number and what it counts', 'شش', 'ماهه'],
  ])('are probably one: %s', (_, first, second) => {
    expect(join(first, second)?.isCertain).toBe(false);
  });

  it('are not an enclitic if «ای» is a vocative', () => {
    expect(join('علی', 'ای', 'برادر')).toBeUndefined();
    expect(join('خانه', 'ای', '')?.isCertain).toBe(true);
    expect(join('خانه', 'ای', 'برادر')?.isCertain).toBe(false);
  });

  it.each([
    ['کتاب', 'بزرگ'],
    ['می', 'کتاب'],
    ['بی', 'آنکه'],
    ['کتاب', 'است'],
  ])('«%s %s» remain two', (first, second) => {
    expect(join(first, second)).toBeUndefined();
  });
});

it('recognises pairs with «و» that are one word', () => {
  expect(isPair('حمل', 'و', 'نقل')).toBe(true);
  expect(isPair('حمل', 'یا', 'نقل')).toBe(false);
  expect(isPair('کتاب', 'و', 'کار')).toBe(false);
});
