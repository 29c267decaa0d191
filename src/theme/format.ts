import { toPersianDigits } from '../core/text/persian.ts';

/**
 * Format a number with one decimal, for readers.
 *
 * @example formatDecimal(4.56) // '۴٫۶'
 */
export function formatDecimal(value: number | undefined): string {
  return value === undefined ? '؟' : toPersianDigits((Math.floor(value * 10) / 10).toFixed(1)).replace('.', '٫');
}
