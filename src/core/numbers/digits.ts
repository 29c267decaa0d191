import { type CommaKind, commaGroups, readCommas } from './comma-numbers.ts';
import { type DottedKind, isDotted, isDottedDate, isLabelled, readDotted } from './dotted-numbers.ts';
import { persianLetter, toLatinDigits, toPersianDigits } from '../text/persian.ts';

/**
 * Convert the numbers of Persian prose to Persian notation: ۰–۹, `٬` between thousands (U+066C), `٫` before decimals
 * (U+066B), and `٪` after the number without a space (U+066A). Numbers that belong to Latin text, versions, addresses,
 * and texts that have Latin letters but no Persian ones are left unchanged; so are dots that may not be decimal
 * ({@link readDotted}). Idempotent.
 *
 * @example persianizeDigits('12 % از 1,234 نفر Windows 11 دارند') // '۱۲٪ از ۱٬۲۳۴ نفر Windows 11 دارند'
 */
export function persianizeDigits(text: string): string {
  return persianizeUnits(text).join('');
}

/**
 * Like {@link persianizeDigits}, but return one string per UTF-16 code unit of the input, so that the result can be
 * split at the boundaries of the pieces that the text was joined from.
 *
 * @example persianizeUnits('٪1') // ['', '۱٪']
 */
export function persianizeUnits(text: string): string[] {
  const units = text.split('');
  for (const { start, number, before, after, kind } of listNumbers(text)) {
    writeNumber(units, start, number, before, after, kind);
  }
  return units;
}

/** A number of a text that is to be written in Persian notation. */
export interface FoundNumber {
  start: number;
  number: string;
  /** The percent sign before the number, with its space; `after` likewise. */
  before: string;
  after: string;
  /** Meaning of the dots, or of the Persian commas; `undefined` for numbers without either. */
  kind: DottedKind | CommaKind | undefined;
}

/** List the numbers of a text that are to be written in Persian notation. */
export function listNumbers(text: string): FoundNumber[] {
  if (!/[0-9۰-۹٠-٩]/.test(text) || (latinLetter.test(text) && !persianLetter.test(text))) return [];
  const numbers: FoundNumber[] = [];
  let previous: { end: number; stays: boolean; kind: DottedKind | undefined } = {
    end: 0,
    stays: false,
    kind: undefined,
  };
  for (const match of text.matchAll(token)) {
    const { run = '', number = '', before = '', after = '' } = match.groups ?? {};
    const start = match.index + before.length;
    const end = match.index + match[0].length;
    const between = text.slice(previous.end, match.index);
    const follows = previous.stays && /^[ \t\n\u00A0]$/.test(between);
    const isRead = run === '' && isDotted(number);
    const continued = run === '' && continues.test(between) ? previous.kind : undefined;
    const kind = isRead ? kindOf(text, start, number, before + after !== '', continued) : undefined;
    const stays = run !== '' || isKept(number, kind, after, follows, text, start, end);
    const isWhole = after + before === '' && wholeNumber.test(number);
    previous = { end, stays, kind: isWhole ? wholeKind(text, start, continued) : kind };
    const commas = number.includes('،')
      ? readCommas(number, text.slice(Math.max(0, start - reach), start), text.slice(end))
      : undefined;
    if (!stays) numbers.push({ start, number, before, after, kind: kind ?? commas });
  }
  return numbers;
}

function kindOf(
  text: string,
  start: number,
  number: string,
  isPercentage: boolean,
  continued: DottedKind | undefined,
): DottedKind {
  const end = start + number.length;
  const [before, after] = [text.slice(Math.max(0, start - reach), start), text.slice(end, end + reach)];
  return readDotted(toLatinDigits(number), { before, after, isPercentage, continued });
}

/** Return the meaning that a number without dots passes on to the next: «نسخهٔ ۲ تا ۲.۳». */
function wholeKind(text: string, start: number, continued: DottedKind | undefined): DottedKind | undefined {
  if (continued !== undefined) return continued === 'label' ? 'label' : undefined;
  return isLabelled(text.slice(Math.max(0, start - reach), start)) ? 'label' : undefined;
}

const wholeNumber = /^[0-9۰-۹]{1,3}$/;
/** Length of the context considered on each side of a number, in UTF-16 code units. */
const reach = 80;
const continues = /^[ \u00A0]?(?:[،,؛–-]|(?:[،,][ \u00A0])?(?:و|یا|تا|الی|به))?[ \u00A0]?$/;
const latinLetter = /\p{Script=Latin}/u;
const digit = '[0-9۰-۹٠-٩]';
const latin = '[\\p{Script=Latin}0-9][\\p{Script=Latin}\\p{M}0-9]*';
// A run has at least one Latin letter. Every repetition begins with a joiner, so matching stays linear.
const token = new RegExp(
  '(?<run>(?:https?://|www\\.)[^\\s«»،؛]+' +
    `|[@#]?(?=[0-9._+/:@#&~=%'’-]{0,40}\\p{Script=Latin})${latin}(?:[._+/:@#&~=?%'’-]+${latin})*[+#]*` +
    `|@${digit}+)` +
    '|(?<before>(?<![^\\s(«\\[])[%٪][ \\u00A0]?)?' +
    `(?<number>${commaGroups}|${digit}+(?:[.,/:٬٫×–-]${digit}+)*)` +
    '(?<after>(?:[ \\u00A0\\u202F\\u200C]?[%٪])(?![\\p{Script=Latin}0-9۰-۹٠-٩]))?',
  'gu',
);
const counted =
  /^[ \u00A0\u200C](?:هزار|میلیون|میلیارد|تریلیون|درصد|نفر|تن|دلار|یورو|تومان|ریال|سال|ماه|روز|هفته|ساعت|دقیقه|ثانیه|بار|مورد|گل|امتیاز|کشور|شهر|کیلومتر|متر|کیلوگرم|لیتر|درجه)(?!\p{L})/u;
const measured =
  /^[ \u00A0](?:[kMGT]?(?:B|b|bps|Hz|W|Wh|V)|[KMGT]iB|[kmcnμµ]?m|[km]?g|[mc]?[lL]|mAh|fps|px|dpi|ppi|ppm|rpm|USD|EUR|GBP|GMT|UTC|AM|PM|am|pm|°?[CFK]|bit|bits|byte|bytes)(?![\p{Script=Latin}0-9])/u;

/** A number is kept if it is a version or an IP address, or if an adjacent Latin word or unit claims it. */
function isKept(
  number: string,
  kind: DottedKind | undefined,
  after: string,
  follows: boolean,
  text: string,
  start: number,
  end: number,
): boolean {
  if (after !== '' || !/^[0-9]/.test(number)) return false;
  // A keycap emoji (U+20E3) is composed from a Latin digit.
  if (/^\uFE0F?\u20E3/.test(text.slice(end, end + 2))) return true;
  const isVersion = kind !== 'ambiguous' && !isDottedDate(number);
  if (/^\d+(?:\.\d+){2,}(?:\/\d+)?$/.test(number) && isVersion) return true;
  const rest = text.slice(end, end + 24);
  if (measured.test(rest)) return true;
  if (follows) return !counted.test(rest);
  const isYear =
    /^(?:1[34]\d\d|19\d\d|20\d\d)$/.test(number) && persianLetter.test(text.slice(Math.max(0, start - 2), start));
  return !isYear && /^[ \u00A0]\p{Script=Latin}/u.test(rest);
}

function writeNumber(
  units: string[],
  start: number,
  number: string,
  before: string,
  after: string,
  kind: FoundNumber['kind'],
): void {
  const isGrouped = /^[^.,٬٫]{1,3}(?:,[^.,٬٫/:–×-]{3})+(?:\.[^.,٬٫/:–×-]+)?$/.test(number);
  // «4,4.5» is ambiguous.
  const isDecimal = isGrouped || kind === 'decimal' || /^[^.,:/–×-]*٬[^.,:/–×-]*\.[^.,:/–×-]+$/.test(number);
  for (let index = 0; index < number.length; index += 1) {
    const unit = number.charAt(index);
    if ((unit === ',' && isGrouped) || (unit === '،' && kind === 'thousands')) units[start + index] = '٬';
    else if (unit === '.' && isDecimal) units[start + index] = '٫';
    else if (!/[.,/:٬٫×–-]/.test(unit)) units[start + index] = toPersianDigits(unit);
  }
  const end = start + number.length;
  if (after === '') units.fill('', start - before.length, start);
  units.fill('', end, end + after.length);
  if (before !== '' || after !== '') units[end - 1] += '٪';
}
