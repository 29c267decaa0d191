import type { SpellingCount } from '../../../../src/core/search/store.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareTexts } from '../../../../src/core/text/compare.ts';
import { packForms, type PackedGroup, unpackForms } from '../../../../src/core/search/sharded/groups.ts';
import { mergeGroups } from '../../../../src/core/search/sharded/merge.ts';

const seed = Number(process.env['SEED'] ?? 14050908);

/** By stem and spelling, the weight of the word in each article. */
type Index = Map<string, Map<string, Map<number, number>>>;

function groupsOf(index: Index): PackedGroup[] {
  return [...index]
    .toSorted(([a], [b]) => compareTexts(a, b))
    .map(([stem, forms]) => ({
      stem,
      forms: packForms(
        stem,
        [...forms]
          .toSorted(([a], [b]) => compareTexts(a, b))
          .map(([spelling, weights]) => {
            const articles = [...weights].toSorted(([a], [b]) => a - b);
            return {
              spelling,
              articles: Uint32Array.from(articles, ([article]) => article),
              weights: Uint8Array.from(articles, ([, weight]) => weight),
            };
          }),
      ),
    }));
}

function indexOf(notes: readonly { word: string; article: number; weight: number }[]): Index {
  const index: Index = new Map();
  for (const { word, article, weight } of notes) {
    const forms = index.get(word.slice(0, 2)) ?? new Map<string, Map<number, number>>();
    index.set(word.slice(0, 2), forms);
    forms.set(word, (forms.get(word) ?? new Map<number, number>()).set(article, weight));
  }
  return index;
}

it(`merges parts into the index of the articles that are kept, byte for byte (SEED=${seed})`, () => {
  const words = fc.array(
    fc.record({
      word: fc.constantFrom('آب', 'آبی', 'آب‌ها', 'کتاب', 'کتابی', 'شهر'),
      article: fc.nat(5),
      weight: fc.integer({ min: 1, max: 255 }),
    }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(words, words, fc.uint8Array({ minLength: 6, maxLength: 6, max: 1 }), (first, second, kept) => {
      // The kept articles of the first part come first, then all of the second.
      let next = 0;
      const numbers = [
        Int32Array.from(kept, (keep) => (keep ? next++ : -1)),
        Int32Array.from({ length: 6 }, () => next++),
      ];
      const all = [first, second].flatMap((notes, part) =>
        notes
          .map((note) => ({ ...note, article: numbers[part]![note.article]! }))
          .filter(({ article }) => article >= 0),
      );
      const counts: SpellingCount[] = [];
      const parts = [first, second].map((notes, part) => ({
        groups: groupsOf(indexOf(notes)).values(),
        numbers: numbers[part]!,
      }));
      const merged = [...mergeGroups(parts, counts)].map(({ stem, forms }) => ({ stem, forms }));
      const wanted = groupsOf(indexOf(all));
      expect(merged).toEqual(wanted);
      expect(counts).toEqual(
        wanted.flatMap((group) => unpackForms(group).map(({ spelling, articles }) => [spelling, articles.length])),
      );
    }),
    { seed, numRuns: 300 },
  );
});
