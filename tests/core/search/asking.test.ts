import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../src/core/search/ranking.ts';
import { allReaders } from '../../../src/core/search/on-demand/units.ts';
import { variantsOf } from '../../../src/core/search/variants.ts';
import { indexInMemory } from '../../support/memory-index.ts';
import { makeArticle, makeDate } from '../../support/make-site.ts';

const texts: Readonly<Record<string, string>> = {
  both: 'بازی استقلال در تهران',
  one: 'بازی استقلال در اهواز',
  tehrani: 'تماشاگران استقلال در تهران‌ها',
  ratio: 'نرخ ۵/۲ درصد',
  point: 'نرخ 5.2 درصد',
  apart: 'در ۵ شهر ۲ درصد نرخ',
  phone: 'تلفن ۰۲۱-۸۸۷۷۶۶۵۵',
  joinedPhone: 'تلفن 02188776655',
  old: 'اطاق بازرگانی طهران',
  petrol: 'بنزین گران شد',
  why: 'چرا و چگونه و چه کسی',
  quoted: 'اعضای شورای شهر',
  unquoted: 'شهر و شورای دانش‌آموزی',
  named: 'در ۲۹ مرداد ۱۳۹۹ باران آمد',
};
const articles = Object.entries(texts).map(([slug, text], index) =>
  makeArticle({
    slug,
    title: 'خبر',
    text,
    date: makeDate(slug === 'both' ? '1399/05/29' : `1402/01/${String(28 - index).padStart(2, '0')}`),
  }),
);
const { ask, words } = indexInMemory(articles);
const wholeOf = async (question: string): Promise<string[]> => {
  const { slugs, whole } = await ask(question);
  return slugs.slice(0, whole.length).toSorted();
};

describe('a question', () => {
  it.each(['استقلال -تهران', 'استقلال −تهران', 'استقلال –تهران', 'استقلال ـتهران', '-تهران استقلال', 'استقلال -طهران'])(
    'excludes a word after a minus: %s',
    async (question) => {
      const { slugs, excluded } = await ask(question);
      expect(slugs).toEqual(['one']);
      expect(excluded.length).toBe(1);
    },
  );

  it('that only excludes finds all others, newest first', async () => {
    const { slugs } = await ask('-استقلال');
    expect(slugs).not.toContain('both');
    expect(slugs.length).toBe(articles.length - 3);
    expect(slugs[0]).toBe('ratio');
  });

  it.each(['۵/۲ درصد', '5/2 درصد', '٥/٢ درصد', '۵٫۲ درصد', '5.2 درصد'])(
    'reads a decimal as one word: %s',
    async (question) => expect(await wholeOf(question)).toEqual(['point', 'ratio']),
  );

  it.each(['021-88776655', '۰۲۱۸۸۷۷۶۶۵۵', '+98 21 8877 6655', '021 88776655'])(
    'reads a telephone number: %s',
    async (question) => expect(await wholeOf(question)).toEqual(['joinedPhone', 'phone']),
  );

  it.each(['تهران', 'طهران'])('finds both spellings of a word: %s', async (question) =>
    expect(await wholeOf(question)).toEqual(['both', 'old', 'tehrani']),
  );

  it.each([
    'چرا بنزین گران شد؟',
    'چگونه بنزین گران شد',
    'آیا بنزین گران شد؟',
    'بنزین کی گران شد؟',
    'چه‌قدر بنزین گران شده؟',
  ])('ignores words that only ask: %s', async (question) => {
    expect(await wholeOf(question)).toEqual(['petrol']);
    expect((await ask(question)).slugs).not.toContain('why');
  });

  it('may consist of words that only ask', async () => expect(await wholeOf('چرا چگونه')).toEqual(['why']));

  it.each(['"شورای شهر"', '«شورای شهر»', '“شورای شهر” اعضای'])('requires quoted words: %s', async (question) => {
    const { slugs, phrases } = await ask(question);
    expect(slugs).toContain('quoted');
    expect(phrases).toMatchObject([{ text: 'شورای شهر' }]);
  });

  it('does not find articles without the quoted words', async () =>
    expect((await ask('اعضای بازی استقلال "شورای شهر"')).slugs).not.toContain('both'));

  it.each(['۲۹ مرداد ۹۹', '1399/05/29', '۱۳۹۹-۵-۲۹', '2020-08-19'])(
    'finds the articles of a day: %s',
    async (question) => {
      const days = articles.map(({ slug }) => (slug === 'both' ? 13_990_529 : 14_020_101)).toReversed();
      const dayOf = (article: number): number => days.toSorted()[article]!;
      const { articles: found, date } = await answerQuestion(
        question,
        { ...words, dayOf },
        false,
        undefined,
        allReaders,
      );
      expect(date).toEqual({ year: 1399, month: 5, day: 29 });
      expect(found).toContain(0);
    },
  );
});

describe('variantsOf', () => {
  it.each([
    ['طهرانی', 'تهرانی'],
    ['اتاقها', 'اطاقها'],
    ['سپاسگذاری', 'سپاسگزاری'],
    ['قلعهنوعی', 'قلعهنویی'],
    ['امپراطوری', 'امپراتوری'],
  ])('finds another spelling of %s, and back', (word, variant) => {
    expect(variantsOf(word)).toEqual([variant]);
    expect(variantsOf(variant)).toEqual([word]);
  });

  it.each(['طرح', 'ترس', 'نوعی', 'گزارش', 'غلط'])('leaves %s', (word) => expect(variantsOf(word)).toEqual([]));
});
