import { dropControls } from '../text/control-characters.ts';
import { normalizeText } from '../text/persian.ts';

/**
 * Clean the text of a comment: letters as articles have them, no invisible characters that reorder or hide text, at most four
 * signs on a letter, single spaces, at most one empty line between paragraphs. Cleaning twice changes nothing more.
 *
 * @example cleanText(' سلام\u202E   دنيا\r\n\r\n\r\nبند ') // 'سلام دنیا\n\nبند'
 */
export function cleanText(text: string): string {
  if (isClean(text)) return text;
  return settle(text, (value) =>
    visible(value.replace(lineEnds, '\n'))
      .split('\n')
      .map((line) => line.replace(blanks, ' ').trim())
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  );
}

/** Clean a name as {@link cleanText} does, on one line. */
export function cleanName(name: string): string {
  if (isClean(name) && !name.includes('\n')) return name;
  return settle(name, (value) => visible(value.replace(lineEnds, ' ')).replace(/\s+/g, ' ').trim());
}

/** Length of a text in code points, as limits count it. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

/** Return whether a text is longer than a limit in code points. */
export function isLonger(text: string, limit: number): boolean {
  return text.length > limit && lengthOf(text) > limit;
}

/** Split a cleaned text into its paragraphs, and these into lines. */
export function paragraphsOf(text: string): string[][] {
  return text
    .split('\n\n')
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => paragraph.split('\n'));
}

function visible(text: string): string {
  return normalizeText(dropControls(text)).replace(hidden, '').replace(signs, '$1');
}

/**
 * Repeat until nothing changes: what one step removes can join two characters that another step would have changed. Texts
 * get shorter with each round but the first, and two rounds are enough for nearly all.
 */
function settle(text: string, clean: (text: string) => string): string {
  let before = text;
  for (let round = 0; round < mostRounds; round++) {
    const after = clean(before);
    if (after === before) break;
    before = after;
  }
  return before;
}

const mostRounds = 8;
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const blanks = /[^\S\n]+/g;
/** What fonts show as nothing, besides what all texts lose: fillers, tags, and selectors with nothing to select. */
const hidden =
  /\u034F|[\u115F\u1160]|\u17B4|\u17B5|[\u180B-\u180F\u2061-\u2065\u206A-\u206F\u3164\uFFA0\uFFF0-\uFFFB]|[\u{E0000}-\u{E0FFF}]/gu;
const signs = /(\p{M}{4})\p{M}+/gu;

/*
 * Certainly clean texts, as a small automaton. Its states are the kinds of the last character: a letter (he apart, which may
 * carry a hamza), what stands anywhere, a space, a first and a second line end, a half-space. State 0 is for all texts that
 * need cleaning, or a closer look.
 */
const [letter, he, plain, space, line, secondLine, halfSpace, hamza] = [1, 2, 3, 4, 5, 6, 7, 8];
const kinds = new Uint8Array(0x2100);
const setKind = (characters: string, kind: number): void => {
  for (const character of characters) kinds[character.charCodeAt(0)] = kind;
};
for (let code = 0x21; code < 0x7f; code++) kinds[code] = plain;
setKind('«»،؛؟…–—۰۱۲۳۴۵۶۷۸۹', plain);
setKind('ءآأؤإئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوی', letter);
for (const [character, kind] of [
  ['ه', he],
  [' ', space],
  ['\n', line],
  ['\u200C', halfSpace],
  ['\u0654', hamza],
] as const)
  setKind(character, kind);

const kindCount = 9;
const next = new Uint8Array(kindCount * kindCount);
const allow = (states: readonly number[], kind: number, state = kind): void => {
  for (const from of states) next[from * kindCount + kind] = state;
};
const written = [letter, he, plain, hamza];
for (const kind of [letter, he]) allow([...written, space, line, secondLine, halfSpace], kind);
allow([...written, space, line, secondLine], plain);
allow(written, space);
allow(written, line);
allow([line], line, secondLine);
allow([letter, he], halfSpace);
allow([he], hamza);

/**
 * Return whether a text is certainly clean. Nearly all texts of files are, since the service has cleaned them, and a build
 * that reads 100,000 takes a tenth of the time so.
 */
function isClean(text: string): boolean {
  let state = text.charCodeAt(0) <= 0x20 ? 0 : plain;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    state = code < kinds.length ? next[state * kindCount + kinds[code]!]! : 0;
    if (state === 0) return false;
  }
  return written.includes(state);
}
