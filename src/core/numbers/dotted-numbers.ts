import { isClock } from './clock-times.ts';

/**
 * Meaning of a number with dots: `decimal` («۲.۵ درصد»), `label` (a version, section, time, date or address, which
 * keeps its dots) or `ambiguous`: «۱۲.۵۰۰» is twelve and a half to one writer and twelve thousand five hundred to
 * another.
 */
export type DottedKind = 'decimal' | 'label' | 'ambiguous';

/** The context of a number. */
export interface DottedContext {
  /** The text before it; about 80 UTF-16 units are enough. */
  before: string;
  /** The text after it; about 24 UTF-16 units are enough. */
  after: string;
  /** Whether a percent sign belongs to it. */
  isPercentage: boolean;
  /** Meaning of the previous number, if this one continues it as in «نسخهٔ ۲.۱ تا ۲.۳». */
  continued: DottedKind | undefined;
}

/** Return whether a number consists of groups of digits separated by single dots. */
export function isDotted(number: string): boolean {
  return /^[0-9۰-۹٠-٩]+(?:\.[0-9۰-۹٠-٩]+)+$/.test(number);
}

/**
 * Decide what a number with dots means. A dot is decimal only if a unit or a percent sign confirms it, or if nothing
 * around the number suggests a label: after a noun that is not a measure («اوبونتو ۱۹.۱۰»), it is kept.
 *
 * @param number Latin digits and dots; must pass {@link isDotted}.
 */
export function readDotted(number: string, context: DottedContext): DottedKind {
  const parts = number.split('.');
  const [whole = '', fraction = ''] = parts;
  const { before, after, isPercentage, continued } = context;
  const previous = lastWord(before);
  const isCounted = isPercentage || certainUnit.test(after) || rangeUnit.test(after) || rangePercent.test(after);
  if (/^0\d/.test(whole) || (!isCounted && labels.test(previous))) return 'label';
  if (isGrouped(parts) && !isAddress(parts)) return continued === 'label' && !isCounted ? 'label' : 'ambiguous';
  if (parts.length > 2 || (!measures.test(previous) && isClock(number, before, after, isCounted))) return 'label';
  if (whole === '0' || isCounted || signBefore.test(before)) return 'decimal';
  if (continued === 'label' || labelAhead(after)) return 'label';
  if (possibleUnit.test(after)) return 'decimal';
  if (isMonth(whole, fraction) || startsSection(whole, fraction, context)) return 'label';
  if (continued === 'decimal') return 'decimal';
  if (/^0+$/.test(fraction) || isAfterVersion(before)) return 'label';
  return previous === '' || functionWords.test(previous) || measures.test(previous) ? 'decimal' : 'label';
}

/** Return whether a unit of counting or measuring directly follows a number, judging by the text after it. */
export function isCounted(after: string): boolean {
  return certainUnit.test(after);
}

/** Return whether a noun before a whole number makes it a label, as in «بند ۲»: numbers that continue it are labels too. */
export function isLabelled(before: string): boolean {
  return labels.test(lastWord(before));
}

/** Return whether a number with dots is a date, such as `1404.07.24`; its digits are converted like any others. */
export function isDottedDate(number: string): boolean {
  const parts = number.split('.').map(Number);
  if (parts.length !== 3) return false;
  const [year, month, day] = parts[0]! > 31 ? parts : parts.toReversed();
  return isYear(year!) && month! >= 1 && month! <= 12 && day! >= 1 && day! <= 31;
}

const marks = '[\\u064B-\\u0655\\u0670\\u200C]';
const ignored = new RegExp(marks, 'g');
const letters = '[\\u0620-\\u065F\\u066E-\\u06D3\\u200C]';
const wordBefore = new RegExp(`(${letters}+)[ \\u00A0\\n]{1,2}[(«"]?$`);

/** Compile a list of nouns into one expression that also accepts their endings. */
function anyOf(list: string, endings = '(?:ی|ای|ها|های|هایی|ی?ش)?'): RegExp {
  return new RegExp(`^(?:${list.split(' ').join('|')})${endings}$`);
}

// Words before a label. Only a unit of counting («این بخش ۲.۵ میلیون نفر») overrides them.
const labels = anyOf(
  'نسخه ویرایش ویراست ورژن بیلد ریلیز بند ماده مواد تبصره فصل فصول بخش شکل جدول جداول نمودار قسمت پیوست اصل جزء ردیف مثال ' +
    'تمرین معادله قضیه فرمول تصویر صفحه صفحات ص پانوشت آیه پرونده شماره تلفن تلفکس فکس نمابر موبایل همراه کد کارت حساب شبا ' +
    'پلاک تاریخ مورخ مورخه پورت درگاه نشانی آدرس آیپی میانافزار پروتکل استاندارد ' +
    'اوبونتو ابونتو لینوکس ویندوز اندروید آندروید دبیان فدورا مینت سنتاواس گنوم پلاسما کرنل پایتون جاوا روبی پرل پیاچپی گولنگ ' +
    'راست وب وردپرس جوملا دروپال فایرفاکس کروم اپرا سافاری مرورگر بلوتوث وایفای یواسبی اچدیامآی اچتیامال سیاساس داتنت ' +
    'آیاواس مک مکاواس پوستگرس لیبرهآفیس آفیس فتوشاپ داکر ریاکت انگولار تلگرام واتساپ',
);

const wordAhead = new RegExp(`^[ \\u00A0](?:تا|الی)[ \\u00A0](${letters}+)[ \\u00A0][0-9۰-۹٠-٩]`);

const versionWords = anyOf('نسخه ویرایش ویراست ورژن اوبونتو لینوکس ویندوز اندروید کرنل فایرفاکس پایتون مرورگر');

/** Compile a list of units into an expression for the text after a number, with endings as in «۲.۵ درصدی». */
function unitOf(list: string, start = ''): RegExp {
  return new RegExp(
    `^${start}[ \\u00A0\\n\\u200C]{0,2}\\(?(?:${list.split(' ').join('|')})(?:\\u200C?(?:ی|ای|ها|های))?(?![\\p{L}\\p{M}\\u200C])`,
    'u',
  );
}

const units =
  'هزار میلیون میلیارد تریلیون درصد نفر تن دلار یورو پوند تومان ریال سنت درهم لیر روبل یوان برابر امتیاز هکتار جریب بشکه فوت ' +
  'اینچ مایل یارد درجه ریشتر اونس قیراط مثقال کیلو واحد سهم تخته قطعه خانوار کارگر دستگاه مگاپیکسل ' +
  '(?:کیلو|میلی|سانتی|نانو|میکرو|مگا|گیگا?|ترا)?[\\u200C\\u0020]?(?:متر|گرم|لیتر|وات|ولت|آمپر|هرتز|بایت|بیت|ژول|پاسکال|کالری|ثانیه)';
const certainUnit = unitOf(units);
// A unit after the other end of a range counts both: «پراید ۲.۱ تا ۲.۳ درصد».
const otherEnd = '[ \\u00A0]?(?:تا|الی|یا|[–-])[ \\u00A0]?[0-9۰-۹٠-٩]{1,9}(?:[.٫][0-9۰-۹٠-٩]{1,9})?';
const rangeUnit = unitOf(units, otherEnd);
const rangePercent = new RegExp(`^${otherEnd}[ \\u00A0]?[٪%]`);
// Each may also start an unrelated phrase after a label: «نسخهٔ ۳.۱ سال گذشته آمد», «ساعت ۱۰.۳۰ روز شنبه».
const possibleUnit = unitOf(
  'سال ماه روز هفته ساعت دقیقه ثانیه بار مورد گل نمره پله کشور شهر مرتبه سالگی دهم صدم گیگ مگ',
);

const signBefore = /[=≈~<>≤≥±+−$€£]\s?$/u;

// Function words that may precede any number.
const functionWords = anyOf(
  'از به تا با در که و یا را بر هر نیز هم این آن تنها فقط حدود حدودا تقریبا نزدیک بیش بیشتر کمتر معادل برابر بالغ یعنی حداقل حداکثر ' +
    'دستکم پی است بود شد شده دارد دارند داشت سالانه ماهانه حاصل مثلا مانند همچون',
);
// Nouns of measure.
const measures = anyOf(
  'مجموع جمع میانگین متوسط میانه رکورد قیمت بها نرخ ارزش مبلغ رقم عدد اعداد مقدار میزان درصد سهم رشد افزایش کاهش تورم ' +
    'بیکاری ضریب نسبت شاخص نمره معدل امتیاز ارتفاع قد وزن طول عرض عمق قطر شعاع مساحت حجم جرم فاصله مسافت بزرگی شدت قدرت ' +
    'دما سرعت شتاب چگالی غلظت مدت زمان ظرفیت تراز سود زیان درآمد هزینه بودجه جغرافیایی گرم',
);

function lastWord(before: string): string {
  return wordBefore.exec(before)?.[1]?.replace(ignored, '') ?? '';
}

/** Return whether the other end of a range is labelled: «از ۲.۱ تا نسخهٔ ۲.۳». */
function labelAhead(after: string): boolean {
  return labels.test(wordAhead.exec(after)?.[1]?.replace(ignored, '') ?? '');
}

function isGrouped([first = '', ...rest]: readonly string[]): boolean {
  return /^[1-9]\d{0,2}$/.test(first) && rest.every((part) => part.length === 3);
}

function isAddress(parts: readonly string[]): boolean {
  return parts.length === 4 && parts.every((part) => Number(part) <= 255);
}

function isYear(year: number): boolean {
  return (year >= 1200 && year < 1500) || (year >= 1800 && year < 2100);
}

function isMonth(whole: string, fraction: string): boolean {
  return isYear(Number(whole)) && /^(?:0[1-9]|1[0-2])$/.test(fraction);
}

/** Return whether it numbers a section: «۲.۱. هدف‌ها» at the start of a line, «۲.۱ هدف‌ها» at the start of a block. */
function startsSection(whole: string, fraction: string, { before, after }: DottedContext): boolean {
  if (whole.length > 2 || fraction.length > 2 || !/(?:^|\n)[ \t]*\(?$/.test(before)) return false;
  if (/^(?:[.)][ \u00A0]|\.$)/.test(after) || /^ ?[-–:ـ] /.test(after)) return true;
  return before.trim() === '' && /^[ \u00A0]\p{L}/u.test(after) && !clause.test(after);
}

const clause =
  /^[ \u00A0](?:است|بود|شد|شده|نیست|باشد|را|به|از|در|و|یا|تا|با|که|برابر|می|عدد|عددی|یک|رقم|رقمی)(?![\p{L}\u200C])/u;

/** Return whether the last five words of the clause include «نسخه» or a similar word: «نسخهٔ تازهٔ آن ۳.۱». */
function isAfterVersion(before: string): boolean {
  const clauseBefore = /[^.،؛:!؟?\n]*$/.exec(before)?.[0] ?? '';
  return clauseBefore
    .trim()
    .split(/\s+/)
    .slice(-5)
    .some((word) => versionWords.test(word.replace(ignored, '')));
}
