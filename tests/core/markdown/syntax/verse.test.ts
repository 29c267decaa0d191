import fc from 'fast-check';
import type { Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../../src/core/markdown/parse.ts';
import { countRuns } from '../../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 14050909);

/** List the stanzas of a document's poems; each couplet is a list of hemistichs. */
function versesOf(markdown: string): string[][][] {
  const verses: string[][][] = [];
  visit(parseMarkdown(markdown), 'verse', ({ children }) => {
    verses.push(
      children.map((couplet) =>
        couplet.children.flatMap((part) => (part.type === 'hemistich' ? part.children.map(({ value }) => value) : [])),
      ),
    );
  });
  return verses;
}

const fence = (...lines: string[]): string => ['```شعر', ...lines, '```'].join('\n');

describe('a fenced block of verse', () => {
  it.each([
    ['a slash', 'باد آمد / باران آمد', ['باد آمد', 'باران آمد']],
    ['a star', 'باد آمد * باران آمد', ['باد آمد', 'باران آمد']],
    ['a tab', 'باد آمد\tباران آمد', ['باد آمد', 'باران آمد']],
    ['many spaces', 'باد آمد      باران آمد', ['باد آمد', 'باران آمد']],
    ['nothing', 'باد آمد', ['باد آمد']],
    ['two slashes', 'باد / باران / برف', ['باد', 'باران', 'برف']],
    ['a slash at the end', '  باد آمد / ', ['باد آمد /']],
    ['a slash within a word', 'و/یا', ['و/یا']],
  ])('separates hemistichs at %s', (_, line, expected) => expect(versesOf(fence(line))).toEqual([[expected]]));

  it('turns each line into a couplet, and lines between blank ones into a stanza', () => {
    expect(versesOf(fence('الف / ب', 'پ / ت', '', '', 'ث'))).toEqual([
      [
        ['الف', 'ب'],
        ['پ', 'ت'],
      ],
      [['ث']],
    ]);
    expect(versesOf(fence('', 'الف', ''))).toEqual([[['الف']]]);
    expect(versesOf(fence())).toEqual([]);
  });

  it.each(['```verse', '``` شعر', '~~~ Verse', '````شعر حافظ'])('opens with %s', (opening) => {
    expect(versesOf(`${opening}\nالف / ب\n${/^[`~]+/.exec(opening)![0]}`)).toEqual([[['الف', 'ب']]]);
  });

  it.each(['```شعرها\nالف / ب\n```', '```\nشعر\n```', '```js\nالف\n```', '    شعر'])(
    'is not recognised in %j',
    (markdown) => {
      expect(versesOf(markdown)).toEqual([]);
    },
  );

  it('keeps markup as written', () => {
    expect(versesOf(fence('**الف** / [ب](پ)'))).toEqual([[['**الف**', '[ب](پ)']]]);
  });

  it(`keeps the position of every text, including in quotes and list items (seed ${seed})`, () => {
    const prefixes = fc.constantFrom('', '> ', '> > ', '  ', ' ');
    const lines = fc.array(fc.constantFrom('الف / ب', '  پ\tت', '', 'ث * ج * چ', 'ح', '   '), { maxLength: 6 });
    fc.assert(
      fc.property(prefixes, fc.boolean(), lines, (prefix, inItem, written) => {
        const block = fence(...written)
          .split('\n')
          .map((line) => prefix + line);
        const item = inItem ? block.map((line, index) => (index === 0 ? '- ' : '  ') + line) : block;
        const source = ['متن', '', ...item].join('\n');
        visit(parseMarkdown(source), 'hemistich', ({ children: [text] }) => {
          const { value, position } = text as Text;
          expect(source.slice(position?.start.offset, position?.end.offset)).toBe(value);
          const line = source.split('\n')[position!.start.line - 1]!;
          expect(line.slice(position!.start.column - 1, position!.end.column - 1)).toBe(value);
        });
      }),
      { seed, numRuns: countRuns(300, 5000) },
    );
  });
});
