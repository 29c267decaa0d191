import type { SearchWord } from '../words/words.ts';

/** Words that ask, with their colloquial forms, without half-spaces. */
const asking = new Set(
  'چرا چگونه چگونگی چطور چجور چجوری ایا کی کجا کجاست کدام کدامند کدامیک چیست چیستند چیه کیست کیستند کیه کیا چقدر چند چندتا چنده'.split(
    ' ',
  ),
);
/** Words after چه or کدام, with which they ask together: «چه کسی», «به چه دلیل». */
const asked =
  /^(?:کس|چیز|زمان|وقت|موقع|دلیل|علت|طور|جور|گونه|قدر|اندازه|تعداد|مقدار|میزان|مدت|نوع|جا|روز|سال)(?:ی|انی|هایی)?$/;
/** Verbs of questions, which every text contains. */
const auxiliary = new Set('شد شده است بود هست هستند میشود دارد کرد'.split(' '));

/**
 * Return, for each word of a question, whether it only asks: «چرا», «چه کسی», and in a question with such words the verb
 * at its end.
 */
export function findAskingWords(words: readonly SearchWord[]): boolean[] {
  const asks = words.map(({ surface }, index) => {
    const before = words[index - 1]?.surface ?? '';
    return asking.has(surface) || ((before === 'چه' || before === 'کدام') && asked.test(surface)) || asksAsOne(surface);
  });
  const last = words.length - 1;
  if (asks.includes(true) && auxiliary.has(words[last]!.surface)) asks[last] = true;
  return asks;
}

/** «چه‌کسی» with a half-space, or none. */
function asksAsOne(surface: string): boolean {
  return surface.startsWith('چه') && asked.test(surface.slice(2));
}
