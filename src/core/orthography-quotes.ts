import { type Flaw, letter, type Prose } from './orthography-text.ts';

/** Find quotation marks « and » without a partner in their block. */
export function findGuillemets({ words }: Prose): Flaw[] {
  return lonely(words).map((start) => ({ rule: 'guillemets', start, end: start + 1, edits: [], isSafe: false }));
}

/** Tell whether every « of a text has its ». @example isBalanced('«الف» و «ب') // false */
export function isBalanced(text: string): boolean {
  return lonely(text).length === 0;
}

/** Find straight quotation marks at Persian text. Where they come in pairs around it, « and » are proposed. */
export function findStraightQuotes({ words }: Prose): Flaw[] {
  return ['"', "'"].flatMap((mark) => {
    const places = [...words.matchAll(new RegExp(mark, 'g'))].map(({ index }) => index);
    const pairs = places.flatMap((start, index) => (index % 2 === 0 ? [[start, places[index + 1]] as const] : []));
    const arePairs = pairs.every(([start, end]) => end !== undefined && isQuotation(words, start, end));
    return pairs.flatMap(([start, end]) => {
      if (arePairs && persian.test(words.slice(start, end))) return [quotation(start, end!)];
      return [start, end].flatMap((at) => (at !== undefined && isBeside(words, at) ? [straight(at)] : []));
    });
  });
}

const persian = new RegExp(letter);
const opens = /[\s([{«:،؛\uFFFC]$|^$/;
const closes = new RegExp(`^(?:[\\s)\\]}»:.!؟،؛,;?…\\uFFFC]|$|${letter})`);

/** The places of the marks that have no partner. */
function lonely(text: string): number[] {
  const open: number[] = [];
  const without: number[] = [];
  for (const { 0: mark, index } of text.matchAll(/[«»]/g)) {
    if (mark === '«') open.push(index);
    else if (open.pop() === undefined) without.push(index);
  }
  return [...without, ...open].toSorted((a, b) => a - b);
}

function isQuotation(text: string, start: number, end: number): boolean {
  const inside = text.slice(start + 1, end);
  return (
    opens.test(text.slice(Math.max(0, start - 1), start)) &&
    closes.test(text.slice(end + 1, end + 2)) &&
    /^\S/.test(inside) &&
    /\S$/.test(inside) &&
    isBalanced(inside)
  );
}

function isBeside(text: string, at: number): boolean {
  return persian.test(text.slice(Math.max(0, at - 1), at)) || persian.test(text.slice(at + 1, at + 2));
}

function quotation(start: number, end: number): Flaw {
  const edits = [
    { start, end: start + 1, text: '«' },
    { start: end, end: end + 1, text: '»' },
  ];
  return { rule: 'straight-quotes', start, end: end + 1, edits, isSafe: false };
}

function straight(start: number): Flaw {
  return { rule: 'straight-quotes', start, end: start + 1, edits: [], isSafe: false };
}
