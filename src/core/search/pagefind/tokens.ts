import { stemOf } from '../../words/stems.ts';
import type { SearchTerm } from '../../words/terms.ts';

/*
 * Pagefind finds words by their beginning. So each token ends with a letter that occurs in no other place of a token:
 * none is the beginning of another, and a search for a whole token finds that token alone. All signs are letters
 * without case, since Pagefind drops punctuation and splits words where case changes or digits begin.
 */
const [formEnd, formStem, othersEnd] = ['\u01C1', '\u01C2', '\u01C0'];
/** Digits are written as letters of Thaana, which no Persian text uses, and other signs by their code after another. */
const [zero, codeSign] = [0x780, '\u078A'];

/** Token of one form of a word. */
export function formToken({ surface, stem }: SearchTerm): string {
  return `${writeToken(surface)}${stemOf(surface) === stem ? '' : formStem + writeToken(stem)}${formEnd}`;
}

/** Token of all forms of a stem but the one that equals it. */
export function othersToken(stem: string): string {
  return writeToken(stem) + othersEnd;
}

/** Whether a form equals its stem: it is not among the others. */
export function isPlain({ surface, stem }: SearchTerm): boolean {
  return surface === stem && stemOf(surface) === stem;
}

/** Beginning of the tokens of words that begin with a text. */
export function tokenBeginning(beginning: string): string {
  return writeToken(beginning);
}

function writeToken(text: string): string {
  return text
    .replace(/[^\p{L}\p{M}\d]/gu, (sign) => codeSign + sign.codePointAt(0))
    .replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
}
