import { findFormulas, type FormulaRange } from './mathematics.ts';

/** Part of a text: prose, or notation and addresses that must stay as written. */
export interface Stretch {
  text: string;
  isProse: boolean;
}

/** Lines of directives (`:::`) and of attributes (`{#id}`); references to undefined footnotes. */
const notation = /^[ \t]*(?::{3,}|::[a-z][\w-]*[[{]).*$|^[ \t]*\{[#.:][^}\n]*\}[ \t]*$|\[\^[^\]\n]{1,99}\]/gm;

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
  if (!suspect.test(text)) return [{ text, isProse: true }];
  return splitNotation(text).flatMap((part) => (part.isProse ? splitBy(part.text, address) : [part]));
}

/** Split a text into mathematics, directives and labels on one side and everything else on the other. */
export function splitNotation(text: string): Stretch[] {
  const parts = text.includes('$') ? splitAt(text, findFormulas(text)) : [{ text, isProse: true }];
  return parts.flatMap((part) => (part.isProse ? splitBy(part.text, notation) : [part]));
}

// A cheap pre-check that spares most texts the long expressions.
const suspect = /[$@/]|::|\{[#.:]|\[\^|www\./i;

function splitBy(text: string, pattern: RegExp): Stretch[] {
  const ranges = Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
  return splitAt(text, ranges);
}

function splitAt(text: string, ranges: readonly FormulaRange[]): Stretch[] {
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
