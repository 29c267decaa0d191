import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileMatcher } from './regexp-matcher.ts';
import { workOf } from './work.ts';

const seed = 14050909;

/** Expressions with each part of the syntax. */
const expressions = [
  /a|ab|b?c/,
  /(a+)(b*?)\1?c/g,
  /(?<x>ab?)\k<x>/i,
  /^a.*b$/ms,
  /(?<=a(b|c))\w+?(?!\d)/,
  /(?<!a+)b{2,3}/,
  /(?:a|b(?=c)|)*?c/,
  /(?:(a)|(b)|c){2,}\2/,
  /[^a\]]\b./u,
  /[\p{L}--[a-c]]{1,2}?\B/v,
  /(?:a*)*b/,
  /(a*)*c?/,
  /\u{1F600}+|[\u{1F600}b]/u,
  /(?:ab?){0,2}(?:|c)/y,
];
const texts = fc
  .array(fc.constantFrom('a', 'b', 'c', 'A', 'd', '1', ' ', '\n', ']', '\u{1F600}', 'ک'), { maxLength: 14 })
  .map((parts) => parts.join(''));

describe('compileMatcher', () => {
  it.each(expressions)(`finds what the engine finds: %s (seed ${seed})`, (expression) => {
    const match = compileMatcher(expression);
    fc.assert(
      fc.property(texts, fc.nat(4), (text, start) => {
        const from = expression.global || expression.sticky ? Math.min(start, text.length) : 0;
        expression.lastIndex = from;
        const found = expression.exec(text);
        expect(match(text, from)).toEqual(found ? [found.index, found.index + found[0].length] : undefined);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('does not read modifiers', () => expect(() => compileMatcher(/(?i:a)/)).toThrow(SyntaxError));
});

describe('workOf', () => {
  const growth = (read: (text: string) => unknown): number => {
    workOf(() => read('a'));
    const [once, twice, fourTimes] = [100, 200, 400].map((length) => workOf(() => read('a'.repeat(length))));
    return (fourTimes! - twice!) / (twice! - once!);
  };

  it.each<[string, (text: string) => unknown]>([
    ['a loop', (text) => [...text].filter((letter) => letter === 'b')],
    ['an expression', (text) => text.replace(/a/g, 'b')],
    ['a lazy expression', (text) => /^.*?b/.test(text)],
  ])('grows with the length for %s', (_, read) => expect(growth(read)).toBeLessThan(2.8));

  it.each<[string, (text: string) => unknown]>([
    ['a loop in a loop', (text) => [...text].map((one) => [...text].filter((other) => one === other))],
    ['an expression that restarts at each letter', (text) => /a+b/.test(text)],
    ['one for each letter', (text) => [...text].map((_letter, at) => text.slice(at).search(/b/))],
    ['a search for each letter', (text) => Array.from(text, () => text.repeat(64).indexOf('b'))],
  ])('grows with its square for %s', (_, read) => expect(growth(read)).toBeGreaterThan(3.2));

  it('is the same each time, but for what the engine does on its first way', () => {
    const read = (): unknown =>
      'a b '
        .repeat(50)
        .split(/\s+/)
        .map((word) => word.toUpperCase());
    workOf(read);
    const work = workOf(read);
    expect(Math.abs(workOf(read) / work - 1)).toBeLessThan(0.1);
  });
});
