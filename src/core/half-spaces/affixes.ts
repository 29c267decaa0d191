/**
 * Tables of what Persian writes with a half-space (U+200C) and what it joins, after the rules of the Academy of Persian
 * Language and Literature (دستور خط فارسی).
 */

/** «ها» with all its endings. */
export const pluralEndings = words('ها های هایی هایم هایت هایش هایمان هایتان هایشان هاست هایند');

/** «ها» with possessives in spoken form. */
export const spokenPluralEndings = words('هام هات هاش هامون هاتون هاشون');

/** «تر» and «ترین» with their endings. */
export const degreeEndings = words('تر ترین ترها ترهای ترهایی ترین‌ها ترین‌های تری ترند تریم ترم ترینش ترینشان');

/** Enclitics written with a half-space after a silent ه or an ی: «خانه‌ای», «خانه‌ی ما», «رفته‌اند», «زندگی‌ام». */
export const enclitics = words('ی ای ام ات اش اند اید ایم مان تان شان');

/**
 * Endings that join the preceding word without a half-space, with the cost that each adds to a reading. Each one that
 * matches a word is tried, and the rest of the word is read recursively.
 */
export const joinedEndings: readonly (readonly [ending: string, cost: number])[] = [
  ['ٔ', 0.1],
  ['ی', 0.6],
  ['یی', 1],
  ['ان', 0.8],
  ['ات', 1],
  ['انه', 1],
  ['انهٔ', 1],
  ['انی', 1.2],
  ['ش', 1],
  ['شان', 0.9],
  ['مان', 1],
  ['تان', 1],
  ['م', 1.2],
  ['ت', 1.2],
  ['یم', 1],
  ['یت', 1],
  ['یش', 1],
  ['یمان', 1],
  ['یتان', 1],
  ['یشان', 1],
  ['ست', 1],
  ['ند', 1.2],
  ['ید', 1.5],
];

/** Preverbs, which «می» follows without a half-space, as in «برمی‌گردد». */
export const preverbs = words('بر باز در فرو فرا وا سر ور');

/** Spoken verb forms that take «می» and are in no dictionary. */
export const spokenForms: ReadonlySet<string> = new Set(
  words(
    'شه شن شم گه گن گم گی خوام خوای خواد خوایم خواین خوان کنن کنین رم ری ره رن ریم دونم دونی دونه دونن دونین',
  ).concat(
    words('تونم تونی تونه تونن تونیم آد آم آن آیین ذاره ذارن ذارم ذاریم مونه مونن خونه خونم خورن زنن بینن گیرن دن دم'),
  ),
);

/** Comparatives that are written as one word. */
export const joinedDegrees: ReadonlySet<string> = new Set(
  words('کمتر بیشتر بهتر مهتر کهتر کمترین بیشترین بهترین کلانتر کلانتری دیمیتری'),
);

/** Adverbs and nouns that take «تر» as adjectives do. */
export const comparable: ReadonlySet<string> = new Set(
  words('پیش عقب جلو پایین بالا آن‌طرف این‌طرف نزدیک دور دیر زود پست بالغ یواش'),
);

/** Words with «بی» that are written as one word: no half-space is proposed. */
export const joinedWithout: ReadonlySet<string> = new Set(
  words(
    'بیهوده بیزار بیچاره بیکار بیکاری بیمار بیدار بیگانه بینوا بیراهه بیداد بیکران بیابان بیگاری بیزاری بیشه بیجا بیجای',
  ),
);

/**
 * Words that are never changed: pronouns whose plural is joined as a matter of style, and words that only look
 * inflected.
 */
export const settledWords: ReadonlySet<string> = new Set(
  words(
    'آنها اینها آنهایی اینهایی آنهاست اینهاست تنها تنهای تنهایی منها منهای منتها علیها فیها ایها همشان همشون پیشخان ولکن',
  ),
);

/** Words after which «می» is the month of May. */
export const beforeMay: ReadonlySet<string> = new Set(
  words(
    'ماه ماهٔ اوایل اواسط اواخر اوائل نیمه نیمهٔ ابتدای انتهای آوریل اول یکم دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم',
  ).concat(words('یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم هفدهم هجدهم هیجدهم نوزدهم بیستم سیام')),
);

/** Words that take no plural ending: numbers, prepositions, and determiners. */
export const neverPlural: ReadonlySet<string> = new Set(
  words(
    'یک هر هیچ چه همه نه به در از بر تا با برای روی زیر کنار بین میان پیش نزد بدون مثل توسط طی ضمن درباره علیه هنگام هم',
  ).concat(words('چند دو سه چهار پنج شش هفت هشت ده‌ای کدام چنین همچون مانند سوی')),
);

/** Nouns before which «به», unless written separately, takes a half-space: «به‌دلیل». */
export const afterBe: ReadonlySet<string> = new Set(
  words('دلیل عنوان منظور طور صورت ویژه شدت سرعت راحتی تازگی زودی موقع هنگام خاطر علت وسیله جای کار سوی نظر').concat(
    words('دنبال همراه ندرت شکل جز غیر دست وجود سختی آسانی خوبی درستی تدریج ترتیب روزرسانی واسطه رغم لحاظ'),
  ),
);

/** Words that cannot follow a plural with ezafe («حرف‌های …»), which needs a noun, adjective or pronoun after it. */
export const clauseWords: ReadonlySet<string> = new Set(
  words(
    'و یا که از به با در بر تا برای را اما ولی اگر چون زیرا هم نیز است بود شد شده بوده باشد نیست هست کرد کرده می نمی',
  ).concat(words('خواهد شود گفت داشت دارد دارند داد زد رفت گرفت کند کنند بودند شدند کردند گفتند برد آورد ساخت')),
);

/** Words whose final ه is pronounced, although it does not follow ا. */
export const spokenHeh: ReadonlySet<string> = new Set(
  words('گروه کوه اندوه انبوه ستوه شکوه باشکوه پژوه شبیه توجیه تنبیه فقیه تشبیه ترفیه سفیه کریه وجیه ده فرمانده متوجه'),
);

/** Words ending in ه or ی that take no enclitic. */
export const unbendable: ReadonlySet<string> = new Set(
  words('که نه چه به آنچه چنانچه اگرچه گرچه بلکه اینکه آنکه مگه دیگه بله ولی یعنی خیلی حتی بی می نمی غیره روبه'),
);

/** Split a space-separated list, for tables such as these. */
export function words(list: string): string[] {
  return list.split(' ');
}
