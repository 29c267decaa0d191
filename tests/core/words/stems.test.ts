import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stemOf, stemOfParts } from '../../../src/core/words/stems.ts';
import { foldWord } from '../../../src/core/words/terms.ts';
import { findWords } from '../../../src/core/words/words.ts';
import { countRuns } from '../../support/runs.ts';

const seed = 1404;
const stemOfSpelling = (word: string): string => stemOfParts(word.split('\u200C').map(foldWord));
const split = (words: string): string[] => words.trim().split(/\s+/);

/** Nouns by how they form a plural other than that in «ها». */
const nouns = {
  an: split(`معلم کارگر پزشک مدیر خبرنگار ورزشکار دانشمند شهروند شاگرد استاد فرزند سرباز هنرمند قهرمان نوجوان مسلمان میهمان مرزبان
    سخنران کارگردان حقوقدان خلبان بازیکن کودک دوست سرپرست مسئول محقق متهم دختر خواهر گیاه درخت مرد زن پسر پدر سخن یار بزرگ سرهنگ`),
  gan: split('نماینده رزمنده ستاره پرنده خواننده بازنشسته آزاده نخبه فرشته همسایه'),
  yan: split('ایرانی مربی مدعی قربانی زندانی دانشگاهی روحانی روستایی مشتری متقاضی نظامی متولی قاضی سرمربی همشهری'),
  vowel: split('دانشجو سخنگو آقا مبتلا اصولگرا جنگجو همتا خدا'),
  in: split('مسئول محقق معلم متخصص مهندس حاضر شاغل ساکن مجاهد مترجم'),
  ha: split(`کتاب روز سازمان بیمارستان ساختمان خیابان انسان زبان میدان فیلتر دفتر پوستر کیلومتر ماشین دوربین زمین تلویزیون میلیون قانون
    اتوبوس نیرو دارو خودرو اردو هوا فضا کالا رویا همکاری بازی شبهه کوه راه`),
};

describe('stemOf', () => {
  it.each([
    ['ان', nouns.an, (noun: string) => `${noun}ان`],
    ['گان', nouns.gan, (noun: string) => `${noun.slice(0, -1)}گان`],
    ['یان', nouns.yan, (noun: string) => `${noun}ان`],
    ['یان after a vowel', nouns.vowel, (noun: string) => `${noun}یان`],
    ['ین', nouns.in, (noun: string) => `${noun}ین`],
  ])('equates nouns with their plural in «%s», and the plurals of that', (_, words, inflect) => {
    for (const noun of words) expect(stemOf(foldWord(inflect(noun))), noun).toBe(stemOf(foldWord(noun)));
  });

  it.each(['', 'ی', 'یی', 'یم', 'یت', 'یش', 'یمان', 'یتان', 'یشان', 'مان', 'تان', 'شان'])(
    'leaves of any noun with «ها%s» the noun, written together or not',
    (ending) => {
      for (const noun of Object.values(nouns).flat()) {
        const stem = foldWord(noun);
        expect(stemOf(`${stem}ها${ending}`), noun).toBe(stem);
        expect(stemOfSpelling(`${noun}\u200Cها${ending}`), noun).toBe(stem);
        expect(stemOf(stem), noun).toBe(stem);
      }
    },
  );

  it('equates nouns in a vowel with their ezafe, from two letters before ا and three before و', () => {
    for (const noun of split(
      'هوا فضا صدا دنیا اعضا شورا ابتدا طلا اجرا نیرو دارو بازو آرزو الگو گفتگو خودرو رادیو تابلو دانشجو بانو',
    )) {
      expect(stemOf(`${foldWord(noun)}ی`), noun).toBe(foldWord(noun));
    }
  });

  it.each([
    ['بزرگ', 'بزرگتر بزرگترین بزرگترها بزرگترهایشان بزرگان'],
    ['بهتر', 'بهترین بهترینها'],
    ['میشود', 'نمیشود'],
    ['فوتبال', 'فوتبالیست فوتبالیستها'],
    ['هسته', 'هستهای هستهها'],
    ['مسیول', 'مسول مسوول مسیولان مسولان مسولین مسوولها'],
    ['داود', 'داوود'],
    ['فرانسوی', 'فرانسویان فرانسویها'],
  ])('is «%s» for all its forms', (stem, forms) => {
    for (const form of forms.split(' ')) expect(stemOf(form), form).toBe(stem);
  });

  it.each([
    ['m, t and sh after ها', 'اوهام شبهات ابهام الهام سهام اتهام تفاهم جهات اشتباهات ابهامات'],
    ['ها', 'تنها تنهایی انتها فقها گرانبها نهایت بینهایت شانگهای'],
    [
      'تر',
      'فیلتر دختر دفتر پیردختر کیلومتر سانتیمتر خاکستر منچستر پوستر کبوتر انگشتر تیاتر کامپیوتر اینتر کلانتر شوشتر',
    ],
    ['ین', 'ماشین زمین شیرین سنگین دوربین جانشین نازنین میادین قوانین محمدحسین مارتین دکترین ویترین همچنین'],
    ['یست', 'تروریست لیست بیست توریست کمونیست میبایست'],
    ['یان', 'رضاییان کاظمیان کفاشیان منصوریان موسویان جریان پایان بیان نمایان سالیان'],
    ['گان', 'گروگان رایگان ناوگان بازرگان هرمزگان مهرگان پادگان همگان یگان'],
    [
      'ان',
      `ایران تهران زمان میدان ارزان باران ناتوان سپاهان سازمان ساختمان زایمان نوجوان قهرمان خراسان اصفهان خوزستان هندوستان
      آبادان خیابان مهربان همزمان درخشان آذربایجان کارگردان استخوان مازندران گفتمان امتحان`,
    ],
    ['ی', 'چای روی برای همکاری معنوی موسوی پهلوی پیروی فرانسوی مثنوی شوروی'],
    ['یو', 'تلویزیون میلیون کمیسیون شهریور آلومینیوم'],
  ])('leaves words alone that only look as if they had an ending: %s', (_, words) => {
    for (const word of split(words)) expect(stemOf(foldWord(word)), word).toBe(foldWord(word));
  });

  it.each([
    'او اوهام',
    'شب شبهات',
    'آب ابهام',
    'تن تنهایی',
    'فیل فیلتر',
    'گره گروگان',
    'رضایی رضاییان',
    'کاظم کاظمین',
    'پیرو پیروی',
    'پهلو پهلوی',
    'مهره مهرگان',
    'هند هندوستان',
    'ساز سازمان',
    'من منها',
    'روی رویتر',
    'شوش شوشتر',
    'لوس لوستر',
    'اردک اردکان',
    'نما نمایان',
  ])('tells apart: %s', (pair) => {
    const [one, other] = pair.split(' ').map((word) => stemOf(foldWord(word)));
    expect(one).not.toBe(other);
  });

  it(`cuts no stem any further (seed ${seed})`, () => {
    const ending = fc.constantFrom(...split('ها های هایی هایشان تر ترین ان گان یان ین ای وی ست یست نمی وو ستان مان'));
    const letters = fc.string({ unit: fc.constantFrom(...'ابپتجدرزسشفقکگلمنوهیها'), minLength: 1, maxLength: 7 });
    const word = fc.tuple(fc.array(ending, { maxLength: 1 }), letters, fc.array(ending, { maxLength: 3 }));
    fc.assert(
      fc.property(word, (pieces) => {
        const stem = stemOf(pieces.flat().join(''));
        expect(stemOf(stem)).toBe(stem);
        expect(stem).not.toBe('');
      }),
      { seed, numRuns: countRuns(4000, 40_000) },
    );
  });
});

describe('stemOfParts', () => {
  it('treats a separate ending as one, whatever its letters could be elsewhere', () => {
    expect(stemOfParts(['ستاره', 'ای'])).toBe('ستاره');
    expect(stemOf('ستارهای')).toBe('ستار');
    expect(stemOfParts(['کتاب', 'شان'])).toBe('کتاب');
    expect(stemOfParts(['می', 'اید'])).toBe('میاید');
    expect(stemOfParts(['حالی', 'ست'])).toBe('حالی');
  });

  it('takes «ست» for an ending only where it is attached: it is also a set of a match', () => {
    expect(findWords('حالی\u200Cست')).toMatchObject([{ stem: 'حالی', parts: [] }]);
    expect(findWords('سه ست').map(({ stem }) => stem)).toEqual(['سه', 'ست']);
  });
});
