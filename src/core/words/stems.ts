/**
 * Cut the endings of a folded word (half-spaces removed) that Persian inflects words with, so that all forms of a word
 * have one stem: plurals, comparatives, the ی of ezafe after a vowel, and «یست». The stemming is light: what remains need
 * not be a word, only the same for all forms. Endings that often belong to the word itself (ی, ش, ات) stay; a word with a
 * visible border before such an ending loses it by {@link stemOfParts}.
 *
 * @example stemOf('کتابهایشان') // 'کتاب'
 * @example stemOf('نمیشود') // 'میشود'
 */
export function stemOf(word: string): string {
  const stem = alike(cutEndings(word.replace(/^نمی(?=..)/, 'می')));
  return stopWords.has(stem) ? word : stem;
}

/**
 * Find the stem of a word whose parts are known. An ending that stands apart («کتاب‌شان», «هسته‌ای», «رفته‌اند») is one,
 * whatever its letters could be elsewhere.
 *
 * @example stemOfParts(['ستاره', 'ای']) // 'ستاره', while stemOf('ستارهای') has to take it for «ستار‌های»
 */
export function stemOfParts(parts: readonly string[]): string {
  const isInflected = parts.length > 1 && enclitics.has(parts.at(-1)!) && !/^ن?می$/.test(parts.at(-2)!);
  return stemOf((isInflected ? parts.slice(0, -1) : parts).join(''));
}

/** Whether a word that stands alone is an ending of the word before it. */
export function isEnding(word: string, before: string): boolean {
  return endings.has(word) || (enclitics.has(word) && before.endsWith('ه'));
}

/** Words that are in nearly every text, folded; in a query beside others they say nothing. */
export const stopWords: ReadonlySet<string> = new Set(
  'و در به از که را این ان با برای بر تا هم یا نیز اما اگر است هر چه ها های می نمی ای هایی the of and in to a for on is'.split(
    ' ',
  ),
);

const plural = /^(.{2,}?)ها(?:ی|یی|یم|یت|یش|یمان|یتان|یشان|مان|تان|شان|م|ت|ش|ست)?$/;
const endings = new Set('ها های هایی هایم هایت هایش هایمان هایتان هایشان تر ترین مان تان شان'.split(' '));
const enclitics = new Set('ای ی ام ات اش م ت ش اند اید ایم مان تان شان'.split(' '));
/** Nouns in ه whose adjective in «ه‌ای» is far more common than the plural in «های» that it looks like. */
const adjectives = new Set(
  'هسته حرفه رسانه منطقه رایانه یارانه سرمایه پایه دوره شبکه ماهواره مدرسه کتابخانه کارخانه خانه لحظه حاشیه قاره زنجیره کلیشه افسانه اسطوره نقطه بودجه توسعه پروژه جلسه هفته جاده'.split(
    ' ',
  ),
);
/** Words that are no plurals or comparatives although what precedes their ending is a word too. */
const kept = new Set(
  'تنها انها اینها فقها اینتر سانتر ناتوان پهلوان بازرگان رایگان ناوگان پادگان ساختمان خواهان سپاهان طالبان زاهدان ابادان'.split(
    ' ',
  ),
);

/** The last letters of all endings that are cut. */
const lastOfEnding = /[ایمتشنر]$/;

function cutEndings(word: string): string {
  if (!lastOfEnding.test(word)) return word;
  if (word.endsWith('های') && adjectives.has(word.slice(0, -2))) return word.slice(0, -2);
  const bare = cut(word, /(...)ای$/, '$1ا', /(....)وی$/, '$1و');
  const single = cut(bare, plural, '$1', /ترین$/, 'تر', /(...)تر$/, '$1', /(...)یست$/, '$1');
  const person = cut(single, /(...)گان$/, '$1ه', /(..[او])یان$/, '$1');
  return person === single ? cut(single, /(....)ان$/, '$1') : person;
}

/** Replace each pattern in turn, unless what is there is a word that only looks inflected. */
function cut(word: string, ...rules: (RegExp | string)[]): string {
  let rest = word;
  for (let index = 0; index < rules.length && !kept.has(rest); index += 2) {
    rest = rest.replace(rules[index] as RegExp, rules[index + 1] as string);
  }
  return rest;
}

/** Hamza has several seats: «مسئول», «مسؤول» and «مسول»; «هیئت» and «هیأت»; «مسئله» and «مسأله». */
function alike(stem: string): string {
  return stem
    .replace(/(..)(?:یو|وو)(?=.)/, '$1و')
    .replace(/^(هی|جر|نش)ات/, '$1یت')
    .replace(/^مساله/, 'مسیله');
}
