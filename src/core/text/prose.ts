import type { Range } from './edits.ts';
import { findFormulas } from './mathematics.ts';
import { mayHoldNotation, otherNotation } from './other-systems.ts';

/** Part of a text: prose, or notation and addresses that must stay as written. */
export interface Stretch {
  text: string;
  isProse: boolean;
}

/**
 * HTML character references such as `&#8211;` and `&nbsp;`, common in exported headlines. Persian digits would break
 * them.
 */
const characterReference = '&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});';

/** Notation of other systems ({@link otherNotation}), references to undefined footnotes, HTML character references. */
const notation = new RegExp(`${otherNotation}|\\[\\^[^\\]\\n]{1,99}\\]|${characterReference}`, 'gmu');

const foreign = new RegExp(otherNotation, 'gmu');

/**
 * Split a text into notation of other systems, which is not prose, and everything else.
 *
 * @example splitForeign('متن {{< map >}}') // 'متن ' and '{{< map >}}'
 */
export function splitForeign(text: string): Stretch[] {
  return mayHoldNotation(text) ? splitBy(text, foreign) : [{ text, isProse: true }];
}

/** Web and e-mail addresses in a text. */
export const address = new RegExp(
  [
    // `\s` matches U+FEFF, which is removed from prose.
    '(?:https?://|www\\.)(?:[^\\s«»]|\\uFEFF)+',
    '(?<![\\w.+-])[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+',
    '(?<![\\w.-])[\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,}/(?:[^\\s«»]|\\uFEFF)*',
  ].join('|'),
  'gi',
);

/**
 * Split a text into prose and everything else.
 *
 * @example splitProse('دما $t_1$ است') // 'دما ', '$t_1$' and ' است'
 */
export function splitProse(text: string): Stretch[] {
  if (!suspect.test(text) && !mayHoldNotation(text)) return [{ text, isProse: true }];
  return splitNotation(text).flatMap((part) => (part.isProse ? splitBy(part.text, address) : [part]));
}

/** Split a text into mathematics, notation of other systems and labels on one side and everything else on the other. */
export function splitNotation(text: string): Stretch[] {
  const parts = text.includes('$') ? splitAt(text, findFormulas(text)) : [{ text, isProse: true }];
  return parts.flatMap((part) => (part.isProse ? splitBy(part.text, notation) : [part]));
}

// A cheap pre-check that spares most texts the long expressions.
const suspect = /[$@/]|&[#a-z]|::|\{[#.:]|\[\^|www\./i;

function splitBy(text: string, pattern: RegExp): Stretch[] {
  const ranges = Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
  return splitAt(text, ranges);
}

function splitAt(text: string, ranges: readonly Range[]): Stretch[] {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const { start, end } of ranges) {
    if (start > from) stretches.push({ text: text.slice(from, start), isProse: true });
    stretches.push({ text: text.slice(start, end), isProse: false });
    from = end;
  }
  if (from < text.length) stretches.push({ text: text.slice(from), isProse: true });
  return stretches;
}
