import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateAt } from '../../../../src/core/dates/news-date.ts';
import { writeComments } from '../../../../src/core/import/archive/comments-file.ts';
import type { ImportedComment } from '../../../../src/core/import/record.ts';
import { countRuns } from '../../../support/runs.ts';

const seed = 14040724;
const comment = (fields: Partial<ImportedComment>): ImportedComment => ({
  id: '1',
  date: dateAt(Date.UTC(2020, 0, 1)),
  name: 'خواننده',
  text: 'متن',
  isStaff: false,
  ...fields,
});
const rows = (comments: readonly ImportedComment[]) =>
  writeComments(comments, 'wordpress:a.example/?p=1')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, string>);

describe('comments', () => {
  it('are one per line, oldest first, with staff marked', () => {
    const [first, second] = rows([
      comment({ id: '2', isStaff: true, parent: '1', date: dateAt(Date.UTC(2020, 0, 2)) }),
      comment({ text: 'یک\r\nدو\n\n\n سه ' }),
    ]);
    expect(Object.keys(first!)).toEqual(['id', 'at', 'name', 'text']);
    expect(first).toMatchObject({ at: '2020-01-01T03:30:00+03:30', name: 'خواننده', text: 'یک\nدو\n\nسه' });
    expect(second).toMatchObject({ re: first!['id'], by: 'newsroom' });
    expect(first!['id']).toMatch(/^[a-z2-9]{10}$/);
  });

  it('that answer an answer belong to its thread, and name the person answered', () => {
    const [top, , third] = rows([
      comment({ id: '1' }),
      comment({ id: '2', parent: '1', name: 'رضا', date: dateAt(Date.UTC(2020, 0, 2)) }),
      comment({ id: '3', parent: '2', date: dateAt(Date.UTC(2020, 0, 3)) }),
    ]);
    expect(third).toMatchObject({ re: top!['id'], text: '@رضا متن' });
  });

  it('whose parent was not approved begin a thread', () => {
    expect(rows([comment({ id: '2', parent: '1' })])[0]).not.toHaveProperty('re');
  });

  it('never have an e-mail address as a name', () => {
    expect(
      rows([comment({ name: 'reza@mail.example' }), comment({ id: '2', name: '' })]).map(({ name }) => name),
    ).toEqual(['خواننده', 'خواننده']);
  });

  it('in a thread of any length take no quadratic time', () => {
    const chain = Array.from({ length: 100_000 }, (_, at) =>
      comment({ id: `${at}`, parent: at > 0 ? `${at - 1}` : undefined }),
    );
    expect(new Set(rows(chain.toReversed()).map(({ re }) => re)).size).toBe(2);
  });

  it(`of any form give lines whose parents are top-level comments (seed ${seed})`, () => {
    const id = fc.constantFrom('1', '2', '3', '4', '5');
    const some = fc.uniqueArray(
      fc.record({
        id,
        parent: fc.option(id, { nil: undefined }),
        name: fc.string({ unit: 'binary' }),
        text: fc.string({ unit: 'binary' }),
        isStaff: fc.boolean(),
        date: fc.nat(1_000_000).map((second) => dateAt(second * 1000)),
      }),
      { selector: ({ id: own }) => own },
    );
    fc.assert(
      fc.property(some, (comments) => {
        const read = rows(comments);
        expect(read).toHaveLength(comments.length);
        const tops = new Set(read.filter(({ re }) => re === undefined).map(({ id: own }) => own));
        for (const { re } of read) if (re !== undefined) expect(tops.has(re)).toBe(true);
      }),
      { seed, numRuns: countRuns(300, 3000) },
    );
  });
});
