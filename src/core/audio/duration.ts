import { normalizeText, toLatinDigits, toPersianDigits } from '../text/persian.ts';

/**
 * Read a duration: minutes and seconds, perhaps with hours, or seconds alone, in digits of any script.
 *
 * @example readDuration('۱۲:۴۰') // 760
 * @returns Seconds; `undefined` if it is none, or 0.
 */
export function readDuration(text: string): number | undefined {
  const plain = toLatinDigits(normalizeText(text)).trim();
  if (/^\d{1,5}$/.test(plain)) return Number(plain) || undefined;
  const [, hours = '0', minutes, seconds] = /^(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)$/.exec(plain) ?? [];
  if (minutes === undefined || (hours !== '0' && Number(minutes) > 59)) return undefined;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) || undefined;
}

/** Write a duration in seconds for readers. @example formatDuration(760) // '۱۲:۴۰' */
export function formatDuration(seconds: number): string {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return toPersianDigits(h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`);
}

/** Write a duration in seconds as ISO 8601. @example isoDuration(760) // 'PT12M40S' */
export function isoDuration(seconds: number): string {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  return `PT${h > 0 ? `${h}H` : ''}${m > 0 ? `${m}M` : ''}${s > 0 ? `${s}S` : ''}`;
}
