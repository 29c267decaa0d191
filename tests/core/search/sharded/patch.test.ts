import type { SearchFields } from '../../../../src/core/search/store.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  indexPeriod,
  type KnownPeriod,
  patchPeriod,
  type PeriodWords,
} from '../../../../src/core/search/sharded/index-period.ts';

const seed = 1404;
const word = fc.constantFrom(
  ...'آب اب آب‌وهوا هوا کتاب کتاب‌ها کتاب‌هایش کتابخانه کتاب‌خانه حمل‌ونقل مسئول مسؤول می‌شود میشود DNA dna ۱٬۲۵۰ 1250 را و تهران طهران'.split(
    ' ',
  ),
);
const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));
const article: fc.Arbitrary<SearchFields> = fc.tuple(text, text).map(([title, body]) => [
  [title, 20],
  [body, 2],
]);

// Articles with their number in the old index, the new one, both, or neither.
const history = fc.array(fc.record({ article, isOld: fc.boolean(), isNew: fc.boolean() }), { maxLength: 40 });

function knownOf({ lengths, chunks }: PeriodWords, numbers: readonly number[]): KnownPeriod {
  return { lengths, chunks: chunks.map(({ bytes }) => bytes), numbers: Int32Array.from(numbers) };
}

describe('patchPeriod', () => {
  it(`equals indexing from scratch, whatever is removed, added and replaced (seed ${seed})`, () => {
    fc.assert(
      fc.property(history, fc.boolean(), fc.boolean(), (states, wasNewest, isNewest) => {
        const wanted = states.filter(({ isNew }) => isNew);
        const old = states.filter(({ isOld }) => isOld);
        const known = indexPeriod(
          old.map((each) => each.article),
          wasNewest,
        );
        const before = structuredClone(known);
        const added = wanted.filter(({ isOld }) => !isOld);
        const patched = patchPeriod(
          [
            knownOf(
              known,
              old.map((each) => wanted.indexOf(each)),
            ),
          ],
          {
            articles: added.map((each) => each.article),
            numbers: Int32Array.from(added, (each) => wanted.indexOf(each)),
          },
          isNewest,
        );
        expect(patched).toEqual(
          indexPeriod(
            wanted.map((each) => each.article),
            isNewest,
          ),
        );
        expect(known).toEqual(before);
      }),
      { seed, numRuns: 300 },
    );
  });

  it(`puts periods together, and takes them apart (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.array(article, { maxLength: 40 }), fc.nat({ max: 40 }), (articles, cut) => {
        const [first, second] = [articles.slice(0, cut), articles.slice(cut)];
        const whole = indexPeriod(articles, false);
        const none = { articles: [], numbers: new Int32Array() };
        const numbers = [...articles.keys()];
        const joined = patchPeriod(
          [
            knownOf(indexPeriod(first, false), numbers.slice(0, cut)),
            knownOf(indexPeriod(second, true), numbers.slice(cut)),
          ],
          none,
          false,
        );
        expect(joined).toEqual(whole);
        const cutOff = knownOf(
          whole,
          numbers.map((number) => (number < cut ? -1 : number - cut)),
        );
        expect(patchPeriod([cutOff], none, true)).toEqual(indexPeriod(second, true));
      }),
      { seed, numRuns: 200 },
    );
  });

  it('writes the newest period into at most four files', () => {
    const articles = Array.from({ length: 200 }, (_, index): SearchFields => [
      [Array.from({ length: 40 }, (_, place) => `واژه${(index * 31 + place * 17) % 3000}`).join(' '), 20],
    ]);
    expect(indexPeriod(articles, true).chunks.length).toBe(4);
    expect(indexPeriod(articles, false).chunks.length).toBeGreaterThan(6);
    expect(indexPeriod([], true).chunks).toEqual([]);
  });
});
