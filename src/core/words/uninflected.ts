// Folded words for the stemmer, each without the ending in question. A word that itself takes «ها» is no plural: the
// candidates are the nouns of dictionary-fa that look inflected. Browsers load these lists, so they contain only words
// that are frequent in 3,917 articles, or would otherwise be taken for others.

/** Build an expression for one of the words with an ending. */
const oneOf = (words: string, ending: string, start = '^'): RegExp =>
  new RegExp(`${start}(?:${words.trim().replace(/\s+/g, '|')})${ending}$`);

/** Words that end in «ها» themselves, also with ی: «تنها», «تنهایی», «انتهای», «بی‌نهایت». */
export const endsInHa: RegExp = oneOf('ب?تن انت منت فق سف گا طا بین درن نیمهن من علی الی شانگ گرانب', 'ها(?:ی.*|ست)?');

/** Nouns in ه whose adjective in «ه‌ای» is far more common than the plural in «های» that looks the same. */
export const takesYa: RegExp = oneOf(
  `هست حرف رسان منطق رایان یاران سرمای پای دور شبک ماهوار مدرس کتابخان کارخان خان لحظ حاشی قار زنجیر کلیش افسان اسطور
  نقط بودج توسع پروژ جلس هفت جاد`,
  'های',
);

/** Words that end in «تر» themselves: «فیلتر», «کیلومتر», «خاکستر», «پیردختر». */
export const endsInTar: RegExp = oneOf(
  `[^اوی]س [پل]وس (?:یلو|کرو|نتی|یلی)م [ادن]خ دف [اوی]پ ^تویی ^تیا ^دفا ^تها توا این ^سان ^فیل شوش ریش انگش کبو کلان کامپیو کاراک
  پرین وال ^کار کوار چار ^روی ^بلا`,
  'تر',
  '',
);

/** Words in «ای» and «وی» whose ی is no ezafe: «برای», «معنوی», «پیروی» beside «پیرو». */
export const endsInYa: RegExp = oneOf(
  '^برا شانگها [اضفبقغ]و (?:شور|مهد|ثان|منز|موس|فرانس|معن|مول|مثن|دنی|اخر|پهل|بولی|پیر|خسر|تندر|پیشر)و',
  'ی',
  '',
);

/** Words that have the form of an Arabic plural in «ین»: «جانشین», «میادین», «محمدحسین». */
export const endsInIn: RegExp = oneOf(
  'الد حس ام نش گ تر یاد مواز مضام مارت مارس مادل کافی نازن واپس کاسپ کاظم دارو گارد پارچ دارچ راست',
  'ین',
  '',
);

/** Nouns in ی with a plural in «یان»; most other words in «یان» are surnames, as «رضاییان». */
export const pluralInYan: RegExp = oneOf(
  `مرب مدع ایران بسیج فرهنگ زندان جهان شیع مشتر حام راه روستای متقاض قربان مود دانشگاه سور مجر شاک فلسطین قار ماه یهود روحان
  سپاه متصد ابز بازار متق مسیح باز مناد ناج راض وال نظام متول شورش قاض انقلاب لبنان افغان عراق المان یونان اروپای امریکای غرب شرق
  شهر زرتشت ارتش فرار اصفهان تهران فدای فرانسو حوزو علو (?:قاچاق|تماشا|شکار)چ`,
  'یان',
  '^(?:هم|نا|سر)?',
);

/** Short words, and words in گ, with a plural in «ان»: others of this length only look like plurals. */
export const pluralInAn: RegExp = oneOf('مرد زن پسر شاه یار کس سخن پدر چشم بزرگ سرهنگ پلنگ', 'ان');

/** Words in «گان» that are no plurals of words in ه. */
export const endsInGan: RegExp = oneOf('گرو رای ناو پاد بازر هرمز گلپای مهر شای', 'گان');

/** Words that end in «ان» themselves. */
export const endsInAn: RegExp = oneOf(
  `[^ر]ست [^پ]رست چن زم رنش خش فش ریش ج [جخت]و نمای
  ^(?:(?:ساز|ساخت|زای|گفت|قهر|پشی|میه|پارل|مسل|سلی|یاد|دپارت|نری|خان)م|(?:میز|مرز|نگه|خل|مهر|سنگر|خیا|بیا|پشتی|گری|اتو)ب)
  ^(?:(?:کار|بر|سر|خود|افتاب)گر|حقوق|قدر|سخن|اقتصاد|خان)د ^(?:کار|فرا|مری|تای|پهل)و
  ^(?:سخن|قایق|مازند|گچسا|رستو|کام|بمبا|بیک)ر ^(?:کماک|اصفه|خراس|فارس|هراس|کاپیت|زلات|ارسل|اطمین|ارمغ|دامغ|اردوغ|فروز|گریز)
  ^(?:سپاه|خواه|اباد|زاهد|طالب|جاوید|دوچند|خروش|هزار|اردک|امتح)`,
  'ان',
  '',
);

/** Plurals of words in «ست», which most words in «ستان» are not. */
export const pluralInStan: RegExp = oneOf('(?:^|[^ن])دو پر (?:[یوم]|بر)د', 'ستان', '');
