import { wordsOf } from './text.ts';

/** A paragraph separated from the agency or place at its beginning. */
export interface DatelineSplit {
  dateline?: string;
  text: string;
}

/**
 * Split the dateline off a paragraph. A dash can also begin an aside, so the text before it must name an agency, or be
 * a place of one or two words, and contain no function word or verb of a sentence.
 *
 * @example splitDateline('تهران - خبرگزاری کاوش - مترو به شهر رسید.') // { dateline: 'تهران - خبرگزاری کاوش', text: … }
 */
export function splitDateline(paragraph: string): DatelineSplit {
  const opening = paragraph.slice(0, 100);
  const ends = [...opening.matchAll(/\s?[-–—]\s(?=\S)/g)].slice(0, 2).toReversed();
  const colon = /^خبرگزاری [^:]{2,30}(:\s)/.exec(opening);
  if (colon && ends.length === 0) ends.push({ ...colon, 0: colon[1]!, index: colon[0].length - 2 });
  for (const end of ends) {
    const dateline = opening.slice(0, end.index).trim();
    const text = paragraph.slice(end.index + end[0].length).trim();
    if (isDateline(dateline) && wordsOf(text).length >= 3) return { dateline, text };
  }
  return { text: paragraph };
}

/**
 * Return the agency that a paragraph cites («به گزارش ایسنا، …»).
 *
 * @example reportedBy('به گزارش خبرنگار کاوش از ساری، …') // 'کاوش'
 */
export function reportedBy(paragraph: string): string | undefined {
  const match = /^به گزارش\s+(?:خبرنگار\s+|گروه\s+)?([^،؛:.]{2,60})/.exec(paragraph);
  const name = match?.[1]
    ?.split(/\s(?:به نقل از|از|در|و)\s/)[0]
    ?.replace(/["«»]/g, '')
    .trim();
  return name && wordsOf(name).length <= 5 ? name : undefined;
}

function isDateline(name: string): boolean {
  const words = wordsOf(name);
  if (words.length === 0 || words.length > 7 || /[.!؟،؛«»]/.test(name)) return false;
  if (words.some((word) => sentenceWords.has(word))) return false;
  return words.length <= 2 || words.some((word) => agencyWords.has(word));
}

const agencyWords: ReadonlySet<string> = new Set([
  'خبرگزاری',
  'خبرنگاران',
  'خبرنگار',
  'باشگاه',
  'روزنامه',
  'پایگاه',
  'شبکه',
  'سایت',
  'گروه',
  'سرویس',
  'ایسنا',
  'ایرنا',
  'ایلنا',
  'ایکنا',
  'ایمنا',
  'ایانا',
  'پانا',
  'برنا',
  'شانا',
  'شاتا',
  'مهر',
  'فارس',
  'تسنیم',
  'شبستان',
  'خبرآنلاین',
  'همشهری',
  'رویترز',
  'آناتولی',
]);
const sentenceWords: ReadonlySet<string> = new Set([
  'گفت',
  'کرد',
  'شد',
  'است',
  'بود',
  'که',
  'را',
  'این',
  'وی',
  'او',
  'خواهد',
  'شود',
  'با',
  'از',
  'تا',
  'برای',
  'اما',
  'اگر',
  'به',
  'در',
]);
