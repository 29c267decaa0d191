import { type NewsDate, parseDate } from '../../dates/news-date.ts';
import { readDate } from '../find-date.ts';
import type { ImportRecord } from '../record.ts';
import { cleanLine } from '../text.ts';

/** The source of a record, or the given one. */
export function sourceOf(record: ImportRecord, source: string | undefined): { name: string; url?: string } | undefined {
  const name = cleanLine(record.source?.name ?? '') || cleanLine(source ?? '');
  if (name === '') return undefined;
  const origin = record.source?.url === undefined ? null : URL.parse(record.source.url.trim());
  const isWeb = origin !== null && /^https?:$/.test(origin.protocol) && record.source?.name !== undefined;
  if (!isWeb) return { name };
  // Channels of messengers share a host.
  const channel = /^(?:t\.me|telegram\.me|eitaa\.com|ble\.ir|rubika\.ir)$/.test(origin.hostname)
    ? /^\/\w+/.exec(origin.pathname)?.[0]
    : '';
  return channel === undefined ? { name } : { name, url: `${origin.origin}${channel || '/'}` };
}

/** Names of authors, without e-mail addresses and names without letters. */
export function authorsOf({ authors }: ImportRecord): string[] {
  const names = authors.map(cleanLine).filter((name) => /\p{L}/u.test(name) && !/\S@\S/.test(name));
  return [...new Set(names)].slice(0, 50);
}

/** Updates within a day of publication are dropped: most systems count every save. */
export function updatedOf({ updated }: ImportRecord, date: NewsDate): NewsDate | undefined {
  const read = typeof updated === 'string' ? parsed(updated) : updated;
  return read && read.epoch - date.epoch >= day ? read : undefined;
}

function parsed(text: string): NewsDate | undefined {
  const date = parseDate(text);
  const found = typeof date === 'string' ? readDate(text) : date;
  return typeof found === 'string' ? undefined : found;
}

const day = 86_400_000;
