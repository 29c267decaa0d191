import type { Operators, Phrase } from '../query.ts';

/** A minus, a dash or a kashida that begins a word. Before a number of few digits it is the number's sign. */
const minus = /(^|[\s"“”„‟«»])[-\u2010-\u2013\u2212\u0640]+(?=[\p{L}"“”„‟«]|\p{N}{4})/gu;
const quotation = /["“”„‟]([^"“”„‟«»]+)["“”„‟]|«([^"“”„‟«»]+)»/g;
/** Marks the place of a minus while quotations are read; readers do not type it. */
const sign = '\uFFFF';

/**
 * Read the signs of a question: quotation marks of any kind around words that belong together, and a minus before
 * words to exclude. Single quotation marks, and a minus between spaces or within a word, are punctuation.
 *
 * @example readOperators('استقلال -تهران') // { words: 'استقلال        ', excluded: ['تهران'], phrases: [] }
 */
export function readOperators(question: string): Operators {
  const phrases: Phrase[] = [];
  const excluded: string[] = [];
  const words = question
    .replaceAll(sign, ' ')
    .replace(minus, (signs: string, before: string) => before + sign.repeat(signs.length - before.length))
    .replace(
      quotation,
      (whole: string, straight: string | undefined, angled: string | undefined, at: number, all: string) => {
        const text = straight ?? angled ?? '';
        const isExcluded = all[at - 1] === sign;
        phrases.push({ text, start: at + 1, end: at + 1 + text.length, isExcluded });
        return isExcluded ? blank(whole) : ` ${text} `;
      },
    )
    .replace(/\uFFFF+([^\s\uFFFF"“”„‟«»]*)/g, (whole: string, word: string) => {
      if (word !== '') excluded.push(word);
      return blank(whole);
    });
  return { words, excluded, phrases };
}

/**
 * Remove the quotation marks of a question, so that its words are found in any order. Excluded quotations stay.
 */
export function unquote(question: string): string {
  let text = question;
  for (let next = wantedOf(text); next; next = wantedOf(text)) {
    text = `${text.slice(0, next.start - 1)} ${next.text} ${text.slice(next.end + 1)}`;
  }
  return text.trim();
}

function wantedOf(question: string): Phrase | undefined {
  return readOperators(question).phrases.find(({ isExcluded }) => !isExcluded);
}

function blank(text: string): string {
  return ' '.repeat(text.length);
}
