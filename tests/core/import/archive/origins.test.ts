import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isContentPath, type Origin, readOrigins, writeOrigins } from '../../../../src/core/import/archive/origins.ts';
import { countRuns } from '../../../support/runs.ts';

const seed = 14040724;
const origin: Origin = {
  from: 'wordpress:a.example/?p=1',
  file: 'articles/1404/07/پل.md',
  text: 'abc',
  moment: { date: '1404/07/24 00:00:01', order: 2 },
};

describe('origins', () => {
  it('are written in the order of files, and read back', () => {
    const second: Origin = { from: 'x', file: 'articles/1403/01/a.md' };
    const text = writeOrigins([origin, second]);
    expect(text.split('\n').map((line) => /"file":"([^"]*)"/.exec(line)?.[1])).toEqual([
      second.file,
      origin.file,
      undefined,
    ]);
    expect(readOrigins(text)).toEqual(
      new Map([
        [second.from, second],
        [origin.from, origin],
      ]),
    );
  });

  it(`that are damaged are ignored, and never lead out of the folder (seed ${seed})`, () => {
    const value = fc.oneof(fc.string(), fc.constantFrom('../a.md', '/a.md', 'a/../../b.md', 'C:\\a.md', 'a/b.md'));
    const line = fc.oneof(
      fc
        .record({ from: value, file: value, text: value }, { requiredKeys: [] })
        .map((fields) => JSON.stringify(fields)),
      fc.string(),
      fc.json(),
      fc.nat(100).map((end) => writeOrigins([origin]).slice(0, end)),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        for (const { file } of readOrigins(lines.join('\n')).values()) {
          expect(file.startsWith('/') || file.split('/').includes('..') || file.includes('\\')).toBe(false);
        }
      }),
      { seed, numRuns: countRuns(300, 3000) },
    );
  });

  it.each(['../a.md', '/a.md', 'a/../b.md', 'a//b.md', '.git/a.md', 'a\\b.md', 'a.txt', '', 'a\u0000.md', '.md'])(
    'do not name the file %j',
    (path) => expect(isContentPath(path)).toBe(false),
  );
});
