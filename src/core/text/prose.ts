/** A stretch of a text: prose, or something that is left as it was written. */
export interface Stretch {
  text: string;
  isProse: boolean;
}

/** Mathematics as Pandoc reads it, as part of an expression: `$x_1$`, `$$…$$`; `$5 و $12` are prices. */
export const mathematics =
  '\\$\\$[^$]+\\$\\$|\\$(?![\\s$])[^$\\n]*(?<![\\s$])\\$' +
  '(?![\\u00AD\\u061C\\u0640\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]*[0-9۰-۹٠-٩$])';

/**
 * Mathematics; lines of directives (`:::`) and of attributes (`{#id}`); labels of
 * footnotes that are not there.
 */
export const notation = new RegExp(
  `${mathematics}|^[ \\t]*(?::{3,}|::[a-z][\\w-]*[[{]).*$|^[ \\t]*\\{[#.:][^}\\n]*\\}[ \\t]*$|\\[\\^[^\\]\\n]{1,99}\\]`,
  'gm',
);

/** Web and e-mail addresses inside a text. */
export const address = new RegExp(
  [
    // U+FEFF counts as a space, and is dropped from prose.
    '(?:https?://|www\\.)(?:[^\\s«»]|\\uFEFF)+',
    '(?<![\\w.+-])[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+',
    '(?<![\\w.-])[\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,}/(?:[^\\s«»]|\\uFEFF)*',
  ].join('|'),
  'gi',
);

/**
 * Split a text into prose and the rest.
 *
 * @example splitProse('دما $t_1$ است') // 'دما ', '$t_1$' and ' است'
 */
export function splitProse(text: string): Stretch[] {
  if (!suspect.test(text)) return [{ text, isProse: true }];
  return splitBy(text, notation).flatMap((part) => (part.isProse ? splitBy(part.text, address) : [part]));
}

// A cheap test that spares most texts the long ones.
const suspect = /[$@/]|::|\{[#.:]|\[\^|www\./i;

function splitBy(text: string, pattern: RegExp): Stretch[] {
  const stretches: Stretch[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    if (index > end) stretches.push({ text: text.slice(end, index), isProse: true });
    stretches.push({ text: found, isProse: false });
    end = index + found.length;
  }
  if (end < text.length) stretches.push({ text: text.slice(end), isProse: true });
  return stretches;
}
