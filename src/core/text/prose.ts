/** Part of a text: prose, or notation and addresses that must stay as written. */
export interface Stretch {
  text: string;
  isProse: boolean;
}

/** Source of a regular expression for mathematics as Pandoc reads it: `$x_1$`, `$$…$$`; `$5 و $12` are prices. */
export const mathematics =
  '\\$\\$[^$]+\\$\\$|\\$(?![\\s$])[^$\\n]*(?<![\\s$])\\$' +
  '(?![\\u00AD\\u061C\\u0640\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]*[0-9۰-۹٠-٩$])';

/** Mathematics; lines of directives (`:::`) and of attributes (`{#id}`); references to undefined footnotes. */
export const notation = new RegExp(
  `${mathematics}|^[ \\t]*(?::{3,}|::[a-z][\\w-]*[[{]).*$|^[ \\t]*\\{[#.:][^}\\n]*\\}[ \\t]*$|\\[\\^[^\\]\\n]{1,99}\\]`,
  'gm',
);

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
  return splitBy(text, notation).flatMap((part) => (part.isProse ? splitBy(part.text, address) : [part]));
}

// A cheap pre-check that spares most texts the long expressions.
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
