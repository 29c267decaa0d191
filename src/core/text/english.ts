import type { Range } from './edits.ts';

/**
 * Return whether a text in Latin letters is English, judging by its function words. False for names, titles and
 * sentences that are too short to judge.
 *
 * @example isEnglish('The report was published by the agency.') // true
 * @example isEnglish('Ludwig van Beethoven') // false
 */
export function isEnglish(text: string): boolean {
  const words = text.toLowerCase().match(word) ?? [];
  if (words.length < minWords) return false;
  const found = words.filter((each) => english.has(each));
  const others = words.filter((each) => foreign.has(each) || accented.test(each)).length;
  // A quarter to a half of the words of English prose are function words; lists of names have a few.
  return new Set(found).size >= 2 && found.length >= words.length / 8 && found.length > 2 * others;
}

/**
 * Find the English sentences in a Persian text: at least six words without Persian in between. The final mark belongs to
 * a sentence that begins with a capital letter.
 *
 * @example findEnglish('او گفت We will not accept any of it. و رفت') // [{ start: 7, end: 36 }]
 */
export function findEnglish(text: string): Range[] {
  return [...text.matchAll(passage)].flatMap(({ 0: found, index }) => {
    const length = /^.*[\p{Script=Latin}0-9%)](?:[.!?](?=\s|$))?/su.exec(found)?.[0].length ?? 0;
    const isSentence = /^\p{Lu}/u.test(found);
    const part = isSentence ? found.slice(0, length) : found.slice(0, length).replace(/[.!?]$/, '');
    const isLong = (part.match(word)?.length ?? 0) >= 6;
    return isLong && isEnglish(part) ? [{ start: index, end: index + part.length }] : [];
  });
}

// Quotation marks of either script stay outside.
const passage = /\p{Script=Latin}[^\p{Script=Arabic}«»“”"،؛؟٪۰-۹\uFFFC<>{}]*/gu;
const minWords = 4;
const word = /\p{Script=Latin}[\p{Script=Latin}\p{M}’']*/gu;
const accented = /[^\x20-\x7E’]/;
/** Frequent English words, most of which exist in no other language. */
const english: ReadonlySet<string> = new Set(
  (
    'the of and to is that for with from this are was were has have had been be by at it its not you your we our they their he his ' +
    'she her him who which what when where how but or if as on in an a i will would can could should may must do does did there than then ' +
    'about into after before more most all some any no one so up out over only other said says don’t it’s'
  ).split(' '),
);
/** Frequent words of other languages that use Latin letters. */
const foreign: ReadonlySet<string> = new Set(
  (
    'der die das und ist nicht ein eine den dem von zu mit auf für im sich het een van de en niet dat zijn op te le la les et des est un une ' +
    'du dans que qui pas au el los las y del por con para una es il di che e per non della sono och att det som på är og av til ikke ' +
    've bir bu için ile na się nie jest os da não em um uma ki bi ji li'
  ).split(' '),
);
