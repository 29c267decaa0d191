import { attention } from 'micromark-core-commonmark';
import type { Code, Construct, Event, Extension, Point, TokenizeContext, Tokenizer } from 'micromark-util-types';
import { classifyCharacter } from 'micromark-util-classify-character';

/**
 * Create the syntax of emphasis for Persian. It is that of CommonMark 0.31 (section 6.2) with two changes:
 *
 * - Between punctuation and a Persian letter, digit, mark or half-space, a run of `*`, `_` or `~~` may both open and
 *   close. CommonMark wants a space there, and Persian writes suffixes without one: `**«کیهان»**‌ها`, `**تهران:**خبر`.
 * - `*` and `_` between digits are signs, with or without spaces: `۲*۳`, `2 * 3`.
 *
 * A text without Persian letters and without signs between digits is read as CommonMark reads it.
 */
export function persianAttention(): Extension {
  return { text: { 42: persian, 95: persian }, insideSpan: { null: [persian] } };
}

/** Loosen the strikethrough of an extension in the same way.*/
export function loosenStrikethrough(extension: Extension): Extension {
  const constructs = [extension.text?.[tilde] ?? []].flat();
  const loose = constructs.map((construct: Construct) => ({
    ...construct,
    tokenize: loosenTokenizer(construct.tokenize),
  }));
  return { ...extension, text: { ...extension.text, [tilde]: loose } };
}

const tilde = 126;
const persian: Construct = {
  name: 'persianAttention',
  tokenize: loosenTokenizer(attention.tokenize),
  resolveAll: (events, context) => attention.resolveAll!(withoutSigns(events, context), context),
};

const punctuation = 2;
const underscore = 95;
// Arabic script, and the invisible characters that stand between its letters.
const persianLetter =
  /[\u0610-\u061A\u061C\u0620-\u0669\u066E-\u06D3\u06D5-\u06FF\u0750-\u077F\u08A0-\u08FF\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFB50-\uFDFF\uFE70-\uFEFF\u00AD]/;
const persianPunctuation = /[\u060C\u060D\u061B\u061E\u061F\u066A-\u066D\u06D4]/;
const joiner = 0x200c;

function loosenTokenizer(tokenize: Tokenizer): Tokenizer {
  return function tokenizeLoosely(this: TokenizeContext, effects, ok, nok) {
    const before = this.previous;
    const finish = (after: Code) => {
      const run = this.events.at(-1)?.[1];
      if (run) loosenRun(run, before, after, this.sliceSerialize(run).charCodeAt(0));
      return ok(after);
    };
    return tokenize.call(this, effects, finish, nok);
  };
}

/** What micromark notes of a run of attention. */
interface Run {
  _open?: boolean | undefined;
  _close?: boolean | undefined;
}

function loosenRun(run: Run, before: Code, after: Code, marker: number): void {
  if (isLoose(before, after) || isLoose(after, before)) run._open = run._close = true;
  // An underscore joins words, but a half-space begins a suffix: «__کتاب__‌ها».
  else if (marker === underscore && after === joiner && !isSpace(before)) run._close = true;
  else if (marker === underscore && before === joiner && !isSpace(after)) run._open = true;
}

function isLoose(inner: Code, outer: Code): boolean {
  if (inner === null || outer === null || classifyCharacter(inner) !== punctuation || isSpace(outer)) return false;
  if (classifyCharacter(outer) === punctuation) return false;
  return persianLetter.test(String.fromCharCode(outer)) || persianPunctuation.test(String.fromCharCode(inner));
}

function isSpace(code: Code): boolean {
  return classifyCharacter(code) === 1;
}

const digit = '[0-9۰-۹٠-٩]';
// A unit, a percent sign or a bracket may stand between a number and the sign beside it.
const numberBefore = new RegExp(`${digit}[\\p{L}\\p{M}²³]{0,5}[)\\]}٪%]{0,2}$`, 'u');
const numberAfter = new RegExp(`^[(\\[{]{0,2}[-−+]?${digit}`);
const digitBefore = new RegExp(`${digit}[ \\u00A0]*$`);
const digitAfter = new RegExp(`^[ \\u00A0]*${digit}`);
/** Characters that are looked at on either side of a run. */
const reach = 8;

/** Take runs that are signs between numbers out of the attention, before it is resolved. */
function withoutSigns(events: Event[], context: TokenizeContext): Event[] {
  for (const [kind, token] of events) {
    if (kind !== 'enter' || token.type !== 'attentionSequence') continue;
    if (isSign(token.start, token.end, context)) token.type = 'data';
  }
  return events;
}

function isSign(start: Point, end: Point, context: TokenizeContext): boolean {
  const before = textBetween({ ...start, _bufferIndex: Math.max(0, start._bufferIndex - reach) }, start, context);
  const after = textBetween(end, { ...end, _bufferIndex: end._bufferIndex + reach }, context);
  if (numberBefore.test(before) && numberAfter.test(after)) return true;
  if (!digitBefore.test(before) || !digitAfter.test(after)) return false;
  // Two stars with a space on one side only are more likely a number in bold between others.
  return end.offset - start.offset === 1 || /\s$/.test(before) === /^\s/.test(after);
}

/** The text between two points of one line; empty where a line or a tab ends or begins. */
function textBetween(start: Point, end: Point, context: TokenizeContext): string {
  if (start._bufferIndex < 0 || start._index !== end._index || start._bufferIndex >= end._bufferIndex) return '';
  return context.sliceSerialize({ start, end });
}
