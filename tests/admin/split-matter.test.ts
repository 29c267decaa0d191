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
    // The engine recognises the opening line before it asks.
    const language = fc.constantFrom('', ' ', 'yaml', ' toml', 'json');
    fc.assert(
      fc.property(language, fc.array(piece, { maxLength: 12 }), (name, pieces) => {
        const text = `---${name}\n${pieces.join('')}`;
        const { matter: head, content } = matter(text, {
          language: 'yaml',
          engines: { yaml: engine, toml: engine, json: engine } as never,
        });
        expect(splitMatter(text)).toEqual({ matter: head, content });
      }),
      { seed, numRuns: 500 },
    );
  });
});
