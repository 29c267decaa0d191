import type { Parents } from 'mdast';
import { persianLetter } from '../text/persian.ts';
import type { Slip } from './slip.ts';
import { isEscaped, rangeOf } from './source.ts';

/** An emphasis marker that the parser left as text. */
interface Sign {
  at: number;
  text: string;
}

/**
 * Find emphasis that the parser did not recognise: with spaces inside (`** متن **`), or left open. Single `*` and `_`
 * are ignored, since they mark notes and the blanks of forms.
 */
export function findEmphasisSlips(block: Parents, source: string, isText: (at: number) => boolean): Slip[] {
  const { start, end } = rangeOf(block);
  const written = source.slice(start, end);
  if (!/\*\*|__|~~|==/.test(written)) return [];
  const signs = [...written.matchAll(/\*+|_+|~+|=+/g)]
    .map(({ 0: text, index }): Sign => ({ at: start + index, text }))
    .filter(({ at, text }) => /^(?:\*{2,3}|__|~~|==)$/.test(text) && isText(at) && !isEscaped(source, at))
    .filter(({ at, text }) => !isBetweenNumbers(source, at, at + text.length, start, end));
  return [...Map.groupBy(signs, ({ text }) => text).values()].flatMap((same) => pairUp(same, source, start, end));
}

function isBetweenNumbers(source: string, from: number, to: number, start: number, end: number): boolean {
  const number = /[0-9۰-۹٠-٩]/;
  return (
    number.test(source.slice(start, from).trimEnd().at(-1) ?? '') &&
    number.test(source.slice(to, end).trimStart()[0] ?? '')
  );
}

function pairUp(signs: readonly Sign[], source: string, start: number, end: number): Slip[] {
  const slips: Slip[] = [];
  for (let index = 0; index < signs.length; index += 1) {
    const [open, close] = [signs[index]!, signs[index + 1]];
    const slip = close && toEmphasis(open, close, source, start, end);
    if (slip) {
      if (slip !== 'sound') slips.push(slip);
      index += 1;
    } else if (isOpening(open, source, start, end)) {
      slips.push(leftOpen(open, source, start, end));
    } else if (isClosing(open, source, start, end)) slips.push(leftClosed(open, source, start));
  }
  return slips;
}

function toEmphasis(open: Sign, close: Sign, source: string, start: number, end: number): Slip | 'sound' | undefined {
  const { text } = open;
  const from = open.at + text.length;
  const inside = source.slice(from, close.at);
  const [, before = '', words = '', after = ''] = /^([ \t\u00A0]*)([^]*?)([ \t\u00A0]*)$/.exec(inside) ?? [];
  if (!/[\p{L}\p{N}]/u.test(words) || /^\n|\n$/.test(words) || words.includes(text)) return undefined;
  const to = close.at + text.length;
  if (text === '__' && before + after === '') return toIntraword(open, close, words, source, start, end) ?? 'sound';
  if (text === '==' ? before + after !== '' : before + after === '') return text === '==' ? undefined : 'sound';
  // «نام __ و __» is a form to fill in, and in «__dirname و __filename» both start a name.
  if (text === '__' && ((before !== '' && after !== '') || /\p{Script=Latin}/u.test(words + (source[to] ?? ''))))
    return undefined;
  const word = /[\p{L}\p{N}]/u;
  const spaceBefore = before !== '' && open.at > start && word.test(source[open.at - 1]!) ? ' ' : '';
  const spaceAfter = after !== '' && to < end && word.test(source[to] ?? '') ? ' ' : '';
  const mark = text === '==' ? '**' : text;
  const edits = [
    { start: open.at, end: from + before.length, text: spaceBefore + mark },
    { start: close.at - after.length, end: to, text: mark + spaceAfter },
  ];
  const isSafe = text !== '==' && !words.includes('\n');
  return { rule: 'emphasis-form', start: open.at, end: to, edits, isSafe, hidden: '' };
}

/** Propose `**` for underscores inside a Persian word, which are literal: `__درشت__ها`. */
function toIntraword(
  open: Sign,
  close: Sign,
  words: string,
  source: string,
  start: number,
  end: number,
): Slip | undefined {
  const to = close.at + close.text.length;
  const [head = ''] = /[\p{L}\p{M}\u200C]*$/u.exec(source.slice(start, open.at)) ?? [];
  const [tail = ''] = /^[\p{L}\p{M}\u200C]*/u.exec(source.slice(to, end)) ?? [];
  // A hashtag or a name in Latin letters.
  const isName = /[#@_]$/.test(source.slice(start, open.at - head.length)) || !persianLetter.test(head + tail);
  if (isName || !persianLetter.test(words) || /[_\n]/.test(words)) return undefined;
  const edits = [
    { start: open.at, end: open.at + 2, text: '**' },
    { start: close.at, end: to, text: '**' },
  ];
  // Readers see one word in place of its parts.
  const hidden = `${head} ${words} ${tail}`;
  const isSafe = head === '' || tail === '';
  return { rule: 'emphasis-form', start: open.at, end: to, edits, isSafe, hidden, shown: head + words + tail };
}

function isOpening({ at, text }: Sign, source: string, start: number, end: number): boolean {
  if (text === '==' || text === '__') return false;
  const [before, after] = [
    at === start ? ' ' : source[at - 1]!,
    at + text.length >= end ? ' ' : source[at + text.length]!,
  ];
  // Python's `**kwargs`.
  if (text === '**' && /^(?:kwargs|kwds|kw|options|opts|params)(?!\w)/.test(source.slice(at + 2, at + 12)))
    return false;
  return /[\s(«"]/.test(before) && /[\p{L}\p{N}«("]/u.test(after);
}

/** Return whether a sign ends something that nothing begins. */
function isClosing({ at, text }: Sign, source: string, start: number, end: number): boolean {
  if (!/^(?:\*\*|~~)$/.test(text) || at === start) return false;
  const after = at + text.length >= end ? ' ' : source[at + text.length]!;
  return /[\p{L}\p{M}»)]/u.test(source[at - 1]!) && /[\s.،؛:؟!»)]/.test(after);
}

function leftClosed({ at, text }: Sign, source: string, start: number): Slip {
  const [word = ''] = /\S{0,30}$/.exec(source.slice(start, at)) ?? [];
  const proposed = word + text.replace(/./g, '\\$&');
  return {
    rule: 'signs-left',
    start: at - word.length,
    end: at + text.length,
    proposed,
    edits: [],
    isSafe: false,
    hidden: '',
  };
}

function leftOpen({ at, text }: Sign, source: string, start: number, end: number): Slip {
  const line = source.slice(at, end).split('\n', 1)[0]!.trimEnd();
  const close = at + line.length;
  // News agencies start subheadings this way.
  const isWhole = at === start && source.slice(at, end).trimEnd() === line;
  const edits = isWhole ? [{ start: close, end: close, text }] : [];
  return { rule: 'emphasis-open', start: at, end: close, mark: text, edits, isSafe: false, hidden: '' };
}
