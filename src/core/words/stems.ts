import {
  endsInAn,
  endsInGan,
  endsInHa,
  endsInIn,
  endsInTar,
  endsInYa,
  pluralInAn,
  pluralInStan,
  pluralInYan,
  takesYa,
} from './uninflected.ts';

/**
 * Stem a folded word (half-spaces removed) by cutting inflectional endings until none is left, so that all forms of a
 * word share one stem: plurals, comparatives, and the ی of ezafe after a vowel. The stem of a stem is the stem itself.
 * Endings that are often part of the word itself (ی, ش, ات) are kept; {@link stemOfParts} removes them after a visible
 * boundary.
 *
 * @example stemOf('کتابهایشان') // 'کتاب'
 * @example stemOf('قهرمانان') // 'قهرمان'
 */
export function stemOf(word: string): string {
  let stem = word.replace(/^نمی(?=..)/, 'می');
  for (let before = ''; before !== stem;) {
    before = stem;
    stem = unifyHamza(cutEnding(stem));
  }
  return stopWords.has(stem) ? word : stem;
}

/**
 * Stem a word whose parts are known. A separate ending («کتاب‌شان», «هسته‌ای», «رفته‌اند») is cut, whatever its letters
 * could be elsewhere.
 *
 * @example stemOfParts(['ستاره', 'ای']) // 'ستاره', while stemOf('ستارهای') has to take it for «ستار‌های»
 */
export function stemOfParts(parts: readonly string[]): string {
  const last = parts.at(-1)!;
  const isInflected = parts.length > 1 && (last === 'ست' || enclitics.has(last)) && !/^ن?می$/.test(parts.at(-2)!);
  return stemOf((isInflected ? parts.slice(0, -1) : parts).join(''));
}

/** Return whether a separate word is an ending of the word before it. */
export function isEnding(word: string, before: string): boolean {
  return endings.has(word) || (enclitics.has(word) && before.endsWith('ه'));
}

/** Folded words that occur in almost every text; in a query with other words they are ignored. */
export const stopWords: ReadonlySet<string> = new Set(
  'و در به از که را این ان با برای بر تا هم یا نیز اما اگر است هر چه ها های می نمی ای هایی the of and in to a for on is'.split(
    ' ',
  ),
);

const plural = /^(.{2,}?)ها(?:ی|یی|یم|یت|یش|یمان|یتان|یشان|مان|تان|شان|ست)?$/;
const endings = new Set('ها های هایی هایم هایت هایش هایمان هایتان هایشان تر ترین مان تان شان'.split(' '));
const enclitics = new Set('ای ی ام ات اش م ت ش اند اید ایم مان تان شان'.split(' '));

/** The rules by last letter; of a word with that letter, the first that applies cuts its ending. */
const rules: Readonly<Record<string, (word: string) => string>> = {
  ا: cutPlural,
  ی: (word) => {
    if (takesYa.test(word)) return word.slice(0, -2);
    const rest = cutPlural(word);
    return rest !== word || endsInYa.test(word) ? rest : word.replace(/(..ا|...و)ی$/, '$1');
  },
  م: cutPlural,
  ش: cutPlural,
  ت: (word) => cutPlural(word).replace(/(بال)یست$/, '$1'),
  ر: (word) => (endsInTar.test(word) ? word : word.replace(/(...)تر$/, '$1')),
  ن: cutNun,
};

function cutEnding(word: string): string {
  return rules[word.at(-1) ?? '']?.(word) ?? word;
}

function cutPlural(word: string): string {
  return endsInHa.test(word) ? word : word.replace(plural, '$1');
}

function cutNun(word: string): string {
  if (/^(?:.+..|به|بد|کم|بر|مه|که)ترین$/.test(word)) return word.slice(0, -2);
  if (/^(?:م...+|.ا..)ین$/.test(word)) return endsInIn.test(word) ? word : word.slice(0, -2);
  const rest = cutPlural(word);
  if (rest !== word || !word.endsWith('ان')) return rest;
  if (pluralInAn.test(word)) return word.slice(0, -2);
  if (/...گان$/.test(word)) return endsInGan.test(word) ? word : `${word.slice(0, -3)}ه`;
  if (pluralInYan.test(word)) return word.slice(0, -2);
  if (/[^او]یان$/.test(word) || (word.endsWith('ویان') && endsInYa.test(word.slice(0, -2)))) return word;
  const isPlural = /....ان$/.test(word) && (pluralInStan.test(word) || !endsInAn.test(word));
  return isPlural ? word.slice(0, -2) : word;
}

/** Unify the seats of hamza: «مسئول», «مسؤول» and «مسول»; «هیئت» and «هیأت»; «مسئله» and «مسأله»; «داوود» and «داود». */
function unifyHamza(stem: string): string {
  return stem
    .replace(/^مسو?ول/, 'مسیول')
    .replace(/(..)وو(?=.)/, '$1و')
    .replace(/^(هی|جر|نش)ات/, '$1یت')
    .replace(/^مساله/, 'مسیله');
}
