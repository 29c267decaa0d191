import { isBalanced } from './orthography-quotes.ts';
import { type Flaw, letter, letterOrSign, mend, type Prose, space } from './orthography-text.ts';

/** Find Latin marks after Persian letters: ، ؛ ؟ belong there. Emoticons and marks inside numbers stay. */
export function findLatinPunctuation({ words }: Prose): Flaw[] {
  return [...words.matchAll(latinMarks)].flatMap(({ 0: found, index, groups }) => {
    const proposed = found.trimStart().replace(/[,;?]/g, (mark) => persianMarks[mark]!);
    return mend('latin-punctuation', index, found, proposed, groups?.['close'] !== undefined);
  });
}

/** Find spaces before marks, after «, and missing ones after marks. */
export function findPunctuationSpacing({ words }: Prose): Flaw[] {
  const patterns = isBalanced(words) ? [surplus, inQuotes] : [surplus];
  const surplusFlaws = patterns.flatMap((pattern) =>
    [...words.matchAll(pattern)].flatMap(({ 0: found, index }) => mend('punctuation-spacing', index, found, '', true)),
  );
  const missingFlaws = [...words.matchAll(missing)].flatMap(({ index }) =>
    mend('punctuation-spacing', index, '', ' ', false),
  );
  return [...surplusFlaws, ...missingFlaws];
}

/**
 * What is written to the word before it, also after a quotation mark or a Latin word: «پل»ست, «ی»ها.
 */
const ending = `(?:ست|ها|های|هایی|هایش|هایشان|ی|ای|ام|ات|اش|اند|ایم|اید|م|ت|ش|مان|تان|شان)(?!${letter})`;
const persianMarks: Readonly<Record<string, string>> = { ',': '،', ';': '؛', '?': '؟' };
// «;)» and «,)» are faces, not marks.
const follows = `(?=[\\s»\\]"'.…«]|$|${letter}|(?<=[?؟!])\\))`;
const marks = '(?=[!؟]{0,3}[,;?])[,;?!؟]{1,6}';
const latinMarks = new RegExp(
  `(?<=${letterOrSign})(?<close>${marks})${follows}|(?<=[»)\\]۰-۹])${marks}(?=\\s|$)|(?<=${letterOrSign}|[»)\\]۰-۹])${space}+[,;?](?=\\s|$)`,
  'g',
);
const persianWord = `(?:${letter}{2}|[\\u064B-\\u0655\\u0670])`;
const surplus = new RegExp(
  [
    `(?<=${letterOrSign}|[۰-۹٪»)\\]\\uFFFC])${space}+(?=[،؛؟](?!\\)))`,
    // «ا . م» are initials, « :)» is a face, « . . .» an ellipsis.
    `(?<=${persianWord}|[»)\\]])${space}+(?=(?:[!؟]+|[:.](?!${space}*[.]))(?:\\s|»|$))`,
  ].join('|'),
  'g',
);
const inQuotes = new RegExp(`(?<=[^\\s«])${space}+(?=»)|(?<=«)${space}+(?=[^\\s»])`, 'g');
const missing = new RegExp(
  [
    `(?<=(?:${letterOrSign}|[۰-۹٪»)\\]])[،؛])(?=${letter}|[«(])`,
    `(?<=(?:${letterOrSign}|[»)\\]])،)(?=[۰-۹])`,
    `(?<=(?:${letterOrSign}|[»)\\]])[؟!])(?=${letter}|[«(])`,
    `(?<=${persianWord}:)(?=${letter}{2}|«)`,
    `(?<=${letter}${persianWord}\\.)(?=${letter}{2})`,
    `(?<=»)(?!${ending})(?=${letter})`,
    `(?<=${letter})(?=«)`,
  ].join('|'),
  'g',
);
