import { latinRuns } from '../text/latin-runs.ts';
import { gap } from '../markdown/prose.ts';
import type { OrthographyRule } from '../problems/orthography.ts';
import { address, splitNotation } from '../text/prose.ts';
import { type Edit, editsBetween } from '../text/edits.ts';

/**
 * A block of prose as rules see it: one text in three forms of equal length. U+FFFC masks what a rule must neither
 * change nor match across.
 */
export interface Prose {
  /** Mathematics, directives and footnote labels are masked. */
  text: string;
  /** Web and e-mail addresses are masked too. */
  written: string;
  /** Hashtags and Latin runs are masked too; Arabic forms are replaced with ی and ک. */
  words: string;
}

/** A match of a rule in a block. */
export interface Flaw {
  rule: OrthographyRule;
  /** Offsets in the block, in UTF-16 code units. */
  start: number;
  end: number;
  /** The fix, as edits in order; empty if only a person can decide. */
  edits: readonly Edit[];
  /** Whether it may be fixed without asking. */
  isSafe: boolean;
  /** Additional values for the message. */
  values?: Readonly<Record<string, string>>;
}

/** A Persian or Arabic letter, as regular expression source. */
export const letter =
  '[\\u0620-\\u063F\\u0641-\\u064A\\u066E\\u066F\\u0671-\\u06D3\\u06D5\\u06FA-\\u06FF\\u0750-\\u077F]';
/** A letter or a vowel sign, as regular expression source. */
export const letterOrSign = `(?:${letter}|[\\u064B-\\u0655\\u0670])`;
/** A character that may occur inside a word, as regular expression source. */
export const wordUnit = '[\\p{L}\\p{M}\\p{N}\\u200C\\u0640]';
/** A space within a line, as regular expression source: no edit joins lines. */
export const space = '[ \\t\\u00A0]';

/** Build the three forms of a block's text. @example readProse('با C++ ،').words // 'با \uFFFC\uFFFC\uFFFC ،' */
export function readProse(source: string): Prose {
  const text = splitNotation(source)
    .map((part) => (part.isProse ? part.text : gap.repeat(part.text.length)))
    .join('');
  const written = hide(text, address);
  const words = maskLatin(hide(written, hashtag));
  return { text, written, words: words.replace(/[يى]/g, 'ی').replaceAll('ك', 'ک') };
}

/** Propose a replacement for the text at an offset; empty if it equals the text found. */
export function mend(rule: OrthographyRule, at: number, found: string, proposed: string, isSafe: boolean): Flaw[] {
  const edits = editsBetween(found, proposed).map(({ start, end, text }) => ({
    start: start + at,
    end: end + at,
    text,
  }));
  const [first, last] = [edits.at(0), edits.at(-1)];
  return first && last ? [{ rule, start: first.start, end: last.end, edits, isSafe }] : [];
}

const hashtag = /[#@][\p{L}\p{M}\p{N}_\u200C]+/gu;

function hide(text: string, pattern: RegExp): string {
  return text.replace(pattern, (hidden) => gap.repeat(hidden.length));
}

function maskLatin(text: string): string {
  if (!/\p{Script=Latin}/u.test(text)) return text;
  return latinRuns(text)
    .map((run) => (run.isLeftToRight ? gap.repeat(run.text.length) : run.text))
    .join('');
}
