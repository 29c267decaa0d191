/**
 * Stem a folded word (half-spaces removed) by cutting inflectional endings, so that all forms of a word share one stem:
 * plurals, comparatives, the ی of ezafe after a vowel, and «یست». The stemming is light: the stem need not be a word.
 * Endings that are often part of the word itself (ی, ش, ات) are kept; {@link stemOfParts} removes them after a visible
 * boundary.
 *
 * @example stemOf('کتابهایشان') // 'کتاب'
 * @example stemOf('نمیشود') // 'میشود'
 */
export function stemOf(word: string): string {
  const stem = unifyHamza(cutEndings(word.replace(/^نمی(?=..)/, 'می')));
  return stopWords.has(stem) ? word : stem;
}

/**
 * Stem a word whose parts are known. A separate ending («کتاب‌شان», «هسته‌ای», «رفته‌اند») is cut, whatever its letters
 * could be elsewhere.
 *
 * @example stemOfParts(['ستاره', 'ای']) // 'ستاره', while stemOf('ستارهای') has to take it for «ستار‌های»
 */
export function stemOfParts(parts: readonly string[]): string {
  const isInflected = parts.length > 1 && enclitics.has(parts.at(-1)!) && !/^ن?می$/.test(parts.at(-2)!);
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

const plural = /^(.{2,}?)ها(?:ی|یی|یم|یت|یش|یمان|یتان|یشان|مان|تان|شان|م|ت|ش|ست)?$/;
const endings = new Set('ها های هایی هایم هایت هایش هایمان هایتان هایشان تر ترین مان تان شان'.split(' '));
const enclitics = new Set('ای ی ام ات اش م ت ش اند اید ایم مان تان شان'.split(' '));
/** Nouns in ه whose adjective in «ه‌ای» is far more common than the plural in «های» that looks the same. */
const adjectives = new Set(
  'هسته حرفه رسانه منطقه رایانه یارانه سرمایه پایه دوره شبکه ماهواره مدرسه کتابخانه کارخانه خانه لحظه حاشیه قاره زنجیره کلیشه افسانه اسطوره نقطه بودجه توسعه پروژه جلسه هفته جاده'.split(
    ' ',
  ),
);
/** Words that only look like plurals or comparatives, although the part before the ending is a word too. */
const uninflected = new Set(
  'تنها انها اینها فقها اینتر سانتر ناتوان پهلوان بازرگان رایگان ناوگان پادگان ساختمان خواهان سپاهان طالبان زاهدان ابادان'.split(
    ' ',
  ),
);

/** Last letters of all endings that are cut. */
const lastOfEnding = /[ایمتشنر]$/;

function cutEndings(word: string): string {
  if (!lastOfEnding.test(word)) return word;
  if (word.endsWith('های') && adjectives.has(word.slice(0, -2))) return word.slice(0, -2);
  const bare = cut(word, /(...)ای$/, '$1ا', /(....)وی$/, '$1و');
  const single = cut(bare, plural, '$1', /ترین$/, 'تر', /(...)تر$/, '$1', /(...)یست$/, '$1');
  const person = cut(single, /(...)گان$/, '$1ه', /(..[او])یان$/, '$1');
  return person === single ? cut(single, /(....)ان$/, '$1') : person;
}

/** Apply each pair of pattern and replacement in order; stop at a word that only looks inflected. */
function cut(word: string, ...rules: (RegExp | string)[]): string {
  let rest = word;
  for (let index = 0; index < rules.length && !uninflected.has(rest); index += 2) {
    rest = rest.replace(rules[index] as RegExp, rules[index + 1] as string);
  }
  return rest;
}

/** Unify the seats of hamza: «مسئول», «مسؤول» and «مسول»; «هیئت» and «هیأت»; «مسئله» and «مسأله». */
function unifyHamza(stem: string): string {
  return stem
    .replace(/(..)(?:یو|وو)(?=.)/, '$1و')
    .replace(/^(هی|جر|نش)ات/, '$1یت')
    .replace(/^مساله/, 'مسیله');
}
