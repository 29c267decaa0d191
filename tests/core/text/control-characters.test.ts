import { expect, it } from 'vitest';
import { dropControls } from '../../../src/core/text/control-characters.ts';

it.each([
  ['overrides, embeddings and isolates', 'if (a\u202E\u2066 b\u2069\u202C)', 'if (a b)'],
  ['control characters', 'a\u0000b\u001B[31m\u009Fc', 'ab[31mc'],
  ['lone surrogates', 'a\uD800b\uDC00', 'ab'],
])('removes %s', (_, text, expected) => expect(dropControls(text)).toBe(expected));

it.each(['سلام\u200Cها\u200D \u200F\u200E', '\u{1F1EE}\u{1F1F7}', 'a\tb\nc\rd'])('leaves «%s» unchanged', (text) =>
  expect(dropControls(text)).toBe(text),
);
