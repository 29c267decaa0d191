import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createNotes } from '../../../../src/core/search/sharded/notes.ts';
import type { KnownTerm } from '../../../../src/core/words/terms.ts';

const seed = Number(process.env['SEED'] ?? 14050908);
const termOf = (number: number): KnownTerm => ({
  surface: `${number}`,
  stem: `${number}`,
  spelling: `${number}`,
  parts: [],
});

it(`gives the notes of each term together, in the order in which they were made (SEED=${seed})`, () => {
  const note = fc.record({ term: fc.nat(9), article: fc.nat(1e6), weight: fc.integer({ min: 1, max: 255 }) });
  fc.assert(
    fc.property(fc.array(note, { maxLength: 60 }), (made) => {
      const notes = createNotes();
      const terms = Array.from({ length: 10 }, (_, number) => termOf(number));
      for (const { term, article, weight } of made) notes.add(terms[term]!, article, weight);
      const found = notes
        .byTerm()
        .map(({ term, articles, weights }) => [Number(term.spelling), [...articles], [...weights]]);
      const firsts = [...new Set(made.map(({ term }) => term))];
      const wanted = firsts.map((number) => {
        const own = made.filter(({ term }) => term === number);
        return [number, own.map(({ article }) => article), own.map(({ weight }) => weight)];
      });
      expect(found).toEqual(wanted);
    }),
    { seed, numRuns: 300 },
  );
});

it('keeps all notes when its lists grow', () => {
  const notes = createNotes();
  for (let article = 0; article < 3000; article++) notes.add(termOf(article % 2), article, 1 + (article % 255));
  const [even, odd] = notes.byTerm();
  expect([...even!.articles]).toEqual(Array.from({ length: 1500 }, (_, index) => 2 * index));
  expect([...odd!.weights].at(-1)).toBe(1 + (2999 % 255));
});
