import { words } from './affixes.ts';

/** First parts of compounds that are not nouns or adjectives themselves. */
export const prefixes: ReadonlySet<string> = new Set(
  words('هم پیش پس نیم نیمه تک کم خوش شبه بین میان یک سه شش هفت هشت بیش فوق پی نو کهن تمام کج چپ'),
);

/** Words that determine the next word rather than form a compound with it. */
export const determiners: ReadonlySet<string> = new Set(words('یک این آن هر هیچ همان همین همه نه چه به در از'));

/**
 * Second parts of compounds that hardly ever occur alone, so that the preceding word belongs to them. Most are the
 * present stem of a verb, with or without «ی».
 */
export const boundParts: ReadonlySet<string> = new Set([
  ...stems('پذیر گذار گزار شناس نویس نگار پرداز پرور پرست طلب گرا نشین سنج زدا ربا گستر فرسا نورد نواز رسان'),
  ...stems('پوش کوب تراش اندیش انگیز افکن افزا آمیز آموز گشا پیما سرا باف ناپذیر آفرین پراکن آرا چران افزار'),
  ...words(
    'سازی سازان گذاران گزاران شناسان نویسان نگاران پردازان پرستان طلبان گرایان نشینان رسانان آموزان اندیشان سالاری',
  ),
  ...words('کننده کنندگان کنندگی دهنده دهندگان گیرندگان پذیرنده یافتگی زدگی شدگی نایافتنی گرایانه مند'),
  ...words('مندی مندان مندانه طلبانه گزینی گزین شویی جویانه خواهانه نشدنی نیافتنی نگارانه شناختی گریزی بانان'),
]);

/** {@link boundParts} that are also words: they are joined only in compounds that the dictionary has. */
export const standaloneParts: ReadonlySet<string> = new Set(
  words('طلب آرا آرای آرایی آفرین نورد گذار گزار ربا سالاری سرا سرای سرایی مندی باف گریزی شناختی نگار سنج').concat(
    words('تراش کوب نواز مندان گزین'),
  ),
);

/** Second parts of compounds that are also words: only known compounds with them are joined. */
export const freeParts: ReadonlySet<string> = new Set([
  ...stems('گیر بند خوان ریز پیچ جو دان ران سوز شکن کش گردان بخش بردار پاش پز خیز خور دوز زاد فهم انگار پسند فروش'),
  ...stems('ساز ستیز شمار تاز انداز آور یاب سوار درمان محور مدار زیست چین گو نما خواه دار کن گر بان گریز سالار'),
  ...words('نامه نامهٔ خانه وار واره گون گونه گاه گاهی چی باره ساله روزه نفره ماهه ساعته جانبه طرفه گانه زبان زنی زده'),
  ...words('داران کاران بازان زنان جویان گویان خوانان پروری ریزان گیران بندان الله الاسلام السلام المال العمل المثل'),
  ...words('کاری بینی گردی العاده المللی الملل الاجرا الزمان الاشعار الوقوع الحال الامکان النبی الدین الرضا آهن'),
]);

/** Second parts that form a compound only if nothing separates them from the preceding word. */
export const openParts: ReadonlySet<string> = new Set([
  ...stems('کار باز بین زن یار رنگ شکل نظر دوست مال گرد بر بار رو ده'),
  ...words(
    'شده کرده خورده دیده داده رفته گرفته یافته دوخته ساخته سوخته شکسته پریده کشیده نشده شدهٔ آمده مانده کنان سال دوستانه',
  ),
]);

/**
 * Nouns that form only a phrase with the preceding noun, although the dictionary has compounds with them: «جمعه شب».
 */
export const ownTimes: ReadonlySet<string> = new Set(
  words('شب صبح عصر ظهر بامداد غروب بازار صدر ضعف قوت کنار نفت نصیرالدین سوار تپه پارک'),
);

/** Words that form one word with «هم». Before other words, it means «also». */
export const companions: ReadonlySet<string> = new Set(
  words('اکنون اینک').concat(
    words(
      'تیمی زمان میهن وطن پیمان راستا سو نوع کیش مسلک سنگر رزم کلاس کلاسی شاگردی اتاقی خانه سفر نشین محله سن آوا آواز عصر تراز',
    ).flatMap((word) => [word, ...(word.endsWith('ی') ? [] : [`${word}ی`]), `${word}ان`, `${word}انش`]),
    words(
      'افزایی اندیشی زیستی گرایی خوانی پوشانی نوایی دلی دردی فکری جواری ترازی آهنگی دستی کاری یاری صدایی نظری بستگی',
    ),
  ),
);

/** Second parts written with a half-space although dictionaries also have their compounds joined («روانشناسی»). */
export const apartParts: ReadonlySet<string> = new Set([
  ...stems('شناس گذار گرا پذیر رسان نواز پرس نویس پرست فروش پوش محور انگیز نشین طلب پرداز'),
  ...words('بندی گذاران شناسان نویسان گرایان گرایانه کوپتر بوک سایت المثل'),
]);

/** First parts written with a half-space although dictionaries also have their compounds joined («هیچکس»). */
export const apartFirsts: ReadonlySet<string> = new Set(words('هیچ همان همین سانتی میلی دی بهمن آبان'));

/** Compounds of two nouns that are never written as two words, in any context. */
export const fixedCompounds: ReadonlySet<string> = new Set(
  words('آتش‌نشان آتش‌نشانی آتش‌نشانان هلال‌احمر ثبت‌نام سیب‌زمینی نخست‌وزیر نخست‌وزیری آتش‌بس بن‌بست دانش‌بنیان چشم‌انداز').concat(
    words('دست‌اندرکار دست‌اندرکاران نیمه‌وقت تمام‌وقت پیش‌دبستانی زمین‌لرزه نیم‌فصل نایب‌رئیس نایب‌قهرمان'),
    words('سانتی‌متر میلی‌متر فوق‌العاده شبانه‌روز شبانه‌روزی جابه‌جا جابه‌جایی روان‌درمانی'),
    words('فروردین‌ماه اردیبهشت‌ماه آبان‌ماه دی‌ماه بهمن‌ماه'),
    words('یک‌سوم یک‌چهارم یک‌پنجم یک‌دهم'),
    words('علیه‌السلام علیهم‌السلام آنتی‌بیوتیک آنتی‌ویروس قتل‌عام'),
    words('امام‌جمعه تخته‌سیاه پیاده‌رو پیاده‌روی زیاده‌روی دست‌درازی تیره‌بخت آب‌میوه'),
    words('یک‌شنبه دو‌شنبه سه‌شنبه چهار‌شنبه پنج‌شنبه'),
  ),
);

/** Pairs with «و» that are one word although written as three: «حمل و نقل». */
export const fixedPairs: ReadonlySet<string> = new Set(
  words('حمل‌ونقل گفت‌وگو جست‌وجو آب‌وهوا رفت‌وآمد ساخت‌وساز مرگ‌ومیر کسب‌وکار'),
);

/** Numerals, which form one word with the counted noun in adjectives such as «سه‌جانبه» and «هفت‌روزه». */
export const numerals: readonly string[] = words(
  'یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده بیست سی چهل پنجاه',
).concat(words('شصت هفتاد هشتاد نود صد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد هزار چند'));

/** Counted nouns in such adjectives. */
export const countedParts: ReadonlySet<string> = new Set(
  words('جانبه روزه ساله ماهه نفره ساعته گانه طرفه شاخه ستاره طبقه سویه لایه')
    .flatMap((word) => [word, `${word}ٔ`])
    .concat(words('متری کیلومتری لیتری کیلویی نفری دقیقه‌ای ساعتی روزه‌ای هفته‌ای مرحله‌ای درجه‌ای صفحه‌ای درصدی')),
);

/**
 * Counted nouns that form an adjective even when written apart. Those of «سه ستاره» and «شش متری» may be counted
 * things.
 */
export const adjectivalCounts: ReadonlySet<string> = new Set(
  [...countedParts].filter((word) => !/^(?:شاخه|ستاره|طبقه|سویه|لایه)ٔ?$|^(?:کیلو)?متری$/.test(word)),
);

/**
 * Present stems and the nouns of action derived from them. @example stems('ساز گرا') // ['ساز', 'سازی', 'گرا', 'گرایی']
 */
function stems(list: string): string[] {
  return words(list).flatMap((stem) => [stem, /[او]$/.test(stem) ? `${stem}یی` : `${stem}ی`]);
}
