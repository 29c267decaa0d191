import type { Extension as MdastExtension } from 'mdast-util-from-markdown';
import { list } from 'micromark-core-commonmark';
import type { Code, Construct, Extension, State, Tokenizer } from 'micromark-util-types';
import { toLatinDigits } from '../../text/persian.ts';

/**
 * Create the syntax extension for lists numbered with Persian or Arabic digits, under the same conditions as with Latin
 * ones (CommonMark 0.31, section 5.2): `۱. …`, `۱) …`. A list may mix digits of different scripts.
 */
export function persianLists(): Extension {
  const codes = zeros.flatMap((first) => digits.map((digit) => first + digit));
  return { document: Object.fromEntries(codes.map((code) => [code, numbered])) };
}

/** Create the mdast extension that sets the start number of such a list. */
export function persianListNumbers(): MdastExtension {
  return {
    enter: {
      listItemValue(token) {
        if (!this.data.expectingFirstListItemValue) return;
        const parent = this.stack[this.stack.length - 2];
        if (parent?.type === 'list') parent.start = Number.parseInt(toLatinDigits(this.sliceSerialize(token)), 10);
        this.data.expectingFirstListItemValue = undefined;
      },
    },
  };
}

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const zero = 0x30;
const nine = 0x39;
/** Code points of the Latin, Persian and Arabic zero. */
const zeros = [zero, 0x6f0, 0x660];

const numbered: Construct = {
  ...list,
  name: 'numberedList',
  tokenize: readingDigits(list.tokenize),
  continuation: {
    tokenize(effects, ok, nok) {
      const attempt: typeof effects.attempt = (construct, ...states) =>
        effects.attempt(construct === list ? numbered : construct, ...states);
      return list.continuation!.tokenize.call(this, { ...effects, attempt }, ok, nok);
    },
  },
};

/** Wrap a tokenizer so that it reads the digits of a number as Latin ones, but consumes them as written. */
function readingDigits(tokenize: Tokenizer): Tokenizer {
  return function tokenizeDigits(effects, ok, nok) {
    let written: Code = null;
    let isReading = true;
    const consume = (code: Code) => effects.consume(isReading ? written : code);
    const end = (next: State) => (code: Code) => {
      const after = isReading ? written : code;
      isReading = false;
      return next(after);
    };
    const reading =
      (state: State): State =>
      (code) => {
        const latin = toLatin(code);
        isReading = latin !== null && latin >= zero && latin <= nine;
        if (!isReading) return state(code);
        written = code;
        const next = state(latin);
        return next && isReading ? reading(next) : next;
      };
    return reading(tokenize.call(this, { ...effects, consume }, end(ok), end(nok)));
  };
}

function toLatin(code: Code): Code {
  if (code === null || code < 0x660 || code > 0x6f9 || (code > 0x669 && code < 0x6f0)) return code;
  return zero + (code & 0xf);
}
