import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adviseOn } from '../../../../src/core/search/corrections/advice.ts';
import { distanceOf, soundOf } from '../../../../src/core/search/corrections/distance.ts';
import { nearestWord } from '../../../../src/core/search/corrections/mend.ts';
import { readVocabulary } from '../../../../src/core/search/corrections/vocabulary.ts';
import { readAsLatin, readAsPersian } from '../../../../src/core/search/corrections/keyboards.ts';
import { transliterationCost } from '../../../../src/core/search/corrections/transliteration.ts';
import { listSpellings, writeSpellings } from '../../../../src/core/search/spellings.ts';
import { foldWord } from '../../../../src/core/words/terms.ts';
import { stopWords } from '../../../../src/core/words/stems.ts';
import { findWords } from '../../../../src/core/words/words.ts';
import { indexInMemory } from '../../../support/memory-index.ts';
import { makeArticle } from '../../../support/make-site.ts';

const seed = 1404;
const pause = async (): Promise<void> => {};
const plainLetters = [...'ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی'];
const word = fc.string({ unit: fc.constantFrom(...plainLetters), minLength: 1, maxLength: 9 });

// The number of articles that contain each text.
const texts: Readonly<Record<string, number>> = {
  'تهران بارسلونا': 3,
  پرسپولیس: 30,
  پرسپولس: 1,
  'استقلال تهران': 4,
  'فیفا گوگل یوتیوب': 2,
  'کووید ۱۹ کرونا': 2,
  'اتاق بازرگانی': 3,
  'جنگنده اف ۱۶ بی‌بی‌سی': 2,
  'خوزستان گوشی آیفون رئال مادرید': 2,
  'تهران در ۱۳۹۹': 2,
  قهرمان: 24,
  غهرمان: 1,
  'DNA گیاه': 2,
};
const articles = Object.entries(texts).flatMap(([text, count], kind) =>
  Array.from({ length: count }, (_, index) => makeArticle({ slug: `${kind}-${index}`, title: 'خبر', text })),
);
const { ask, words } = indexInMemory(articles);
const counts = new Map<string, number>();
for (const [text, count] of Object.entries(texts))
  for (const { spelling } of findWords(text)) counts.set(spelling, (counts.get(spelling) ?? 0) + count);
const vocabulary = await readVocabulary(writeSpellings([listSpellings([...counts])]), pause);
const known = {
  vocabulary,
  pause,
  isKnown: async (text: string): Promise<boolean> => {
    const typed = findWords(text).filter(({ surface }) => !stopWords.has(surface));
    const found = await words.find(typed);
    return typed.every(({ stem }) => found.has(stem));
  },
};
const advise = async (question: string) => adviseOn(question, await ask(question), ask, known);

describe('adviseOn', () => {
  it.each([
    ['tehran', 'تهران'],
    ['Perspolis', 'پرسپولیس'],
    ['esteghlal', 'استقلال'],
    ['barcelona', 'بارسلونا'],
    ['fifa google', 'فیفا گوگل'],
    ['youtube', 'یوتیوب'],
    ['khuzestan', 'خوزستان'],
    ['real madrid', 'رئال مادرید'],
    ['iphone', 'آیفون'],
    ['covid19', 'کووید 19'],
    ['کوید19', 'کووید19'],
    ['F16', 'اف 16'],
    ['BBC', 'بی‌بی‌سی'],
    ['jivhk ۱۳۹۹', 'تهران ۱۳۹۹'],
    ['jivhk1399', 'تهران1399'],
    ['\\vs\\,gds', 'پرسپولیس'],
    ['nv jivhk', 'در تهران'],
    ['حثقسحخمهس', 'پرسپولیس'],
    ['یدش', 'dna'],
    ['اصتقلال', 'استقلال'],
    ['استقلال jivhk', 'استقلال تهران'],
  ])('shows the answer of a better question than %s', async (question, better) => {
    const advice = await advise(question);
    expect(advice?.question.toLowerCase()).toBe(better);
    expect(advice?.isInstead).toBe(true);
  });

  it.each([
    ['پرسپولس', 'پرسپولیس'],
    ['غهرمان', 'قهرمان'],
  ])('offers what finds ten times as much as %s', async (question, better) => {
    expect(await advise(question)).toMatchObject({ question: better, isInstead: false });
  });

  it.each(['پرسپولیس', 'تهران ۱۳۹۹', 'dna', '1399', '۵/۷', 'x9z', 'ژغپخچ', 'zzzzzz', '', '?!', 'خوزستانی‌ها'])(
    'leaves %s',
    async (question) => expect(await advise(question)).toBeUndefined(),
  );
});

describe('nearestWord', () => {
  it.each([
    ['another letter of the sound', 'طهران', 'تهران'],
    ['a letter left out', 'استقال', 'استقلال'],
    ['a letter too many', 'تهراان', 'تهران'],
    ['two letters swapped', 'تهارن', 'تهران'],
    ['a half-space that the reader left out', 'بیبسی', 'بی‌بی‌سی'],
    ['nothing near', 'ژغپخچ', undefined],
    ['too short a word', 'سا', undefined],
    ['no word', '', undefined],
  ])('corrects %s', async (_, typed, nearest) => expect(await nearestWord(foldWord(typed), known)).toBe(nearest));
});

describe('distanceOf', () => {
  it(`is 0 for equal words alone, symmetric, and no more than what was done (seed ${seed})`, () => {
    fc.assert(
      fc.property(word, word, fc.nat(), fc.constantFrom(...plainLetters), (a, b, place, letter) => {
        const distance = distanceOf(a, b, 99);
        expect(distance).toBe(distanceOf(b, a, 99));
        expect(distance === 0).toBe(a === b);
        expect(distanceOf(a, b, distance)).toBe(distance);
        const at = place % a.length;
        expect(distanceOf(a, a.slice(0, at) + letter + a.slice(at), 9)).toBeLessThanOrEqual(1);
      }),
      { seed },
    );
  });

  it('treats words of one sound as near', () => {
    for (const [a, b] of [
      ['طهران', 'تهران'],
      ['قلعهنوعی', 'قلعهنویی'],
      ['سابون', 'صابون'],
      ['غزوین', 'قزوین'],
    ]) {
      expect(soundOf(a!)).toBe(soundOf(b!));
      expect(distanceOf(a!, b!, 2)).toBeLessThan(1);
    }
    expect(soundOf('سلام')).not.toBe(soundOf('سالم'));
  });
});

describe('keyboards', () => {
  it(`read what they wrote, in one of the layouts (seed ${seed})`, () => {
    fc.assert(
      fc.property(word, (letters) => {
        const typed = readAsLatin(letters);
        expect(typed.flatMap((each) => readAsPersian(each))).toContain(letters);
      }),
      { seed },
    );
  });

  it('read the letters that need the shift key', () => {
    expect(readAsPersian('Hchnd')).toContain('آزادی');
    expect(readAsPersian('HCHND')).toContain('ازادی');
  });
});

describe('transliterationCost', () => {
  it.each([
    ['tehran', 'تهران'],
    ['esteghlal', 'استقلال'],
    ['shiraz', 'شیراز'],
    ['messi', 'مسی'],
    ['khamenei', 'خامنهای'],
    ['chelsea', 'چلسی'],
    ['unesco', 'یونسکو'],
    ['juventus', 'یوونتوس'],
    ['mohammad', 'محمد'],
    ['russia', 'روسیه'],
  ])('is low for %s', (latin, persian) => expect(transliterationCost(latin, persian, 1)).toBeLessThanOrEqual(0.55));

  it.each([
    ['tehran', 'شیراز'],
    ['messi', 'مسکن'],
    ['fifa', 'فردا'],
    ['london', 'لبنان'],
  ])('is high for %s and %s', (latin, persian) => expect(transliterationCost(latin, persian, 1)).toBeGreaterThan(0.6));

  it(`does not depend on the limit up to it, and survives any input (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{0,9}$/), word, (latin, persian) => {
        const cost = transliterationCost(latin, persian, 5);
        if (cost <= 5) expect(transliterationCost(latin, persian, cost)).toBeCloseTo(cost);
        if (cost > 1) expect(transliterationCost(latin, persian, 1)).toBeGreaterThan(1);
      }),
      { seed },
    );
  });
});
