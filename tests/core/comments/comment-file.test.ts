import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareComments } from '../../../src/core/comments/comment.ts';
import { parseComments, writeComments } from '../../../src/core/comments/comment-file.ts';
import { formatProblem } from '../../../src/core/problems/problem.ts';
import { countRuns } from '../../support/runs.ts';
import { makeComment, someComments } from './made-comments.ts';

const seed = Number(process.env['SEED'] ?? 14050909);
const file = 'content/comments/metro.jsonl';
const line = (fields: object): string => JSON.stringify({ ...makeComment('a'), ...fields });
const found = (text: string) =>
  parseComments(text, file).problems.map(({ id, line: at, values }) => [id, at, values['name']]);

describe('a file of comments', () => {
  it('has one comment a line, in any order, with empty lines and a mark at its start', () => {
    const later = makeComment('b', { at: '2026-11-21T00:00:00Z', name: 'نگار', re: makeComment('a').id, by: 'desk' });
    const text = `\uFEFF${JSON.stringify(later)}\n\n${line({})}\r\n`;
    expect(parseComments(text, file)).toEqual({ comments: [makeComment('a'), later], problems: [], warnings: [] });
    expect(parseComments('', file)).toEqual({ comments: [], problems: [], warnings: [] });
  });

  it('is written in order, with keys in order', () => {
    const text = writeComments([
      { ...makeComment('b'), removed: true, text: '' },
      { text: 'متن', at: '2026-11-20T09:02:00+03:30', id: makeComment('c').id, name: 'نگار' },
    ]);
    expect(text).toBe(
      '{"id":"000000000c","at":"2026-11-20T09:02:00+03:30","name":"نگار","text":"متن"}\n' +
        '{"id":"000000000b","at":"2026-11-20T09:03:00+03:30","text":"","removed":true}\n',
    );
  });

  it(`is read as it was written (seed ${seed})`, () => {
    fc.assert(
      fc.property(someComments(12), (comments) => {
        const read = parseComments(writeComments(comments), file);
        expect(read.problems).toEqual([]);
        expect(read.comments).toEqual(comments.toSorted(compareComments));
        expect(writeComments(read.comments)).toBe(writeComments(comments));
      }),
      { seed, numRuns: countRuns(300, 10_000) },
    );
  });

  it('has its texts and names cleaned', () => {
    const [comment] = parseComments(line({ text: ' كتاب\u202E ', name: ' نگار\nآذر ' }), file).comments;
    expect(comment).toMatchObject({ text: 'کتاب', name: 'نگار آذر' });
    expect(parseComments(line({ name: ' ' }), file).comments[0]).not.toHaveProperty('name');
  });

  it.each([
    ['{', 'comments-json', undefined],
    ['[1]', 'comments-json', undefined],
    ['null', 'comments-json', undefined],
    ['"text"', 'comments-json', undefined],
    [line({ id: 'short' }), 'comments-field', 'id'],
    [line({ id: 12 }), 'comments-field', 'id'],
    [line({ id: '../../a.bc' }), 'comments-field', 'id'],
    [line({ at: '2026-02-30T00:00:00Z' }), 'comments-field', 'at'],
    [line({ at: '2026-11-20' }), 'comments-field', 'at'],
    [line({ at: '2026-11-20T25:00:00Z' }), 'comments-field', 'at'],
    [line({ name: 'ن'.repeat(61) }), 'comments-field', 'name'],
    [line({ name: null }), 'comments-field', 'name'],
    [line({ text: '' }), 'comments-field', 'text'],
    [line({ text: ' \u202E' }), 'comments-field', 'text'],
    [line({ text: ['متن'] }), 'comments-field', 'text'],
    [line({ text: 'م'.repeat(20_001) }), 'comments-field', 'text'],
    [line({ re: '' }), 'comments-field', 're'],
    [line({ by: '' }), 'comments-field', 'by'],
    [line({ removed: true }), 'comments-field', 'removed'],
    [line({ removed: false, text: '' }), 'comments-field', 'removed'],
    [line({ text: '', name: 'نگار', removed: true }), 'comments-field', 'removed'],
    [line({ mail: 'a@example.org' }), 'comments-key', 'mail'],
  ])('with %s has the problem %s', (text, id, name) => {
    expect(found(`${line({ id: '000000000z' })}\n${text}\n`)).toContainEqual([id, 2, name]);
    expect(parseComments(text, file).comments).toEqual([]);
  });

  it('may have names and texts as long as the limits, counted in code points', () => {
    const text = line({ name: '😀'.repeat(60), text: '😀'.repeat(20_000) });
    expect(parseComments(text, file).problems).toEqual([]);
  });

  it('names all problems at once, with a fix, in words', () => {
    const { problems } = parseComments(`${line({ id: 'x', at: 'دیروز' })}\n{\n`, file);
    expect(problems.map((problem) => formatProblem(problem, 'en'))).toEqual([
      `${file}:1:1  «"x"» is not what «id» may be: expected ten small Latin letters and digits.\n  Write, for instance:  "id":"k3v9m2xq7a"`,
      `${file}:1:1  «"دیروز"» is not what «at» may be: expected a moment with an offset.\n  Write, for instance:  "at":"2026-11-29T18:03:00+03:30"`,
      expect.stringContaining(`${file}:2:1  the line is not a JSON object: {`),
    ]);
  });

  it('has no id twice', () => {
    const { problems, comments } = parseComments(`${line({})}\n${line({})}`, file);
    expect(problems).toEqual([
      { id: 'comments-duplicate', file, line: 2, column: 1, values: { id: '000000000a', other: '1' } },
    ]);
    expect(comments).toHaveLength(1);
  });

  it('has at most 10,000 lines', () => {
    const lines = (count: number): string => `${Array.from({ length: count }, () => '').join('\n')}\n`;
    expect(found(lines(10_000))).toEqual([]);
    expect(found(lines(10_001))).toEqual([['comments-too-large', 1, undefined]]);
  });

  it('may answer what is not there, with a warning', () => {
    const { comments, warnings } = parseComments(line({ re: '000000000z' }), file);
    expect([comments.length, warnings]).toEqual([
      1,
      [{ id: 'comments-parent', file, line: 1, column: 1, values: { re: '000000000z' } }],
    ]);
  });

  it(`of any bytes is read without an exception (seed ${seed})`, () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.json().map((json) => `{"id":"000000000a","at":${json},"text":${json}}`),
    );
    fc.assert(
      fc.property(fc.array(anything), (lines) => {
        for (const { file: at } of parseComments(lines.join('\n'), file).problems) expect(at).toBe(file);
      }),
      { seed, numRuns: countRuns(500, 20_000) },
    );
  });
});
