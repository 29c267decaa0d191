import fc from 'fast-check';
import matter from 'gray-matter';
import { describe, expect, it } from 'vitest';
import splitMatter from '../../src/admin/split-matter.ts';

const seed = Number(process.env['SEED'] ?? 14050912);
const engine = (): object => ({});

describe('splitMatter', () => {
  it(`splits as gray-matter does (SEED=${seed})`, () => {
    const piece = fc.constantFrom(
      '---',
      '\n---',
      '\n',
      '----',
      '--- ',
      'title: خبر',
      'yaml',
      ' toml',
      '\n...',
      '\r\n',
      '+++',
      'متن',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = `---${pieces.join('')}`;
        // Without an opening line, the engine does not ask it.
        fc.pre(!text.startsWith('----'));
        const { matter: head, content } = matter(text, {
          language: 'yaml',
          engines: { yaml: engine, toml: engine } as never,
        });
        expect(splitMatter(text)).toEqual({ matter: head, content });
      }),
      { seed, numRuns: 500 },
    );
  });
});
