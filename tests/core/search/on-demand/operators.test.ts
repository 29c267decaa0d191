import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOperators, unquote } from '../../../../src/core/search/on-demand/operators.ts';
import { containsPhrase } from '../../../../src/core/search/on-demand/phrases.ts';

const seed = 1404;

describe('readOperators', () => {
  it.each(['-', '−', '–', '‐', 'ـ'])('excludes a word after %s', (minus) => {
    const { words, excluded } = readOperators(`استقلال ${minus}تهران لیگ`);
    expect(words.trim().split(/\s+/)).toEqual(['استقلال', 'لیگ']);
    expect(excluded).toEqual(['تهران']);
  });

  it.each([
    ['between words', 'تهران - مشهد'],
    ['within a word', 'کووید-19 علی-رضا'],
    ['of a number', 'دمای -5 درجه'],
    ['lengthening a word', 'تهـران'],
  ])('leaves a minus %s', (_, question) => expect(readOperators(question).excluded).toEqual([]));

  it.each(['"شورای شهر"', '“شورای شهر”', '«شورای شهر»', '„شورای شهر“'])('reads the quotation %s', (quotation) => {
    const question = `بودجه ${quotation} تهران`;
    const { phrases, words } = readOperators(question);
    expect(phrases.map(({ text }) => text)).toEqual(['شورای شهر']);
    expect(question.slice(phrases[0]!.start, phrases[0]!.end)).toBe('شورای شهر');
    expect(words.split(/\s+/)).toEqual(['بودجه', 'شورای', 'شهر', 'تهران']);
  });

  it('excludes a quotation, and ignores a mark without its pair', () => {
    const { phrases, words } = readOperators('بودجه -"شورای شهر"');
    expect(phrases).toMatchObject([{ text: 'شورای شهر', isExcluded: true }]);
    expect(words.trim()).toBe('بودجه');
    expect(readOperators('«شورای شهر').phrases).toEqual([]);
  });

  it(`keeps the positions of words (seed ${seed})`, () => {
    const unit = fc.constantFrom(...'اب c9۵ -ـ–"«»“”\u200C');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (question) => {
        const { words } = readOperators(question);
        expect(words.length).toBe(question.length);
        for (const [index, letter] of [...words].entries()) if (letter !== ' ') expect(letter).toBe(question[index]);
      }),
      { seed },
    );
  });
});

describe('containsPhrase', () => {
  const text = 'اعضای شورای شهر تهران آمدند.\nشورا و شهر. حمل‌ونقل';

  it.each(['شورای شهر', 'شوراي شهر', 'شورای  شهر تهران', 'حمل و نقل', 'حمل‌ونقل', 'آمدند'])('finds «%s»', (phrase) =>
    expect(containsPhrase(text, phrase)).toBe(true),
  );

  it.each(['شهر شورای', 'شورای تهران', 'تهران آمدند شورا', 'ورای شهر', 'شورای شه'])('does not find «%s»', (phrase) =>
    expect(containsPhrase(text, phrase)).toBe(false),
  );
});

describe('unquote', () => {
  it.each([
    ['a pasted headline', '«شورای شهر تهران»', 'شورای شهر تهران'],
    ['a headline that quotes', '"رئیس: «نمی‌پذیریم» و می‌رویم"', 'رئیس: نمی‌پذیریم و می‌رویم'],
    ['some of the words', 'بودجه «شورای شهر» تهران', 'بودجه شورای شهر تهران'],
  ])('removes the quotation marks of %s', (_, question, words) => {
    expect(unquote(question).split(/\s+/)).toEqual(words.split(' '));
    expect(readOperators(unquote(question)).phrases).toEqual([]);
  });

  it.each(['بودجه -«شورای شهر»', 'بودجه «شورای شهر', 'بودجه -تهران'])('leaves %s as it is', (question) =>
    expect(unquote(question)).toBe(question),
  );
});
