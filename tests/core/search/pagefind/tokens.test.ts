import { describe, expect, it } from 'vitest';
import { formToken, isPlain, othersToken, tokenBeginning } from '../../../../src/core/search/pagefind/tokens.ts';
import { signAt, signsOf, weightAt } from '../../../../src/core/search/pagefind/weights.ts';
import { findWords } from '../../../../src/core/words/words.ts';

const texts =
  'کتاب کتاب‌ها کتابها کتابخانه ستاره‌ای ستارهای ۱۲ ۱۲٬۵۰۰ ۲٫۵ ۲۵ 25 2.5 covid19 کووید۱۹ F16 ½ x86 ² café 東京 می‌رود رود';
const words = findWords(texts);

describe('tokens of Pagefind', () => {
  const tokens = [...new Set(words.flatMap((word) => [formToken(word), othersToken(word.stem)]))];

  it('are made of letters and marks alone, which Pagefind neither splits nor drops', () => {
    for (const token of tokens) expect(token).toMatch(/^[\p{L}\p{M}]+$/u);
    for (const token of tokens) expect(token).toBe(token.toLowerCase());
  });

  it('differ for different words, and none begins another', () => {
    const forms = new Set(words.map(({ surface, stem }) => `${surface} ${stem}`));
    expect(new Set(words.map(formToken)).size).toBe(forms.size);
    for (const token of tokens) expect(tokens.filter((other) => other.startsWith(token))).toEqual([token]);
  });

  it('begin as their words do, for words that are being typed', () => {
    for (const word of words) expect(formToken(word).startsWith(tokenBeginning(word.surface.slice(0, 2)))).toBe(true);
  });

  it('tell a stem from its other forms', () => {
    const [book, books] = findWords('کتاب، کتاب‌ها');
    expect(isPlain(book!)).toBe(true);
    expect(isPlain(books!)).toBe(false);
  });
});

it('decodes each weight from positions with the signs that encode it', () => {
  for (let weight = 1; weight <= 255; weight++) {
    const positions: number[] = [];
    for (const sign of signsOf(weight)) {
      let position = (positions.at(-1) ?? weight) + 1;
      while (signAt(position) !== sign) position++;
      positions.push(position);
    }
    expect(weightAt(positions)).toBe(weight);
  }
  expect(signsOf(2)).toEqual([0]);
});
