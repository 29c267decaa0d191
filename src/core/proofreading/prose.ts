import { latinRuns } from '../text/latin-runs.ts';
import { gap } from '../markdown/prose.ts';
import type { OrthographyRule } from '../problems/orthography.ts';
import { address, notation } from '../text/prose.ts';
import { type Edit, editsBetween } from '../text/edits.ts';

/**
 * A block of prose as rules see it: one text in three forms of one length, in which U+FFFC stands for what a rule must
 * neither touch nor reach across.
 */
export interface Prose {
  /** Without mathematics, directives and labels of footnotes. */
  text: string;
  /** Without web and e-mail addresses as well. */
  written: string;
  /** Without hashtags and Latin runs as well, and with ی and ک for their Arabic forms. */
  words: string;
}

/** What a rule finds in a block. */
export interface Flaw {
  rule: OrthographyRule;
  /** Offsets in the block, in UTF-16 units. */
  start: number;
  end: number;
  /** What would mend it, in order; none where only people can tell. */
  edits: readonly Edit[];
  /** Whether it may be mended without asking. */
  isSafe: boolean;
}

/** A letter of Persian or Arabic, as part of an expression. */
export const letter =
  '[\\u0620-\\u063F\\u0641-\\u064A\\u066E\\u066F\\u0671-\\u06D3\\u06D5\\u06FA-\\u06FF\\u0750-\\u077F]';
/** A letter or a vowel sign. */
export const letterOrSign = `(?:${letter}|[\\u064B-\\u0655\\u0670])`;
/** What may stand inside a word. */
export const wordUnit = '[\\p{L}\\p{M}\\p{N}\\u200C\\u0640]';
/** A space that does not end a line: no edit joins lines. */
export const space = '[ \\t\\u00A0]';

/** Make the forms of a block's text. @example readProse('با C++ ،').words // 'با \uFFFC\uFFFC\uFFFC ،' */
export function readProse(source: string): Prose {
  const text = hide(source, notation);
  const written = hide(text, address);
  const words = maskLatin(hide(written, hashtag));
  return { text, written, words: words.replace(/[يى]/g, 'ی').replaceAll('ك', 'ک') };
}

/** Tell what should stand in the place of a stretch; nothing if it stands there already. */
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
