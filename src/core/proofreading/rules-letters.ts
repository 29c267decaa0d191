import { type Flaw, mend, type Prose } from './prose.ts';
import { dropMarks, halfSpace, mendLetters, separatingKashida, toPersianDigits } from '../text/persian.ts';
import { gap } from '../markdown/prose.ts';
import { findAmbiguousNumbers } from '../numbers/ambiguous-numbers.ts';
import { persianizeUnits } from '../numbers/digits.ts';

/**
 * Find letters that are not Persian (Arabic ي and ك, presentation forms, kashida, combining accents), and invisible
 * marks. For a separate kashida, a dash is proposed; for one between two words, a half-space.
 */
export function findLetters({ written }: Prose): Flaw[] {
  return [...written.matchAll(token)].flatMap(({ 0: found, index }) =>
    /^\u0640+$/.test(found)
      ? mend('letters', index, found, '–', false)
      : [
          ...mend(
            'letters',
            index,
            found,
            mendAround(found, written.slice(index + found.length, index + found.length + 3)),
            true,
          ),
          ...[...found.matchAll(separatingKashida)].flatMap((match) =>
            mend('letters', index + match.index + match[1]!.length, '\u0640', halfSpace, false),
          ),
          ...mend('invisible-marks', index, found, dropMarks(found), true),
        ],
  );
}

/** Normalise letters, but keep kashidas, whose replacement only the writer can decide. */
function mendAround(found: string, after: string): string {
  if (!found.includes('\u0640')) return mendLetters(found, after);
  return mendLetters(found.replace(separatingKashida, `$1${gap}`), after).replaceAll(gap, '\u0640');
}

/**
 * Find numbers that differ from the output of {@link persianizeUnits}, and ambiguous ones, such as «۱۲.۵۰۰» and
 * «۱۲،۵۰۰», whose separators a build keeps.
 */
export function findNumbers({ text }: Prose): Flaw[] {
  if (!/[0-9۰-۹٠-٩]/.test(text)) return [];
  const proper = text.replace(/[٠-٩]/g, toPersianDigits);
  const units = persianizeUnits(proper);
  const questions = findAmbiguousNumbers(proper).flatMap(({ start, end, readings }): Flaw[] => {
    const [[firstKind, first] = ['thousandsReading', ''], other] = readings;
    if (other === undefined) return mend('separators', start, text.slice(start, end), first, false);
    const values = { first, firstKind, second: other[1], secondKind: other[0] };
    return [{ rule: 'ambiguous-number', start, end, edits: [], isSafe: false, values }];
  });
  const numbers = [...text.matchAll(number)].flatMap(({ 0: found, index }) => {
    const proposed = units.slice(index, index + found.length).join('');
    const rule = toPersianDigits(found) === toPersianDigits(proposed) ? 'digits' : 'separators';
    return mend(rule, index, found, proposed, true);
  });
  return [...numbers, ...questions];
}

// U+FEFF is white space to JavaScript but an invisible mark here; nothing matches across U+FFFC.
const token = /[^ \t\n\r\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFFFC]+/g;
const digits = '[0-9۰-۹٠-٩]+';
const number = new RegExp(
  `(?:[%٪][ \\u00A0]?)?${digits}(?:[.,،/:٬٫×–-]${digits})*(?:[ \\u00A0\\u202F\\u200C]?[%٪])?`,
  'g',
);
