import { stripForbidden } from '../feeds/xml.ts';
import type { MessagePiece } from './template.ts';

/** A part of a post of Bluesky that does something: lexicon app.bsky.richtext.facet. */
export interface Facet {
  /** Bytes of the text in UTF-8, the end excluded. */
  index: { byteStart: number; byteEnd: number };
  features: [Record<'$type', string> & ({ uri: string } | { tag: string })];
}

/** Write a message for Telegram's `parse_mode: HTML` (core.telegram.org/bots/api#html-style). */
export function writeTelegramHtml(pieces: readonly MessagePiece[]): string {
  return pieces.map(({ text, isBold }) => (isBold ? `<b>${escape(text)}</b>` : escape(text))).join('');
}

/** Telegram knows four entities, and shows `&apos;` as it stands. */
function escape(text: string): string {
  return stripForbidden(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** List the links and hashtags of a message. */
export function findFacets(pieces: readonly MessagePiece[]): Facet[] {
  const encoder = new TextEncoder();
  let end = 0;
  return pieces.flatMap(({ text, url, tag }): Facet[] => {
    const byteStart = end;
    end += encoder.encode(text).length;
    const index = { byteStart, byteEnd: end };
    if (url !== undefined) return [{ index, features: [{ $type: 'app.bsky.richtext.facet#link', uri: url }] }];
    if (tag !== undefined) return [{ index, features: [{ $type: 'app.bsky.richtext.facet#tag', tag }] }];
    return [];
  });
}

/**
 * Make the key of a record as repositories of AT Protocol number them by time (atproto.com/specs/tid): 53 bits of
 * microseconds since 1970 and 10 bits of a clock’s number, in base 32. Equal input gives equal keys.
 *
 * @param time Milliseconds since 1970-01-01T00:00Z.
 * @param seed Tells records of the same moment apart, from 0 to 2³² − 1.
 */
export function makeTid(time: number, seed: number): string {
  const digits = '234567abcdefghijklmnopqrstuvwxyz';
  let number =
    (BigInt(Math.trunc(time)) * 1000n + BigInt(seed % 1000)) * 1024n + BigInt(Math.floor(seed / 1000) % 1024);
  let text = '';
  for (let count = 0; count < 13; count++, number /= 32n) text = digits[Number(number % 32n)]! + text;
  return text;
}
