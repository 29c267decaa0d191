import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint, hashNumber, hashText } from '../../../src/core/text/hash.ts';

const seed = 14050909;

describe('hashText', () => {
  // Test vectors of FNV-1a (draft-eastlake-fnv, appendix C); code units below 128 are their bytes.
  it.each([
    ['', '811c9dc5'],
    ['a', 'e40c292c'],
    ['foobar', 'bf9cf968'],
  ])('of %j is %s', (text, hash) => expect(hashText(text)).toBe(hash));

  it(`writes the number in eight digits (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(hashText(text)).toBe(hashNumber(text).toString(16).padStart(8, '0'));
      }),
      { seed },
    );
  });
});

describe('fingerprint', () => {
  it('has sixteen digits, of which the second half differs where the first is alike', () => {
    expect(fingerprint('خبر')).toMatch(/^[0-9a-f]{16}$/);
    // Two texts of one FNV-1a hash.
    const [a, b] = ['costarring', 'liquid'];
    expect(hashText(a!)).toBe(hashText(b!));
    expect(fingerprint(a!)).not.toBe(fingerprint(b!));
  });

  it('differs for texts that differ in one letter or in their length', () => {
    const texts = Array.from({ length: 20_000 }, (_, index) => `news ${index}`);
    const zeros = Array.from({ length: 200 }, (_, length) => '\0'.repeat(length));
    expect(new Set([...texts, ...zeros].map(fingerprint)).size).toBe(20_200);
  });
});
