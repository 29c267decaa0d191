import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookUp, shareMap } from '../../../src/engine/import/shared-map.ts';

const seed = 14050910;

describe('shareMap', () => {
  it(`gives the values of the map, also after a copy to a thread (seed ${seed})`, () => {
    const text = fc.string({ unit: 'binary', maxLength: 20 }).filter((value) => value.isWellFormed());
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, text), { maxLength: 60 }),
        fc.array(text, { maxLength: 20 }),
        (pairs, others) => {
          const map = new Map(pairs);
          const shared = structuredClone(shareMap(map));
          for (const key of [...map.keys(), ...others]) expect(lookUp(shared, key)).toBe(map.get(key));
        },
      ),
      { seed, numRuns: 300 },
    );
  });

  it('keeps keys apart that share a slot', () => {
    const keys = Array.from({ length: 5000 }, (_, index) => `/خبر/${index}`);
    const shared = shareMap(new Map(keys.map((key) => [key, `${key}.md`])));
    expect(keys.map((key) => lookUp(shared, key))).toEqual(keys.map((key) => `${key}.md`));
    expect(lookUp(shared, '/خبر/5000')).toBeUndefined();
  });

  it('is empty for an empty map', () => {
    expect(lookUp(shareMap(new Map()), '')).toBeUndefined();
  });
});
