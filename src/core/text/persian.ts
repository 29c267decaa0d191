/** U+200C, the half-space (نیم‌فاصله). */
export const halfSpace = '\u200C';

const letters: Readonly<Record<string, string>> = { ي: 'ی', ى: 'ی', ك: 'ک' };
const presentationForms = /[\uFB50-\uFBC1\uFBD3-\uFD3D\uFD50-\uFDC7\uFE70-\uFEFC]+/g;
// Control characters but tab and line ends; U+00AD soft hyphen; U+061C, U+200E–200F, U+202A–202E and U+2066–2069 bidi
// marks, for which pages have elements; U+200B, U+2060 and U+FEFF without width. U+200D stays: «ه‍.ش.» and emoji need it.
const dropped =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;
const bareLetters: Readonly<Record<string, string>> = { أ: 'ا', إ: 'ا', ٱ: 'ا', ؤ: 'و', ئ: 'ی', ۀ: 'ه', ة: 'ه' };
/** Vowel signs and hamza above or below a letter: what is not written as a letter of its own. */
export const vowelSigns: RegExp = /[\u064B-\u065F\u0670]/g;
const edge = '[\\s.,:;!?()\\[\\]{}«»،؛؟…"\'/\\\\|–—-]';
// Two expressions and no look-behind: this runs in browsers too, and Safari knows look-behind only since 16.4.
const atStart = new RegExp(`(^|${edge})\\u200C`, 'g');
const atEnd = new RegExp(`\\u200C(?=$|${edge})`, 'g');

/**
 * Write Persian text with its own letters: NFC; ی for ي and ى, ک for ك, ه for ة outside Arabic phrases; no presentation
 * forms, no kashida, no invisible marks, and half-spaces (U+200C) only inside words. What the text says stays as it is.
 *
 * @example normalizeText('كتاب‌‌ هاي') // 'کتاب های'
 */
export function normalizeText(text: string): string {
  // Marks go first: a letter and a sign that one stood between are composed then.
  return trimHalfSpaces(mendLetters(text.replace(dropped, ''))).replace(/[٠-٩]/g, toPersianDigits);
}

/**
 * Write the letters of {@link normalizeText} alone: NFC, no presentation forms, no kashida.
 *
 * @param after What stands after the text: before «ال», a final ة stays.
 * @example mendLetters('ﻋﻠي') // 'علی'
 */
export function mendLetters(text: string, after = ''): string {
  const mended = text
    .replace(presentationForms, (form) => form.normalize('NFKC'))
    .replace(/\u0640/g, '')
    .normalize('NFC')
    .replace(/[يىك]/g, (letter) => letters[letter]!);
  if (!mended.includes('ة')) return mended;
  return mended.replace(/[\p{L}\p{M}]+/gu, (word, at: number) =>
    foldTehMarbuta(word, (mended + after).slice(at + word.length, at + word.length + 3)),
  );
}

/**
 * Write ه for ة, which stands for ه or هٔ in scraped text («نكتة مهم»), but not where it is the spelling of an Arabic
 * phrase that Persian keeps: before the article («دایرةالمعارف», «لیلة القدر», «حجة‌الاسلام») and after it («المدینة»), or with a vowel sign.
 */
function foldTehMarbuta(word: string, after: string): string {
  if (/^و?ال\p{L}{2}/u.test(word)) return word;
  const folded = word.replace(/ة(?!ال|\p{M}|$)/gu, 'ه');
  return /^[ \u00A0\u200C]?ال/.test(after) ? folded : folded.replace(/ة$/, 'ه');
}

/** Drop the marks that {@link normalizeText} drops: invisible ones, and half-spaces that are in no word. */
export function dropMarks(text: string): string {
  return trimHalfSpaces(text.replace(dropped, ''));
}

function trimHalfSpaces(text: string): string {
  return text
    .replace(/\u200C{2,}/g, halfSpace)
    .replace(atStart, '$1')
    .replace(atEnd, '');
}

/**
 * Fold away all that the spellings of one name may differ in: letters, digits, case, half-spaces, spaces, punctuation.
 * Two tags with one key are one tag. Signs that make another name stay: «C++» and «C#» are not «C».
 *
 * @example foldKey('محيط زيست') === foldKey('محیط‌زیست') // true
 */
export function foldKey(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{M}\p{N}\p{S}#&@%*]+/gu, '');
}

/**
 * Fold text for search: the letters and digits of {@link normalizeText}, Persian digits only, no vowel signs and no hamza
 * («رئیس» and «رییس», «مؤثر» and «موثر», «خانهٔ» and «خانه»), no half-spaces, lower case. The same for what is indexed and
 * what is asked.
 */
export function foldText(text: string): string {
  return normalizeText(text)
    .replace(vowelSigns, '')
    .replace(/[أإٱؤئۀة]/g, (letter) => bareLetters[letter]!)
    .replace(/\u200C/g, '')
    .replace(/[0-9]/g, toPersianDigits)
    .toLowerCase();
}

/** Write every digit as ۰–۹. */
export function toPersianDigits(text: string): string {
  return text.replace(/[0-9٠-٩]/g, (digit) => String.fromCodePoint(0x6f0 + (digit.codePointAt(0)! & 0xf)));
}

/** Write every digit as 0–9. */
export function toLatinDigits(text: string): string {
  return text.replace(/[۰-۹٠-٩]/g, (digit) => String(digit.codePointAt(0)! & 0xf));
}

/** Write a count for readers. @example formatNumber(1234) // '۱٬۲۳۴' */
export function formatNumber(value: number): string {
  return numbers.format(value);
}

/** Write a year, a page number or another number that is not grouped. @example formatPlainNumber(1404) // '۱۴۰۴' */
export function formatPlainNumber(value: number): string {
  return toPersianDigits(String(value));
}

/** Compare two texts by the Persian alphabet, for sorting. */
export const compareText: (a: string, b: string) => number = new Intl.Collator('fa').compare;

/**
 * Cut a text to at most `length` characters at the edge of a word, and mark the cut with «…». A quotation that the cut
 * would leave open is closed.
 *
 * @example truncateText('شهرداری تهران اعلام کرد', 15) // 'شهرداری تهران…'
 */
export function truncateText(text: string, length: number): string {
  if (text.length <= length) return text;
  const room = text.slice(0, length);
  const end = room.lastIndexOf(' ');
  const cut = (end > 0 ? room.slice(0, end) : room).replace(/[\s،؛:.…«(\u200C]+$/, '');
  const isOpen = cut.lastIndexOf('«') > cut.lastIndexOf('»');
  return `${cut}…${isOpen ? '»' : ''}`;
}

const numbers = new Intl.NumberFormat('fa-IR');
