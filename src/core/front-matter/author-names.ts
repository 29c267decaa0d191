import { splitList } from './readings.ts';

/**
 * Split a text with the names of several people, as in «علی رضایی و رضا کاوه». Every part must look like a first name
 * and a surname, since «و» is also part of names of departments: «گروه سیاست و اقتصاد».
 *
 * @returns `undefined` if the text is one name, or may be.
 * @example splitNames('علی رضایی و رضا کاوه') // ['علی رضایی', 'رضا کاوه']
 */
export function splitNames(text: string): string[] | undefined {
  const names = splitList(text)
    .flatMap((part) => part.split(/\s+(?:و|and|&|\+|[/|–—-])\s+/u))
    .map((name) => name.trim());
  return names.length > 1 && names.every(isPersonName) ? names : undefined;
}

/** Return whether a text may be the first name and the surname of a person. */
function isPersonName(text: string): boolean {
  const words = text.split(/\s+/);
  return (
    words.length >= 2 &&
    words.length <= 4 &&
    words.every((word) => /^[\p{L}\p{M}\u200C.’'-]+$/u.test(word) && !office.test(word))
  );
}

// Words of departments, agencies and functions, and what follows them.
const office =
  /^(?:گروه|سرویس|بخش|تحریریهٔ?|خبرگزاری|روزنامهٔ?|مجلهٔ?|پایگاه|سایت|شبکهٔ?|باشگاه|روابط|امور|عمومی|وزارت|سازمان|شرکت|دبیر|دبیرخانهٔ?|انجمن|شورا|شورای|دانشگاه|پژوهشگاه|پژوهشکدهٔ?|مرکز|ستاد|ادارهٔ?|معاونت|دفتر|کارگروه|کمیتهٔ?|کمیسیون|مؤسسهٔ?|موسسهٔ?|بنیاد|خانهٔ?|اتاق|بانک|مترجم|ترجمهٔ?|عکس|عکاس|خبرنگار|خبرنگاران|نویسنده|نویسندگان|همکاران|دیگران|سیاسی|اقتصادی|اجتماعی|فرهنگی|ورزشی|هنری|خارجی|داخلی|بین‌الملل|team|desk|staff|editorial|department|news|agency|press|office)$/iu;
