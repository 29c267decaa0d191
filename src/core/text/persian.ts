/** A letter of Persian, or of another language in its script. */
export const persianLetter: RegExp = /[\u0620-\u064A\u066E-\u06D3\u06FA-\u06FF\u0750-\u077F]/;

/** U+200C, the half-space (نیم‌فاصله). */
export const halfSpace = '\u200C';

const letters: Readonly<Record<string, string>> = { ي: 'ی', ى: 'ی', ك: 'ک' };
const presentationForms = /[\uFB50-\uFBC1\uFBD3-\uFD3D\uFD50-\uFDC7\uFE70-\uFEFC]+/g;
// Control characters except tab and line breaks; U+00AD soft hyphen, unless it replaces a half-space; the bidi marks U+061C, U+200E–200F, U+202A–202E
// and U+2066–2069, for which pages have elements; the zero-width U+200B, U+2060 and U+FEFF. U+200D is kept: «ه‍.ش.» and
// emoji need it.
const dropped =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;
/**
 * A kashida (U+0640) typed instead of a hyphen or half-space, with the letters before it: «سایتـاستاتیک», «کارـگاه». It
 * separates when it is single and between long words, or follows a non-joining letter, which it cannot lengthen.
 */
export const separatingKashida: RegExp =
  /([\u0620-\u063F\u0641-\u064A\u066E-\u06D3]{4}|[\u0620-\u064A\u066E-\u06D3][\u0622-\u0625\u0627\u0629\u062F-\u0632\u0648\u0671\u0698])\u0640(?=[\u0620-\u063F\u0641-\u064A\u066E-\u06D3]{4})/g;
const bareLetters: Readonly<Record<string, string>> = { أ: 'ا', إ: 'ا', ٱ: 'ا', ؤ: 'و', ئ: 'ی', ۀ: 'ه', ة: 'ه' };
/** Vowel signs and hamza above or below: combining marks of a letter. */
export const vowelSigns: RegExp = /[\u064B-\u065F\u0670]/g;
const arabicLetter = '[\\u0620-\\u063F\\u0641-\\u065F\\u066E-\\u06D3\\u06FA-\\u06FC\\uFB50-\\uFDFB\\uFE70-\\uFEFC]';
const wordMarks = new RegExp(
  `(${arabicLetter}\\u0640*)\\u200C*[\\u00AC\\u00AD][\\u00AC\\u00AD\\u200C]*(?=${arabicLetter})`,
  'g',
);
const edge = '[\\s.,:;!?()\\[\\]{}«»،؛؟…"\'/\\\\|–—-]';
// Two expressions instead of look-behind: this also runs in browsers, and Safari supports look-behind only since 16.4.
const atStart = new RegExp(`(^|${edge})\\u200C`, 'g');
const atEnd = new RegExp(`\\u200C(?=$|${edge})`, 'g');

/**
 * Normalise Persian text: NFC; ی for ي and ى, ک for ك, ه for ة outside Arabic phrases; no presentation forms, no
 * kashida, no invisible marks, half-spaces (U+200C) only inside words, where they also replace ¬ and soft hyphens. The
 * wording does not change.
 *
 * @example normalizeText('كتاب‌‌ هاي') // 'کتاب های'
 */
export function normalizeText(text: string): string {
  // Remove marks first, so that NFC composes a letter and a sign that a mark had separated.
  return trimHalfSpaces(mendLetters(restoreHalfSpaces(text).replace(dropped, ''))).replace(/[٠-٩]/g, toPersianDigits);
}

/**
 * Normalise letters only, as {@link normalizeText} does: NFC, Persian ی and ک, no presentation forms, no kashida.
 *
 * @param after The text that follows: a final ة is kept before «ال».
 * @example mendLetters('ﻋﻠي') // 'علی'
 */
export function mendLetters(text: string, after = ''): string {
  const plain = text.replace(presentationForms, (form) => form.normalize('NFKC'));
  const mended = (
    plain.includes('\u0640') ? plain.replace(separatingKashida, `$1${halfSpace}`).replace(/\u0640/g, '') : plain
  )
    .normalize('NFC')
    .replace(/[يىك]/g, (letter) => letters[letter]!);
  if (!mended.includes('ة')) return mended;
  return mended.replace(/[\p{L}\p{M}]+/gu, (word, at: number) =>
    foldTehMarbuta(word, (mended + after).slice(at + word.length, at + word.length + 3)),
  );
}

/**
 * Replace ة with ه where scraped text uses it for ه or هٔ («نكتة مهم»). Keep it in Arabic phrases that Persian spells
 * with it: before the article («دایرةالمعارف», «لیلة القدر», «حجة‌الاسلام») and after it («المدینة»), or with a vowel
 * sign.
 */
function foldTehMarbuta(word: string, after: string): string {
  if (/^و?ال\p{L}{2}/u.test(word)) return word;
  const folded = word.replace(/ة(?!ال|\p{M}|$)/gu, 'ه');
  return /^[ \u00A0\u200C]?ال/.test(after) ? folded : folded.replace(/ة$/, 'ه');
}

/**
 * Remove marks as in {@link normalizeText}: invisible ones, and half-spaces outside words. ¬ in words becomes a
 * half-space.
 */
export function dropMarks(text: string): string {
  return trimHalfSpaces(restoreHalfSpaces(text).replace(dropped, ''));
}

/**
 * Restore the half-spaces that Word writes as ¬ (U+00AC) or a soft hyphen (U+00AD) directly between Persian letters.
 * Elsewhere, these keep their own meaning: logical negation, and a hyphenation point in Latin words.
 *
 * @example restoreHalfSpaces('نرم¬افزار') // 'نرم‌افزار'
 */
export function restoreHalfSpaces(text: string): string {
  if (!text.includes('\u00AC') && !text.includes('\u00AD')) return text;
  return text.replace(wordMarks, `$1${halfSpace}`);
}

function trimHalfSpaces(text: string): string {
  return text
    .replace(/\u200C{2,}/g, halfSpace)
    .replace(atStart, '$1')
    .replace(atEnd, '');
}

/**
 * Comparison key of a name: ignores the letter variants, digits, case, half-spaces, spaces and punctuation in which
 * spellings differ. Tags with equal keys are one tag. Symbols that distinguish names are kept: «C++» and «C#» are not
 * «C».
 *
 * @example foldKey('محيط زيست') === foldKey('محیط‌زیست') // true
 */
export function foldKey(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{M}\p{N}\p{S}#&@%*]+/gu, '');
}

/**
 * Fold text for search: letters and digits as in {@link normalizeText}, Persian digits only, no vowel signs, no hamza
 * («رئیس» and «رییس», «مؤثر» and «موثر», «خانهٔ» and «خانه»), no half-spaces, lower case; «CO₂» as «CO2». Used for indexed text and for
 * queries alike.
 */
export function foldText(text: string): string {
  // Does not use normalizeText, most of which would be undone here: this code is shipped to browsers.
  return text
    .replace(dropped, '')
    .replace(presentationForms, (form) => form.normalize('NFKC'))
    .replace(/[\u0640\u200C\u00AC]/g, '')
    .normalize('NFC')
    .replace(vowelSigns, '')
    .replace(/[يىكأإٱؤئۀة]/g, (letter) => letters[letter] ?? bareLetters[letter]!)
    .replace(/[₀-₉]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[0-9٠-٩]/g, toPersianDigits)
    .toLowerCase();
}

/** Convert all Latin and Arabic digits to ۰–۹. */
export function toPersianDigits(text: string): string {
  return text.replace(/[0-9٠-٩]/g, (digit) => String.fromCodePoint(0x6f0 + (digit.codePointAt(0)! & 0xf)));
}

/** Convert all Persian and Arabic digits to 0–9. */
export function toLatinDigits(text: string): string {
  return text.replace(/[۰-۹٠-٩]/g, (digit) => String(digit.codePointAt(0)! & 0xf));
}

/** Format a count for display, with thousands separators. @example formatNumber(1234) // '۱٬۲۳۴' */
export function formatNumber(value: number): string {
  return numbers.format(value);
}

/** Format a year, page number or other ungrouped number. @example formatPlainNumber(1404) // '۱۴۰۴' */
export function formatPlainNumber(value: number): string {
  return toPersianDigits(String(value));
}

/** Comparator for sorting by the Persian alphabet. */
export const compareText: (a: string, b: string) => number = new Intl.Collator('fa').compare;

/**
 * Truncate a text to `length` UTF-16 code units at a word boundary and append «…». Close a quotation that the cut
 * leaves open.
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
