import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillFromSection, linkSections } from '../../../src/core/related/sections.ts';

const seed = Number(process.env['SEED'] ?? 14050908);
const sections = fc.array(fc.constantFrom('news', 'sport', undefined), { minLength: 1, maxLength: 30 });

describe('linkSections', () => {
  it(`links each article with the nearest of its section on both sides (SEED=${seed})`, () => {
    fc.assert(
      fc.property(sections, (list) => {
        const { older, newer } = linkSections(list.map((section) => ({ section })));
        list.forEach((section, rank) => {
          expect(older[rank]).toBe(list.slice(0, rank).lastIndexOf(section));
          const after = list.indexOf(section, rank + 1);
          expect(newer[rank]).toBe(after);
        });
      }),
      { seed, numRuns: 300 },
    );
  });
});

describe('fillFromSection', () => {
  const links = linkSections([...'abaabaaa'].map((section) => ({ section })));
  const fill = (rank: number, last: number, count: number, ranks: number[] = []): number[] =>
    fillFromSection({ ranks, floor: 9 }, links, rank, last, count).ranks.slice();

  it('takes older articles first, the nearest first, then newer ones', () => {
    expect(fill(5, 7, 5)).toEqual([3, 2, 0, 6, 7]);
  });

  it('keeps what is listed already, once, and stops at the count', () => {
    expect(fill(5, 7, 3, [2])).toEqual([2, 3, 0]);
  });

  it('reaches no article after the last one that it may see', () => {
    expect(fill(5, 6, 5)).toEqual([3, 2, 0, 6]);
    expect(fill(5, 5, 5)).toEqual([3, 2, 0]);
  });

  it('leaves a filled list open to any article with a score', () => {
    expect(fillFromSection({ ranks: [], floor: 9 }, links, 5, 7, 5).floor).toBe(0);
  });
});
