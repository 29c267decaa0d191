import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readProse } from '../../../src/core/proofreading/prose.ts';
import {
  findGuillemets,
  findSpanningGuillemets,
  findStraightQuotes,
  isBalanced,
} from '../../../src/core/proofreading/rules-quotes.ts';
import { applyEdits } from '../../../src/core/text/edits.ts';

const seed = Number(process.env['SEED'] ?? 14050908);

it('finds unpaired marks, in order', () => {
  const places = (text: string): number[] => findGuillemets(readProse(text)).map(({ start }) => start);
  expect(places('«الف» و «ب')).toEqual([8]);
  expect(places('الف» و «ب')).toEqual([3, 7]);
  expect(places('«الف «ب» پ»')).toEqual([]);
});

it.each([
  [
    ['«یک.', '«دو.', '«سه».'],
    [0, 1],
  ],
  [
    ['گفت: «یک.', '«دو».', 'سه'],
    [0, 1],
  ],
  [
    ['گفت: «یک.', 'دو».'],
    [0, 1],
  ],
  [
    ['صفر', '«یک «و» دو', '«سه» گفت «چهار».'],
    [1, 2],
  ],
])('accepts quotations of several paragraphs: %j', (blocks, quoted) => {
  const spanning = findSpanningGuillemets(blocks);
  const left = blocks.map((block, index) =>
    findGuillemets(readProse(block)).filter(({ start }) => !spanning.get(index)?.has(start)),
  );
  expect(left.flat()).toEqual([]);
  expect([...spanning.keys()].filter((index) => quoted.includes(index))).toEqual(quoted);
});

it.each([[['«یک', 'دو', 'سه»']], [['«یک', '«دو']], [['«یک', '«دو» گفت']], [['«یک «دو', '«سه».']], [['یک»', '«دو']]])(
  'rejects unpaired marks that only look like one: %j',
  (blocks) => {
    expect([...findSpanningGuillemets(blocks)]).toEqual([]);
  },
);

it(`balanced texts stay balanced when one is put into another, and lose it with any one mark (SEED=${seed})`, () => {
  const { balanced } = fc.letrec<{ balanced: string }>((tie) => ({
    balanced: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('متن', ''),
      fc.tuple(tie('balanced'), tie('balanced')).map(([a, b]) => `«${a}»${b}`),
    ),
  }));
  fc.assert(
    fc.property(balanced, (text) => {
      expect(isBalanced(text)).toBe(true);
      const place = text.search(/[«»]/);
      if (place !== -1) expect(isBalanced(text.slice(0, place) + text.slice(place + 1))).toBe(false);
    }),
    { seed, numRuns: 300 },
  );
});

it('proposes « and » for straight marks around Persian, never as safe', () => {
  const flaws = findStraightQuotes(readProse('او گفت "بیا" و رفت'));
  expect(flaws.map(({ isSafe }) => isSafe)).toEqual([false]);
  expect(applyEdits('او گفت "بیا" و رفت', flaws[0]!.edits)).toBe('او گفت «بیا» و رفت');
});

it('only reports an unpaired mark, and ignores Latin', () => {
  expect(findStraightQuotes(readProse('او گفت "بیا و رفت')).map(({ edits }) => edits)).toEqual([[]]);
  expect(findStraightQuotes(readProse('the "word" here'))).toEqual([]);
});

it.each(['“بیا”', '”بیا“', '„بیا“', '‘بیا’', '"بیا”'])('treats curved marks like straight ones: او گفت %s', (said) => {
  const text = `او گفت ${said} و رفت`;
  const flaws = findStraightQuotes(readProse(text));
  expect(flaws.map(({ rule, isSafe }) => [rule, isSafe])).toEqual([['straight-quotes', false]]);
  expect(applyEdits(text, flaws[0]!.edits)).toBe('او گفت «بیا» و رفت');
  expect(findStraightQuotes(readProse(`he said ${said.replace('بیا', 'come')} now`))).toEqual([]);
});
