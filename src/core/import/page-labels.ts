import { isDateLine, findDate } from './find-date.ts';
import { dropEnd, letterKey, wordsOf } from './text.ts';

/** Kinds of labelled lines («منبع: شهر»); `day` is a date without a label. */
export type LabelKind = 'title' | 'date' | 'day' | 'source' | 'tags' | 'author' | 'section' | 'none';

/** Kinds of blocks of page furniture, by their heading. */
export type BlockKind = 'related' | 'list' | 'comments' | 'tags';

/** A classified line of a page. */
export type PageLine =
  | { kind: 'text'; text: string }
  | { kind: 'label'; label: LabelKind; value: string; text: string }
  | { kind: 'heading'; block: BlockKind; text: string; value: string }
  | { kind: 'end'; text: string }
  | { kind: 'chrome'; text: string };

/**
 * Classify a line of a news page: a labelled field, a heading of page furniture, the end of the text, a button or
 * number («چاپ», «۱۲۳»), or text. Labels and headings match with or without half-spaces.
 *
 * @example classifyLine('برچسب ها: تهران ، چین') // { kind: 'label', label: 'tags', value: 'تهران ، چین', … }
 */
export function classifyLine(text: string): PageLine {
  if (isDateLine(text)) return { kind: 'label', label: 'day', value: text, text };
  const key = letterKey(text);
  if (endings.test(key) && wordsOf(text).length <= 8) return { kind: 'end', text };
  if (/^تمامی?حقوق|حقوق(?:مادی|این)\S*(?:محفوظ|متعلق)/.test(key)) return { kind: 'end', text };
  const block = headings.get(dropEnd(key, /[0-9۰-۹]/));
  if (block) return { kind: 'heading', block, text, value: '' };
  if (key.startsWith('آدرسایمیلخودرا')) return { kind: 'heading', block: 'comments', text, value: '' };
  if (chrome.has(key) || !/\p{L}/u.test(text) || /^(?:https?:\/\/|www\.)\S+$/.test(text))
    return { kind: 'chrome', text };
  return readLabel(text) ?? { kind: 'text', text };
}

/**
 * Split a line that contains several labelled fields, or a field followed by the end of the text.
 *
 * @example splitLabels('کد خبر: ۱۲ | تاریخ انتشار: ۲۴ مهر ۱۴۰۴') // ['کد خبر: ۱۲', 'تاریخ انتشار: ۲۴ مهر ۱۴۰۴']
 */
export function splitLabels(line: string): string[] {
  const isMeta = atLabel.test(line) || isDateLine(line.split('|')[0]!.trim());
  const starts = isMeta ? [...line.matchAll(anyLabel)].map(({ index }) => index) : [];
  const pieces = isMeta
    ? [0, ...starts]
        .map((start, index) => line.slice(start, starts[index]).replace(/^[\s|/•·]+/, ''))
        .map((part) => dropEnd(part, /[\s|/•·]/))
    : line.split(afterSentence);
  return pieces.filter((piece) => piece !== '');
}

function readLabel(text: string): PageLine | undefined {
  const withColon = /^(.{2,30}?)\s*[:：]\s*(.*)$/.exec(text);
  const match = withColon ?? /^([^\d۰-۹]{3,20}?)\s+([\d۰-۹].*)$/.exec(text);
  if (!match) return undefined;
  const [, name, value] = match as unknown as [string, string, string];
  const key = letterKey(name);
  const label = labels.get(key);
  if (label !== undefined && (withColon || label === 'date' || label === 'none')) {
    return isValue(label, value) ? { kind: 'label', label, value, text } : undefined;
  }
  const block = withColon ? headings.get(key) : undefined;
  return block && { kind: 'heading', block, text, value };
}

/** Reject sentences that begin like a label, such as questions in an interview («خبرنگار: چرا …؟»). */
function isValue(label: LabelKind, value: string): boolean {
  const count = wordsOf(value).length;
  if (label === 'date') return value === '' || findDate(value) !== undefined;
  if (label === 'author' || label === 'section') return count > 0 && count <= 5 && !/[.؟?!]$/.test(value);
  if (label === 'source') return count <= 8;
  return label !== 'none' || count <= 10;
}

const labelNames: Readonly<Record<LabelKind, string>> = {
  title: 'عنوان، عنوان خبر، تیتر، title',
  date: `
    تاریخ انتشار، تاریخ، زمان انتشار، تاریخ درج، تاریخ خبر، تاریخ مخابره، زمان مخابره، منتشر شده در، انتشار،
    published، date`,
  day: '',
  source: 'منبع، منبع خبر، به نقل از، source',
  tags: `
    برچسب ها، برچسب، برچسب های خبر، کلیدواژه ها، کلید واژه، کلمات کلیدی، واژگان کلیدی، واژه های کلیدی، تگ ها،
    هشتگ ها، tags، keywords`,
  author: 'خبرنگار، نویسنده، گزارشگر، گزارش از، author',
  section: 'سرویس، گروه، گروه خبری، دسته بندی، حوزه، بخش، section',
  none: `
    کد خبر، شناسه خبر، کد مطلب، شناسه، شماره خبر، لینک کوتاه، لینک کوتاه خبر، لینک کوتاه مطلب، لینک خبر،
    نشانی کوتاه، آدرس کوتاه، بازدید، تعداد بازدید، تعداد نظرات، اشتراک گذاری، امتیاز، آخرین به روزرسانی،
    تاریخ به روزرسانی، زمان مطالعه، کد، دبیر، عکاس، عکس`,
};
const headingNames: Readonly<Record<BlockKind, string>> = {
  related: `
    خبرهای مرتبط، خبر مرتبط، اخبار مرتبط، مطالب مرتبط، مرتبط، بیشتر بخوانید، همچنین بخوانید، گزارش های مرتبط،
    در همین زمینه، در همین رابطه، بخوانید`,
  list: `
    اخبار پیشنهادی، خبرهای پیشنهادی، مطالب پیشنهادی، پیشنهاد سردبیر، پیشنهاد ما، آخرین اخبار، آخرین خبرها،
    تازه ترین اخبار، تازه ترین خبرها، تازه ترین ها، تازه ها، جدیدترین اخبار، جدیدترین ها، پربازدیدترین،
    پربازدیدترین ها، پربازدیدترین اخبار، پربازدیدها، پربازدید، پربیننده ترین، پربیننده ترین ها،
    پربیننده ترین اخبار، پرمخاطب ترین ها، پربحث ترین، پربحث ترین ها، پربحث ها، داغ ترین ها، داغ ترین اخبار،
    مهم ترین اخبار، مهم ترین خبرها، گزیده اخبار، اخبار روز، اخبار دیگر، دیگر اخبار، سایر اخبار، دیگر خبرها،
    از میان اخبار، وب گردی، برگزیده ها، تیترهای برگزیده، عناوین برگزیده، عکس روز، تبلیغات`,
  comments: `
    تبادل نظر، نظرات، نظرات کاربران، نظرات بینندگان، نظرات مخاطبان، نظر شما، نظرها، دیدگاه، دیدگاه ها، دیدگاه شما،
    دیدگاه کاربران، ارسال نظر، ارسال دیدگاه، ثبت نظر، نظر دهید، نظر بدهید، شما هم نظر بدهید، comments`,
  tags: 'برچسب ها، برچسب های خبر، کلیدواژه ها، کلمات کلیدی، واژگان کلیدی، تگ ها، هشتگ ها',
};
const chromeNames = `
  چاپ، ارسال، اشتراک گذاری، به اشتراک بگذارید، کپی، کپی لینک، کپی شد، لینک کوتاه، ارسال به دوستان، ذخیره، بازنشر،
  صفحه نخست، صفحه اصلی، خانه، ورود، جستجو، جستجوی پیشرفته، پیوندها، درباره ما، تماس با ما، آرشیو، بایگانی،
  نسخه چاپی، اندازه متن، دانلود، بیشتر، ادامه مطلب، ادامه، بازگشت، کد خبر، تاریخ انتشار، گزارش خطا، A، RSS،
  English، العربیه`;
const labels = tableOf(labelNames);
const headings = tableOf(headingNames);
const chrome: ReadonlySet<string> = new Set(namesIn(chromeNames).map(letterKey));
const endings = /^(?:انتهای|پایان)(?:پیام|خبر|گزارش)/;
const fieldNames = Object.values(labelNames)
  .flatMap(namesIn)
  .filter((name) => name.length > 3);
const atLabel = new RegExp(`^(?:${spell(fieldNames)})\\s*[:：]`);
const anyLabel = new RegExp(`[\\s|/•·](?:${spell(fieldNames)})\\s*[:：]`, 'g');
// Within prose «خبرنگار:» may be part of an interview, so only labels that end a text.
const lastFields = spell([...namesIn(labelNames.tags), 'منبع', 'کد خبر', 'لینک کوتاه']);
const afterSentence = new RegExp(
  `(?<=[.!؟»)])\\s*(?=(?:${lastFields})\\s*[:：]|/?\\s*(?:انتهای|پایان)\\s+پیام\\s*[\\d۰-۹/.]*$)`,
);

function namesIn(list: string): string[] {
  return list
    .split('،')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function tableOf<Kind extends string>(names: Readonly<Record<Kind, string>>): ReadonlyMap<string, Kind> {
  const kinds = Object.keys(names) as Kind[];
  return new Map(kinds.flatMap((kind) => namesIn(names[kind]).map((name) => [letterKey(name), kind] as const)));
}

/** Build a pattern for names with spaces or half-spaces, longest first. */
function spell(names: readonly string[]): string {
  return names
    .map((name) => name.replaceAll(' ', '[\\s\\u200C]*'))
    .toSorted((a, b) => b.length - a.length)
    .join('|');
}
