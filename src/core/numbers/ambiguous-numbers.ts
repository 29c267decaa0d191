import { listNumbers } from './digits.ts';
import { isCounted } from './dotted-numbers.ts';
import { toPersianDigits } from '../text/persian.ts';

/** What a number can mean: one number with thousands separators, a decimal, or several numbers. */
export type NumberReading = 'thousandsReading' | 'decimalReading' | 'listReading';

/** A number such as «۱۲.۵۰۰» or «۱۲،۵۰۰», whose meaning only the writer knows. */
export interface AmbiguousNumber {
  /** Range in the text, in UTF-16 code units; `end` is exclusive. */
  start: number;
  end: number;
  /** Its one or two readings in Persian notation. «۱.۲۳۴.۵۶۷» can only be thousands. */
  readings: readonly (readonly [NumberReading, string])[];
}

/**
 * Find numbers with a dot or a Persian comma before three digits, and numbers with a Persian comma before one or two
 * digits and a unit («۱۲،۵ درصد»). Arabic digits (U+0660–0669) are ignored.
 *
 * @example findAmbiguousNumbers('12.500 تومان')[0].readings // [['thousandsReading', '۱۲٬۵۰۰'], ['decimalReading', '۱۲٫۵۰۰']]
 */
export function findAmbiguousNumbers(text: string): AmbiguousNumber[] {
  if (!suspect.test(text)) return [];
  const grouped = listNumbers(text)
    .filter(({ kind }) => kind === 'ambiguous')
    .map(({ start, number }) => ({ start, end: start + number.length, readings: readingsOf(toPersianDigits(number)) }));
  const decimals = [...text.matchAll(commaDecimal)]
    .map(({ 0: found, index }) => ({ start: index, end: index + found.length, number: toPersianDigits(found) }))
    .filter(({ end }) => isCounted(text.slice(end, end + reach)) || /^[ \u00A0]?[٪%]/.test(text.slice(end, end + 2)))
    .map(({ start, end, number }): AmbiguousNumber => ({
      start,
      end,
      readings: [
        ['decimalReading', number.replace('،', '٫')],
        ['listReading', number.replace('،', '، ')],
      ],
    }));
  return [...grouped, ...decimals].toSorted((a, b) => a.start - b.start);
}

function readingsOf(number: string): AmbiguousNumber['readings'] {
  const thousands = ['thousandsReading', number.replace(/[.،]/g, '٬')] as const;
  if (number.includes('،')) return [thousands, ['listReading', number.replaceAll('،', '، ')]];
  const isSingle = number.indexOf('.') === number.lastIndexOf('.');
  return isSingle ? [thousands, ['decimalReading', number.replace('.', '٫')]] : [thousands];
}

/** Length of the text after a number in which its unit is looked for, in UTF-16 code units. */
const reach = 24;
const suspect = /[0-9۰-۹٠-٩](?:\.[0-9۰-۹٠-٩]{3}(?![0-9۰-۹٠-٩])|،[0-9۰-۹٠-٩])/;
const commaDecimal = /(?<![0-9۰-۹.,/:٬٫،-])[0-9۰-۹]{1,9}،[0-9۰-۹]{1,2}(?![0-9۰-۹]|[.,/:٬٫،-][0-9۰-۹])/g;
