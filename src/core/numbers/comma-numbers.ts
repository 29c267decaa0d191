import { isCounted, isLabelled } from './dotted-numbers.ts';
import { toLatinDigits } from '../text/persian.ts';

/**
 * Meaning of a number such as «۱۲،۵۰۰», whose groups of three digits are separated by Persian commas without spaces:
 * `thousands` if a unit follows and its groups are no list («۱۲،۵۰۰ تومان», «۱۲۵،۰۰۰ نفر»), `list` after a label
 * («صفحه‌های ۱۲،۲۰۰»), otherwise `ambiguous`: «۱۸۰،۱۸۵ متر».
 */
export type CommaKind = 'thousands' | 'list' | 'ambiguous';

/** Source of a regular expression for such numbers, for the flag `u`. */
export const commaGroups = '(?=[1-9۱-۹١-٩])[0-9۰-۹٠-٩]{1,3}(?:،[0-9۰-۹٠-٩]{3})+(?![.,/:٬٫،×–-]?[0-9۰-۹٠-٩])';

/**
 * Decide what the Persian commas in a number mean.
 *
 * @param number Must match {@link commaGroups}.
 * @param before The text before it; about 80 UTF-16 units are enough.
 * @param after The text after it; about 24 UTF-16 units are enough.
 */
export function readCommas(number: string, before: string, after: string): CommaKind {
  if (isCounted(after)) return mayBeList(number) ? 'ambiguous' : 'thousands';
  return isLabelled(before) ? 'list' : 'ambiguous';
}

/** Return whether the groups may be numbers of similar size. */
function mayBeList(number: string): boolean {
  const groups = toLatinDigits(number).split('،');
  return groups.every(
    (group, index) => !group.startsWith('0') && Number(group) <= 2 * Number(groups[index - 1] ?? 999),
  );
}
