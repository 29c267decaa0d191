import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../../src/core/markdown/parse.ts';
import { countRuns } from '../../../support/runs.ts';
import { toLatinDigits } from '../../../../src/core/text/persian.ts';

const seed = Number(process.env['SEED'] ?? 14050909);
const typesOf = (markdown: string) => parseMarkdown(markdown).children.map(({ type }) => type);

describe('lists numbered in Persian digits', () => {
  it('start at their first number', () => {
    expect(parseMarkdown('۱۲. الف\n۱۳. ب').children).toMatchObject([{ type: 'list', ordered: true, start: 12 }]);
    expect(parseMarkdown('٣) الف\n۴) ب\n5) پ').children).toMatchObject([
      { type: 'list', start: 3, children: [{}, {}, {}] },
    ]);
    expect(parseMarkdown('1. الف\n۲. ب').children).toMatchObject([{ type: 'list', start: 1, children: [{}, {}] }]);
  });

  it.each([
    ['a number without a space', '۱.متن', ['paragraph']],
    ['a date', '۱۴۰۴/۷/۲۴ متن', ['paragraph']],
    ['ten digits', '۱۲۳۴۵۶۷۸۹۰. متن', ['paragraph']],
    ['a number within a paragraph', 'متن\n۲. متن', ['paragraph']],
    ['the number one within a paragraph', 'متن\n۱. متن', ['paragraph', 'list']],
  ])('are recognised where Latin ones are: %s', (_, markdown, types) => {
    expect(typesOf(markdown)).toEqual(types);
    expect(typesOf(toLatinDigits(markdown))).toEqual(types);
  });

  it(`are parsed like Latin ones, with the same positions (seed ${seed})`, () => {
    const pieces =
      '۱. |۲. |۳) |۱۰. |1. |٤. |- |> |\n|\n|\n\n|   |    |\t|متن|a|۵|۱.|۱۲۳۴۵۶۷۸۹. |۱۲۳۴۵۶۷۸۹۰. |```\n|# |***|~';
    const piece = fc.constantFrom(...pieces.split('|'), '|');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join('')),
        fc.boolean(),
        (markdown, isFull) => {
          const persian = JSON.stringify(parseMarkdown(markdown, isFull));
          expect(toLatinDigits(persian)).toBe(JSON.stringify(parseMarkdown(toLatinDigits(markdown), isFull)));
        },
      ),
      { seed, numRuns: countRuns(300, 10_000) },
    );
  });
});
