import { maskRanges, type Range } from './edits.ts';
import { latinRuns, type Run } from './latin-runs.ts';
import { findFormulas } from './mathematics.ts';

/**
 * Find the spans of a right-to-left text that the Unicode bidirectional algorithm (UAX #9) would misplace, and only
 * those. Callers isolate them as left-to-right:
 *
 * - **Latin runs with a symbol at their edge** (`C++`, `.NET`, `@user`, `Yahoo! Inc`): the symbol is neutral and
 *   takes the direction of the paragraph (N2), so it jumps to the other end of the run. Sentence punctuation after a
 *   run belongs to the Persian sentence and stays outside.
 * - **Latin runs that begin with a number and a space, or contain brackets** (`5 GB`, `H2O (aq)`): after an Arabic
 *   letter the number becomes AN (W2), and a neutral between AN and L takes the direction of the paragraph (N1, N2).
 * - **Latin runs before a number or another Latin run** with nothing but neutrals in between («Apple، Google»,
 *   «Barcelona ۳ گل»): the number turns L (W7) and so do the neutrals (N1), which swaps the order of the two.
 * - **Signed numbers, phone numbers, dates with hyphens** (`-۵`, `۰۲۱-۱۲۳۴۵۶۷۸`, `+۹۸ ۲۱ …`): signs, hyphens and
 *   spaces between ANs are neutral (W4 joins only one CS), which reverses the groups. Versions, addresses and
 *   mathematics too.
 *
 * The algorithm places single Latin words, and words joined by spaces (`New York`), correctly, so they are not
 * returned; nor are `۱۰:۳۰`, `۱/۲`, `۱۴۰۴/۰۷/۲۴` (W4), or ranges («۱۰-۱۲»), which are read from right to left in
 * Persian.
 */
export function bidiSpans(text: string): Range[] {
  if (!suspect.test(text)) return [];
  const formulas = text.includes('$') ? findFormulas(text) : [];
  if (formulas.length === 0) return spansOf(text);
  return [...formulas, ...spansOf(maskRanges(text, formulas))].toSorted((a, b) => a.start - b.start);
}

function spansOf(text: string): Range[] {
  const spans: Range[] = [];
  for (const match of text.matchAll(candidate)) {
    const { run } = match.groups ?? {};
    const start = match.index;
    // A run can extend over symbols that the next match begins with: «C++۴۵».
    if (start < (spans.at(-1)?.end ?? 0)) continue;
    const value = run === undefined ? match[0] : extend(run, text.slice(start + run.length, start + run.length + 4));
    const end = start + value.length;
    if (run === undefined ? !isListNumber(value, text, start, end) : isMisplaced(value, text, end)) {
      spans.push({ start, end });
    }
  }
  return spans;
}

/**
 * Split a text that is shown next to other texts into runs to isolate as left-to-right and the rest: the spans of
 * {@link bidiSpans}, and every other Latin word too, because a name or a bracket may follow.
 *
 * @example isolatedRuns('تلفن ۰۲۱-۱۲۳۴۵۶۷۸ در Tehran') // isolated: '۰۲۱-۱۲۳۴۵۶۷۸', 'Tehran'
 */
export function isolatedRuns(text: string): Run[] {
  if (text !== '' && !isolated.test(text)) return [{ text, isLeftToRight: false }];
  const spans = bidiSpans(text);
  return [...spans, { start: text.length, end: text.length }].flatMap(({ start, end }, index): Run[] => [
    ...latinRuns(text.slice(spans[index - 1]?.end ?? 0, start)),
    ...(start < end ? [{ text: text.slice(start, end), isLeftToRight: true }] : []),
  ]);
}

/**
 * Isolate the spans of {@link bidiSpans} in a Persian text by characters, LRI … PDI, where no elements are possible.
 *
 * @example isolateLatin('زبان C++ است') // 'زبان \u2066C++\u2069 است'
 */
export function isolateLatin(text: string): string {
  if (!/\p{Script=Arabic}/u.test(text)) return text;
  return bidiSpans(text).reduceRight(
    (whole, { start, end }) => `${whole.slice(0, start)}\u2066${whole.slice(start, end)}\u2069${whole.slice(end)}`,
    text,
  );
}

/** Matches any text that has something to isolate; most headlines do not. */
const isolated = /[\p{Script=Latin}\p{N}$]/u;
const symbols = "[@#$€£~_/\\\\&+*°™®=^|<>%.'’:,!?;-]";
const latin = '[\\p{Script=Latin}0-9][\\p{Script=Latin}\\p{M}0-9]*';
const number = '[0-9۰-۹]';
const end = '(?![\\p{L}0-9۰-۹])';
// A cheap pre-check that spares most paragraphs the long expression.
const suspect = /\p{Script=Latin}|\$.*\$|[-−+][0-9۰-۹]|[0-9۰-۹][-.][0-9]|[0-9۰-۹]{11}|[0۰][0-9۰-۹]{2,3} [0-9۰-۹]/u;
// Linear: each pattern is bounded, or starts its repetitions with a character that cannot occur inside them.
const phones = [
  `(?:\\+|00|۰۰)${number}{1,3}(?:[ -]?\\(?${number}{2,9}\\)?){1,5}`,
  `[0۰]${number}{2,3}[ -]${number}{3,8}(?:[ -]${number}{2,4}){0,2}`,
  `[0۰][9۹]${number}{2}[ -]?${number}{3}[ -]?${number}{4}`,
];
const date = `${number}{4}-${number}{1,2}-${number}{1,2}`;
const version = 'v?[0-9]{1,9}(?:\\.[0-9]{1,9}){2,9}';
const signed = `[-−+]${number}{1,15}(?:[.,٫٬/]${number}{1,9}){0,5}[٪%]?`;
const joint = [
  ' ?[([{]',
  '[)\\]}] ?',
  `[)\\]}]?${symbols}{1,3} ?`,
  `[)\\]}]? ${symbols}{1,2} ?`,
  ' ?[–—·×] ?',
  ' ',
].join('|');
const run =
  '(?:(?<![^\\s(«\\[{"“])[-@#$€£~_/\\\\&+*.]{1,3})?' +
  `(?=[0-9]{0,15}[^\\p{L}]{0,4}\\p{Script=Latin})${latin}(?:(?:${joint})${latin})*[)\\]}]?`;
const candidate = new RegExp(
  [
    `(?<![\\p{L}0-9۰-۹])(?:${[...phones, date, version].join('|')})${end}`,
    `(?<![\\p{L}\\p{N}\\p{M}_)\\]}\\u200C]|[0-9۰-۹] )${signed}${end}`,
    `(?<run>${run})`,
  ].join('|'),
  'gu',
);

/** «-۱ نخست» at the start of a block is a list number, not a negative number. */
function isListNumber(value: string, text: string, start: number, end: number): boolean {
  return start === 0 && value.startsWith('-') && /^\s+\p{L}/u.test(text.slice(end, end + 4));
}

/** Extend a run by the symbols that belong to its last word; drop a closing bracket that the run does not open. */
function extend(run: string, after: string): string {
  const opened = run.split(/[([{]/).length - run.split(/[)\]}]/).length;
  if (opened < 0 && /[)\]}]$/.test(run)) return run.slice(0, -1);
  const suffix = /^(?:[+#*°™®†%_]{1,3}|!(?= \p{L}))/u.exec(after)?.[0] ?? '';
  return run + suffix;
}

function isMisplaced(run: string, text: string, end: number): boolean {
  if (!/^\p{Script=Latin}(?:.*[\p{L}\p{N}\p{M}])?$/su.test(run))
    return !/^[0-9]+\p{Script=Latin}[\p{L}\p{N}]*$/u.test(run);
  if (/[([{]|@|:\/\//.test(run)) return true;
  const after = text.slice(end, end + 14);
  // A number attached to the run, as in «COVID-۱۹», becomes part of it (W7).
  return /^[^\p{L}\p{N}]{1,12}[\p{Script=Latin}0-9۰-۹]/u.test(after) && !/^[-./][۰-۹]/.test(after);
}
