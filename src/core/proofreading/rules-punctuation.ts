import { isBalanced } from './rules-quotes.ts';
import { type Flaw, letter, letterOrSign, mend, type Prose, space } from './prose.ts';

/** Find Latin punctuation after Persian letters, where ، ؛ ؟ belong. Emoticons and marks inside numbers are kept. */
export function findLatinPunctuation({ words }: Prose): Flaw[] {
  return [...words.matchAll(latinMarks)].flatMap(({ 0: found, index, groups }) => {
    const proposed = found.trimStart().replace(/[,;?]/g, (mark) => persianMarks[mark]!);
    return mend('latin-punctuation', index, found, proposed, groups?.['close'] !== undefined);
  });
}

/** Find spaces before punctuation and inside quotation marks, and missing spaces after punctuation. */
export function findPunctuationSpacing({ words, written }: Prose): Flaw[] {
  const patterns = isBalanced(words) ? [surplus, inQuotes] : [surplus];
  return [
    ...patterns.flatMap((pattern) =>
      [...words.matchAll(pattern)].flatMap((match) => {
        const moved = match.slice(1).find((mark) => mark !== undefined);
        const proposed = moved === undefined ? '' : moved === '«' ? ' «' : `${moved} `;
        return mend('punctuation-spacing', match.index, match[0], proposed, true);
      }),
    ),
    ...[...words.matchAll(missing), ...written.matchAll(missingBeforeLatin)].flatMap(({ index }) =>
      mend('punctuation-spacing', index, '', ' ', false),
    ),
  ];
}

// Suffixes that attach to the word before, even after a quotation mark: «پل»ست, «ی»ها.
const ending = `(?:ست|ها|های|هایی|هایش|هایشان|ی|ای|ام|ات|اش|اند|ایم|اید|م|ت|ش|مان|تان|شان)(?!${letter})`;
const persianMarks: Readonly<Record<string, string>> = { ',': '،', ';': '؛', '?': '؟' };
// «;)» and «,)» are emoticons.
const follows = `(?=[\\s»\\]"'.…«]|$|${letter}|(?<=[?؟!])\\))`;
const marks = '(?=[!؟]{0,3}[,;?])[,;?!؟]{1,6}';
const latinMarks = new RegExp(
  [
    `(?<=${letterOrSign})(?<close>${marks})${follows}`,
    `(?<=[»)\\]۰-۹])${marks}(?=\\s|$)`,
    `(?<=${letterOrSign}|[»)\\]۰-۹])${space}+${marks}(?=\\s|$)`,
  ].join('|'),
  'g',
);
const persianWord = `(?:${letter}{2}|[\\u064B-\\u0655\\u0670])`;
// A mark that is captured has its space on the wrong side.
const surplus = new RegExp(
  [
    `(?<=${letterOrSign}|[۰-۹٪»)\\]\\uFFFC])${space}+(?:([،؛؟])(?=${letter}|[\\uFFFC0-9۰-۹«(])|(?=[،؛؟](?!\\))))`,
    // «ا . م» are initials, « :)» is an emoticon, « . . .» an ellipsis.
    `(?<=${persianWord}|[»)\\]])${space}+(?:(?=(?:[!؟]+|[:.](?!${space}*[.]))(?:\\s|»|$))|([:.!])(?=${letter}{2}))`,
  ].join('|'),
  'g',
);
const inQuotes = new RegExp(
  [
    `(?<=[^\\s«])${space}+(?:(»)(?!${ending})(?=${letter})|(?=»))`,
    `(?<=${letter}|[:،؛])(«)${space}+(?=[^\\s»])`,
    `(?<=«)${space}+(?=[^\\s»])`,
  ].join('|'),
  'g',
);
// A space inside the quotation mark is moved instead.
const opening = `«(?!${space})`;
const missing = new RegExp(
  [
    `(?<=(?:${letterOrSign}|[۰-۹٪»)\\]])[،؛])(?=${letter}|${opening}|\\()`,
    `(?<=(?:${letterOrSign}|[»)\\]])،)(?=[۰-۹])`,
    `(?<=(?:${letterOrSign}|[»)\\]])[؟!])(?=${letter}|${opening}|\\()`,
    `(?<=${persianWord}:)(?=${letter}{2}|${opening})`,
    `(?<=${letter}${persianWord}\\.)(?=${letter}{2})`,
    `(?<=[^\\s]»)(?!${ending})(?=${letter})`,
    `(?<=${letter})(?=${opening})`,
  ].join('|'),
  'g',
);
// Uses the original text: `words` masks Latin like footnote references, which need no space before them.
const missingBeforeLatin = new RegExp(`(?<=(?:${letterOrSign}|[»)\\]])[،؛])(?=\\p{Script=Latin})`, 'gu');
