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

/** What follows a silent ه or an ی with a half-space: «خانه‌ای», «خانه‌ی ما», «رفته‌اند», «زندگی‌ام». */
export const enclitics = words('ی ای ام ات اش اند اید ایم مان تان شان');

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
export const joinedDegrees: ReadonlySet<string> = new Set(words('کمتر بیشتر بهتر مهتر کهتر کمترین بیشترین بهترین کلانتر کلانتری دیمیتری'));

/** Adverbs and nouns that take «تر» as adjectives do. */
export const comparable: ReadonlySet<string> = new Set(words('پیش عقب جلو پایین بالا آن‌طرف این‌طرف نزدیک دور دیر زود'));

/** Words with «بی» that have grown together: no half-space is proposed. */
export const joinedWithout: ReadonlySet<string> = new Set(
  words('بیهوده بیزار بیچاره بیکار بیکاری بیمار بیدار بیگانه بینوا بیراهه بیداد بیکران بیابان بیگاری بیزاری بیشه بیجا بیجای'),
);

/** Words that stay as they are: pronouns whose plural is joined as a matter of style, and what only looks like more. */
export const settledWords: ReadonlySet<string> = new Set(
  words('آنها اینها آنهایی اینهایی آنهاست اینهاست تنها تنهای تنهایی منها منهای منتها علیها فیها همشان همشون'),
);

/** Nouns before which «به» is joined with a half-space where it is not written apart: «به‌دلیل». */
export const afterBe: ReadonlySet<string> = new Set(
  words('دلیل عنوان منظور طور صورت ویژه شدت سرعت راحتی تازگی زودی موقع هنگام خاطر علت وسیله جای کار سوی نظر').concat(
    words('دنبال همراه ندرت شکل جز غیر دست وجود سختی آسانی خوبی درستی تدریج ترتیب روزرسانی واسطه رغم لحاظ'),
  ),
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
  ...stems('پذیر گذار گزار شناس نویس نگار پرداز پرور پرست طلب گرا نشین سنج زدا ربا گستر فرسا نورد نواز رسان'),
  ...stems('پوش کوب تراش اندیش انگیز افکن افزا آمیز آموز گشا پیما سرا باف ناپذیر آفرین پراکن آرا چران افزار'),
  ...words('سازی سازان گذاران گزاران شناسان نویسان نگاران پردازان پرستان طلبان گرایان نشینان رسانان آموزان اندیشان سالاری'),
  ...words('کننده کنندگان کنندگی دهنده دهندگان گیرندگان پذیرنده یافتگی زدگی شدگی نایافتنی گرایانه مند'),
  ...words('مندی مندان مندانه طلبانه گزینی گزین شویی جویانه خواهانه نشدنی نیافتنی نگارانه شناختی گریزی بانان'),
]);

/** Second parts of compounds that are words of their own as well, so that only known compounds with them are joined. */
export const freeParts: ReadonlySet<string> = new Set([
  ...stems('گیر بند خوان ریز پیچ جو دان ران سوز شکن کش گردان بخش بردار پاش پز خیز خور دوز زاد فهم انگار پسند فروش'),
  ...stems('ساز ستیز شمار تاز انداز آور یاب سوار درمان محور مدار زیست چین گو نما خواه دار کن گر بان گریز سالار'),
  ...words('نامه نامهٔ خانه وار واره گون گونه گاه گاهی چی باره ساله روزه نفره ماهه ساعته جانبه طرفه گانه زبان زنی زده'),
  ...words('داران کاران بازان زنان جویان گویان خوانان پروری ریزان گیران بندان الله الاسلام السلام المال العمل المثل'),
  ...words('کاری بینی گردی العاده المللی الملل الاجرا الزمان الاشعار الوقوع الحال الامکان النبی الدین الرضا آهن'),
]);

/** Second parts that only belong to the word before them where nothing stands between the two. */
export const openParts: ReadonlySet<string> = new Set([
  ...stems('کار باز بین زن یار رنگ شکل نظر دوست مال گرد بر بار رو ده'),
  ...words('شده کرده خورده دیده داده رفته گرفته یافته دوخته ساخته سوخته شکسته پریده کشیده نشده شدهٔ آمده مانده کنان سال دوستانه'),
]);

/** Parts whose compounds are written apart though a dictionary knows them joined as well («روانشناسی»). */
export const apartParts: ReadonlySet<string> = new Set([
  ...stems('شناس گذار گرا پذیر رسان نواز پرس نویس پرست فروش پوش محور انگیز نشین طلب پرداز'),
  ...words('بندی گذاران شناسان نویسان گرایان گرایانه'),
]);

/** Nouns that are hardly ever indefinite («ساله‌ای»), so that the plural of the shorter noun is meant («سال‌های»). */
export const rarelyIndefinite: ReadonlySet<string> = new Set(
  words('ساله ماهه روزه ساعته شبه راهه آبه شهره کاره مغزه زخمه رنجه یگانه خاله زمانه کرمه میانه خوابه باله آیینه شاخصه'),
);

/** Nouns whose plural is hardly ever meant, so that the longer noun is («جمله‌ای», and not «جمل‌های»). */
export const rarelyPlural: ReadonlySet<string> = new Set(
  words('خان جمل گون منظر سیار انگیز پدید مرتب کوچ فیروز زند ویژ پار دقیق هدی نقط ذر همسای پای برنام علاق نمون اندیش').concat(
    words('سامان آستان تک قفس رسان هست ماد عد فاصل حمل حلق سین کین بهان کران کاس شیش بیش تیش گزین مسابق مقال رابط واقع'),
    words('خاطر سابق شایست وسیل طایف اراد خیم جرق گری نال لان آین بست پرون جلس افسان حاش ارای تخت پوش اسطور منطق'),
  ),
);

/** Nouns that are as common as the longer ones that end in ه: «حرف» and «حرفه». Only the words around can tell. */
export const evenNouns: ReadonlySet<string> = new Set(words('حرف نام زمین گوش بند نقش نشان ریش شاخ پشت مهر'));

/** First parts that stay apart though a dictionary knows them joined as well («هیچکس»). */
export const apartFirsts: ReadonlySet<string> = new Set(words('هیچ همان همین سانتی میلی دی بهمن آبان'));

/** Compounds of two nouns that are never written as two words, whatever stands around them. */
export const fixedCompounds: ReadonlySet<string> = new Set(
  words('آتش‌نشان آتش‌نشانی آتش‌نشانان هلال‌احمر ثبت‌نام سیب‌زمینی نخست‌وزیر نخست‌وزیری آتش‌بس بن‌بست دانش‌بنیان چشم‌انداز').concat(
    words('دست‌اندرکار دست‌اندرکاران نیمه‌وقت تمام‌وقت پیش‌دبستانی زمین‌لرزه نیم‌فصل نایب‌رئیس نایب‌قهرمان'),
    words('سانتی‌متر میلی‌متر فوق‌العاده شبانه‌روز شبانه‌روزی جابه‌جا جابه‌جایی روان‌درمانی'),
    words('فروردین‌ماه اردیبهشت‌ماه آبان‌ماه دی‌ماه بهمن‌ماه'),
    words('یک‌سوم یک‌چهارم یک‌پنجم یک‌دهم'),
  ),
);

/** Pairs with «و» that are one word where three are written: «حمل و نقل». */
export const fixedPairs: ReadonlySet<string> = new Set(
  words('حمل‌ونقل گفت‌وگو جست‌وجو آب‌وهوا رفت‌وآمد ساخت‌وساز مرگ‌ومیر کسب‌وکار'),
);

/** Words after which «ه‌ای» is an indefinite noun and no plural can stand: «یک خانه‌ای». */
export const singularMarkers: ReadonlySet<string> = new Set(words('یک هیچ هر چنین چه هیچ‌گونه'));

/** Words that no plural with ezafe («حرف‌های …») can stand before: it needs a noun, adjective or pronoun after it. */
export const clauseWords: ReadonlySet<string> = new Set(
  words(
    'و یا که از به با در بر تا برای را اما ولی اگر چون زیرا هم نیز است بود شد شده بوده باشد نیست هست کرد کرده می نمی',
  ).concat(words('خواهد شود گفت داشت دارد دارند داد زد رفت گرفت کند کنند بودند شدند کردند گفتند برد آورد ساخت')),
);

/** Numbers, which are one word with what is counted in adjectives such as «سه‌جانبه» and «هفت‌روزه». */
export const numerals: readonly string[] = words(
  'یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده بیست سی چهل پنجاه',
).concat(words('شصت هفتاد هشتاد نود صد دویست سیصد پانصد هزار چند'));

/** What is counted in such adjectives. */
export const countedParts: ReadonlySet<string> = new Set(
  words('جانبه روزه ساله ماهه نفره ساعته گانه طرفه شاخه ستاره طبقه سویه لایه')
    .flatMap((word) => [word, `${word}ٔ`])
    .concat(words('متری کیلومتری لیتری کیلویی نفری دقیقه‌ای ساعتی روزه‌ای هفته‌ای مرحله‌ای درجه‌ای صفحه‌ای درصدی')),
);

/** Words whose final ه is spoken, though it does not follow ا. */
export const spokenHeh: ReadonlySet<string> = new Set(
  words('گروه کوه اندوه انبوه ستوه شکوه باشکوه پژوه شبیه توجیه تنبیه فقیه تشبیه ترفیه سفیه کریه وجیه ده فرمانده متوجه'),
);

/** Words that end in ه or ی and take no enclitic. */
export const unbendable: ReadonlySet<string> = new Set(
  words('که نه چه به آنچه چنانچه اگرچه گرچه بلکه اینکه آنکه مگه دیگه بله ولی یعنی خیلی حتی بی می نمی غیره روبه'),
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
