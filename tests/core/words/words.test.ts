import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stemOfParts } from '../../../src/core/words/stems.ts';
import { foldWord } from '../../../src/core/words/terms.ts';
import { findWords } from '../../../src/core/words/words.ts';
import { countRuns } from '../../support/runs.ts';

const seed = 1404;
const plainLetters = [...'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی'];
const stems = (text: string): string[] => findWords(text).map(({ stem }) => stem);
const surfaces = (text: string): string[] => findWords(text).map(({ surface }) => surface);

describe('findWords', () => {
  it(`leaves words of plain letters unchanged, as folding does (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...plainLetters), minLength: 1, maxLength: 12 }), (word) => {
        expect(foldWord(word)).toBe(word);
        expect(findWords(word)).toEqual([
          { spelling: word, surface: word, stem: stemOfParts([word]), start: 0, end: word.length, parts: [] },
        ]);
      }),
      { seed },
    );
  });

  it.each([
    ['a plural', ['همکاری‌ها', 'همکاریها', 'همکاری ها', 'همكاري‌ها', 'همکاری\u00A0ها', 'هـمکاری‌ها']],
    ['a verb', ['می‌شود', 'میشود', 'می شود', 'مي‌شود']],
    ['a comparative', ['بزرگ‌ترین', 'بزرگترین', 'بزرگ ترین']],
    ['hamza', ['رئیس', 'رییس', 'رﺋﯿﺲ', 'رئيس']],
    ['two seats of hamza', ['مسئول', 'مسؤول', 'مسیول']],
    ['vowel signs', ['متوقّف', 'متوقف', 'مُتَوَقِّف']],
    ['madda', ['قرآن', 'قران', 'قرا\u0653ن']],
    ['ezafe', ['خانهٔ', 'خانه', 'خانۀ', 'خانة', 'خانه‌ی', 'خانه ی']],
    ['digits', ['۱۴۰۴', '1404', '١٤٠٤', '１４０４']],
    ['separated thousands', ['۱٬۲۵۰', '1,250', '1250']],
    ['decimals', ['۵٫۴', '5.4', '٥٫٤', '۵/۴', '5/4', '٥/٤', '۵\u2044۴']],
    ['dates', ['۱۴۰۴/۰۵/۲۹', '1404/05/29', '۱۴۰۴-۰۵-۲۹', '۱۴۰۴ ۰۵ ۲۹']],
    ['years of a season', ['۱۳۹۸/۹۹', '1398/99', '۱۳۹۸-۹۹']],
    ['case and ligatures', ['OFFICE', 'office', 'oﬃce']],
    ['marks without width', ['ایران', 'ای\u200Dران', 'ایران\u200F', '\u202Bایران', 'ای\u00ADران']],
    ['letters of other languages', ['که', 'كه', 'کھ', 'کہ', 'کە', 'ڪه']],
    ['a word of one sign', ['الله', 'ﷲ']],
  ])('reads %s alike in all spellings', (_, spellings) => {
    expect(new Set(spellings.map((spelling) => surfaces(spelling).join(' '))).size).toBe(1);
    expect(new Set(spellings.map((spelling) => stems(spelling).join(' '))).size).toBe(1);
  });

  it.each([
    ['a compound', 'حمل‌ونقل', ['حمل', 'نقل']],
    ['a compound with an ending', 'نرم‌افزارهای', ['نرم', 'افزار']],
    ['an inflected word', 'کتاب‌هایشان', []],
    ['a verb', 'می‌شود', []],
    ['a word without half-spaces', 'کتابخانه', []],
  ])('returns the parts of %s', (_, word, parts) => {
    expect(findWords(word)[0]!.parts.map(({ stem }) => stem)).toEqual(parts);
  });

  it('returns the positions of words, including detached endings', () => {
    const text = '«كتاب ها» را می خوانیم، ۱٬۲۵۰ بار!';
    expect(findWords(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'كتاب ها',
      'را',
      'می خوانیم',
      '۱٬۲۵۰',
      'بار',
    ]);
  });

  it('joins no words across a sign or a line', () => {
    expect(surfaces('کتاب، ها')).toEqual(['کتاب', 'ها']);
    expect(surfaces('کتاب\nها')).toEqual(['کتاب', 'ها']);
    expect(surfaces('GPT ها')).toEqual(['gpt', 'ها']);
    expect(surfaces('سال1404 COVID-19 C++')).toEqual(['سال', '1404', 'covid', '19', 'c']);
  });

  it(`handles any text: words are in order and within it, and reading a word again changes nothing (seed ${seed})`, () => {
    const text = fc.string({
      unit: fc.constantFrom(...'کيهایمنترشود \u200C\u0640\u064B\u0654\u200D12۱.,٬٫«»\n\u00A0aBé😀ﷲآئؤ'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 60 })), (value) => {
        let end = 0;
        for (const word of findWords(value)) {
          expect(word.start).toBeGreaterThanOrEqual(end);
          expect(word.end).toBeGreaterThan(word.start);
          ({ end } = word);
          expect(word.surface).not.toBe('');
          expect(foldWord(word.surface)).toBe(word.surface);
          expect(findWords(value.slice(word.start, word.end)).map(({ surface }) => surface)).toEqual([word.surface]);
        }
        expect(end).toBeLessThanOrEqual(value.length);
      }),
      { seed, numRuns: countRuns(1000, 10_000) },
    );
  });
});
