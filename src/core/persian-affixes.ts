/**
 * What Persian writes with a half-space (U+200C), by the rules of the Academy of Persian Language and Literature
 * (دستور خط فارسی), and what it joins. Tables only; `persian-spelling.ts` and `persian-half-spaces.ts` use them.
 */

/** «ها» and what may follow it. */
export const pluralEndings = words('ها های هایی هایم هایت هایش هایمان هایتان هایشان هاست هایند');

/** «ها» with a possessive as it is spoken. */
export const spokenPluralEndings = words('هام هات هاش هامون هاتون هاشون');

/** «تر» and «ترین», and what may follow them. */
export const degreeEndings = words('تر ترین ترها ترهای ترهایی ترین‌ها ترین‌های تری ترند تریم ترم ترینش ترینشان');

/** What follows a silent ه or an ی with a half-space: «خانه‌ای», «رفته‌اند», «زندگی‌ام». */
export const enclitics = words('ای ام ات اش اند اید ایم مان تان شان');

/**
 * What joins the word before it without a half-space, and how much less likely it makes a reading. The first that fit a
 * word are tried on what remains of it.
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

/** Preverbs: «می» follows them without a half-space, as in «برمی‌گردد». */
export const preverbs = words('بر باز در فرو فرا وا سر ور');

/** Comparatives that have grown together. */
export const joinedDegrees: ReadonlySet<string> = new Set(words('کمتر بیشتر بهتر مهتر کهتر کمترین بیشترین بهترین'));

/** Adverbs and nouns that take «تر» as adjectives do. */
export const comparable: ReadonlySet<string> = new Set(words('پیش عقب جلو پایین بالا آن‌طرف این‌طرف نزدیک دور دیر زود'));

/** Words with «بی» that have grown together: no half-space is proposed. */
export const joinedWithout: ReadonlySet<string> = new Set(
  words('بیهوده بیزار بیچاره بیکار بیکاری بیمار بیدار بیگانه بینوا بیراهه بیداد بیکران بیابان بیگاری بیزاری بیشه'),
);

/** Pronouns whose plural is joined as a matter of style: آنها beside آن‌ها. */
export const joinedPlurals: ReadonlySet<string> = new Set(
  words('آنها اینها آنهایی اینهایی آنهاست اینهاست تنها تنهای تنهایی منها منهای منتها علیها'),
);

/** First parts of compounds that are no nouns or adjectives of their own. */
export const prefixes: ReadonlySet<string> = new Set(
  words('هم پیش پس نیم نیمه تک کم خوش شبه بین میان یک سه شش هفت هشت بیش فوق پی نو کهن تمام کج چپ'),
);

/**
 * Second parts of compounds that hardly ever stand alone, so that what is written before them belongs to them. Most are
 * the present stem of a verb, with or without «ی».
 */
export const boundParts: ReadonlySet<string> = new Set([
  ...stems('ساز پذیر گذار گزار شناس نویس نگار پرداز پرور پرست طلب گرا نشین سنج زدا ستیز ربا گستر فرسا نورد نواز رسان'),
  ...stems('فروش پوش کوب تراش اندیش انگیز افکن افزا آمیز آموز گشا پیما سرا شمار باف یاب ناپذیر مند محور مدار آفرین زیست'),
  ...words('سازان گذاران گزاران شناسان نویسان نگاران پردازان پرستان طلبان گرایان نشینان رسانان فروشان آموزان اندیشان'),
  ...words('کننده کنندگان کنندگی دهنده دهندگان سازنده گیرنده گیرندگان پذیرنده یافتگی زدگی شدگی نایافتنی ناپذیر گرایانه'),
  ...words('مندان مندانه طلبانه گزینی گزین شویی نمایی جویانه دوستانه خواهانه آمیزی پسند پسندانه نویسانه سازانه'),
]);

/** Second parts of compounds that are words of their own as well. */
export const freeParts: ReadonlySet<string> = new Set([
  ...stems('گیر بند خوان ریز پیچ جو خواه دار دان ده ران زن سوز شکن کار کش کن گر گو گردان نما باز بخش بردار بین پاش'),
  ...stems('پز خیز خور دوز رو زاد فهم مال یار چین رنگ شکل انگار پسند دوست نظر بار تاز انداز آور بر خند گرد جوش دل'),
  ...words('نامه خانه زده شده کرده خورده دیده داده رفته گرفته یافته دوخته ساخته سوخته شکسته پریده کشیده نشده نشدنی'),
  ...words('زده‌ها بان بانی وار واره گون گونه گاه گاهی چی باره سال ساله روزه نفره ماهه ساعته دقیقه جانبه طرفه گانه هفته'),
  ...words('کنان داران کاران بازان بانان زنان خواهان جویان گویان خوانان نامهٔ شدهٔ شناختی پروری گریز گریزی سالاری سالار'),
]);

/** Parts whose compounds are written apart though a dictionary knows them joined as well («روانشناسی»). */
export const apartParts: ReadonlySet<string> = new Set([
  ...stems('شناس گذار گرا پذیر رسان نواز پرس نویس پرست فروش پوش محور انگیز نشین طلب پرداز'),
  ...words('بندی گذاران شناسان نویسان گرایان گرایانه'),
]);

/** Nouns that are hardly ever indefinite («ساله‌ای»), so that the plural of the shorter noun is meant («سال‌های»). */
export const rarelyIndefinite: ReadonlySet<string> = new Set(
  words('ساله ماهه روزه هفته شبه راهه آبه فرموله پیسه باده شهره کاره کارکرده رویداده نقده مغزه سفره زخمه رنجه خطه پسته'),
);

/** Nouns whose plural is hardly ever meant, so that the longer noun is («جمله‌ای», and not «جمل‌های»). */
export const rarelyPlural: ReadonlySet<string> = new Set(
  words('خان جمل گون منظر سیار انگیز پدید مرتب کوچ فیروز زند ویژ پار دقیق هدی نقط ذر همسای پای برنام علاق نمون اندیش'),
);

/** Words after which «ه‌ای» is an indefinite noun and no plural can stand: «یک خانه‌ای». */
export const singularMarkers: ReadonlySet<string> = new Set(words('یک هیچ هر چنین چه هیچ‌گونه'));

/** Words that no plural with ezafe («حرف‌های …») can stand before: it needs a noun, adjective or pronoun after it. */
export const clauseWords: ReadonlySet<string> = new Set(
  words(
    'و یا که از به با در بر تا برای را اما ولی اگر چون زیرا هم نیز است بود شد شده بوده باشد نیست هست کرد کرده می نمی',
  ).concat(words('خواهد شود گفت داشت دارد دارند داد زد رفت گرفت کند کنند بودند شدند کردند گفتند برد آورد ساخت')),
);

/** Words that end in ه or ی and take no enclitic. */
export const unbendable: ReadonlySet<string> = new Set(
  words('که نه چه به آنچه چنانچه اگرچه گرچه بلکه اینکه آنکه مگه دیگه بله ولی یعنی خیلی حتی بی می نمی تا'),
);

/** Forms of everyday speech that take «می» and stand in no dictionary. */
export const spokenForms: ReadonlySet<string> = new Set(
  words('شه شن شم گه گن گم گی خوام خوای خواد خوایم خواین خوان کنن کنین رم ری ره رن ریم دونم دونی دونه دونن دونین').concat(
    words('تونم تونی تونه تونن تونیم آد آم آن آیین ذاره ذارن ذارم ذاریم مونه مونن خونه خونم خورن زنن بینن گیرن دن دم'),
  ),
);

function words(list: string): string[] {
  return list.split(' ');
}

/** A present stem and the noun of its doing. @example stems('ساز گرا') // ['ساز', 'سازی', 'گرا', 'گرایی'] */
function stems(list: string): string[] {
  return words(list).flatMap((stem) => [stem, /[او]$/.test(stem) ? `${stem}یی` : `${stem}ی`]);
}
