import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { tests as specification } from 'commonmark-spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../../src/core/markdown/parse.ts';
import { parsePlainBlocks } from '../../../../src/core/markdown/syntax/plain-blocks.ts';
import { sharedData } from '../../../support/folders.ts';
import { someMarkdown } from '../../../support/random-markdown.ts';
import { countRuns } from '../../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 14050910);

/** Compare the tree of the fast way with that of the whole parser. Return whether there was one. */
function compare(source: string): boolean {
  const plain = parsePlainBlocks(source);
  if (plain) expect(plain, JSON.stringify(source)).toEqual(parseMarkdown(source, true));
  return plain !== undefined;
}

/** Pieces in which all syntax begins and ends, more often than in any text. */
const pieces = fc.constantFrom(
  'کتاب',
  'word',
  'می\u200Cرود',
  '«نقل»',
  '۱۴',
  '12',
  'é',
  '😀',
  '\u00A0',
  '\u2028',
  '\f',
  '\v',
  '\u200F',
  ' ',
  ' ',
  ' ',
  '  ',
  '\n',
  '\n',
  '\n\n',
  '\n\n\n',
  '\t',
  '\r',
  '\r\n',
  '\\',
  '&amp;',
  '`',
  '```',
  '*',
  '_',
  '~',
  '#',
  '## ',
  '###### ',
  '####### ',
  '- ',
  '-',
  '---',
  '===',
  '=',
  '+ ',
  '> ',
  '>',
  '1. ',
  '۲) ',
  '3)',
  ':',
  ':-',
  '|',
  '[',
  ']',
  '[x]: y',
  '![',
  '](a)',
  '<b>',
  '<!--',
  'http://a.ir',
  'www.a.ir',
  'a@b.ir',
  '$x$',
  '!',
  '(',
  ')',
  '.',
  '\0',
  '\uFEFF',
);

/** What most texts are made of. */
const common = ['خبر', 'تازه', ' ', '\n', '\n\n', '\n\n## ', '\n> ', '\n\n> ', '\n- ', '\n\n- ', '۵', '-', '.'];

describe('plain blocks', () => {
  it.each([
    ['', []],
    ['یک\nدو\n\nسه\n', ['paragraph', 'paragraph']],
    ['## عنوان\nمتن\n\n\n#هشتگ؟ نه', undefined],
    ['\n\n## عنوان\nمتن با #هشتگ و :شکلک:\n### دیگر', ['heading', 'paragraph', 'heading']],
    ['متن\n\n> نقل\n> دنباله\n\n> نقل دیگر\n\n- یک\n- دو', ['paragraph', 'blockquote', 'blockquote', 'list']],
    ['> نقل\nدنباله', undefined],
    ['- یک\n\n- دو', undefined],
    ['متن\n- یک', undefined],
    ['- - یک', undefined],
    ['سخنی - با خط - و ۱۴۰۵. سال', ['paragraph']],
    ['متن\n---', undefined],
    ['۱. فهرست', undefined],
    ['نشانی www.a.ir', undefined],
  ])('are those of the whole parser: %j', (source, types) => {
    expect(parsePlainBlocks(source)?.children.map(({ type }) => type)).toEqual(types);
    compare(source);
  });

  it(`of any text are those of the whole parser, or left to it (seed ${seed})`, () => {
    let plain = 0;
    const runs = countRuns(3000, 300_000);
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
      // Mostly plain, with one or two of the pieces.
      fc
        .tuple(fc.array(fc.constantFrom(...common), { maxLength: 20 }), pieces)
        .map(([parts, piece]) => [...parts.slice(0, 9), piece, ...parts.slice(9)].join('')),
      someMarkdown,
    );
    fc.assert(
      fc.property(texts, (source) => {
        if (compare(source)) plain += 1;
      }),
      { seed, numRuns: runs },
    );
    expect(plain).toBeGreaterThan(runs / 50);
  });

  it('of the examples of CommonMark are those of the whole parser, or left to it', () => {
    expect(specification.filter(({ markdown }) => compare(markdown)).length).toBeGreaterThan(5);
  });

  it.runIf(existsSync(join(sharedData, 'news-fa.jsonl.gz')))('are those of the whole parser in real articles', () => {
    const lines = gunzipSync(readFileSync(join(sharedData, 'news-fa.jsonl.gz')))
      .toString()
      .trim()
      .split('\n');
    const step = Math.ceil(lines.length / countRuns(250, lines.length));
    const bodies = lines
      .filter((_, index) => index % step === 0)
      .map((line) => String((JSON.parse(line) as { body: string }).body));
    const plain = bodies.filter((body) => compare(body));
    expect(plain.length / bodies.length).toBeGreaterThan(0.5);
  });
});
