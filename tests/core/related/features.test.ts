import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featureLimit, relatedFeatures } from '../../../src/core/related/features.ts';

const seed = 1404;
const about = (title: string, text = '', tags: readonly string[] = []): Uint32Array =>
  relatedFeatures({ title, lead: '', text, tags });
const makeWords = (count: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    [...String(1000 + index)].map((digit) => 'بپتجچخدرزس'[Number(digit)]).join(''),
  );
const weightOfOnly = (features: Uint32Array, other: Uint32Array): number => {
  const hashes = new Set([...other].map((feature) => feature >>> 6));
  return [...features].find((feature) => !hashes.has(feature >>> 6))! & 63;
};

describe('relatedFeatures', () => {
  it('equates the spellings and forms of a word', () => {
    expect(about('همکاری\u200Cها')).toEqual(about('همكاري'));
  });

  it('ignores words that occur in almost every text', () => {
    expect(about('از این و آن')).toHaveLength(0);
  });

  it('distinguishes a tag from its words, and keeps both', () => {
    expect(about('', '', ['محیط زیست'])).toHaveLength(3);
    expect(about('', '', ['محيط‌زيست']).some((feature) => about('', '', ['محیط زیست']).includes(feature))).toBe(true);
  });

  it('weighs a word in the headline more than one in the body', () => {
    const [headline, body] = [about('زلزله', 'باران'), about('باران', 'زلزله')];
    expect(weightOfOnly(headline, about('باران'))).toBeGreaterThan(weightOfOnly(body, about('باران')));
  });

  it('weighs the first words of a lead more than one in the body, and no later ones', () => {
    const words = makeWords(80);
    const weights = (lead: string): number[] =>
      words.map((_, index) => {
        const marked = (text: string): string => text.replace(words[index]!, 'زلزله');
        const features = relatedFeatures({ title: '', lead: marked(lead), text: marked(words.join(' ')), tags: [] });
        return weightOfOnly(features, about('', words.join(' ')));
      });
    const [whole, none] = [weights(words.join(' ')), weights(words.slice(0, 1).join(' '))];
    expect(Math.min(...whole.slice(0, 60))).toBeGreaterThan(Math.max(...whole.slice(60)));
    expect(none[1]).toBe(none[79]);
  });

  it('weighs a word less in a longer article', () => {
    const filler = makeWords(60).join(' ');
    const weight = (features: Uint32Array): number => weightOfOnly(features, about('', filler));
    expect(weight(about('', `زلزله ${filler}`))).toBeLessThan(weight(about('', 'زلزله')));
  });

  it('is limited in number, and keeps the first ones', () => {
    const words = makeWords(500);
    const features = about('', words.join(' '));
    expect(features).toHaveLength(featureLimit);
    expect(features).toEqual(
      about('', [...words.slice(0, featureLimit), ...words.slice(featureLimit).toReversed()].join(' ')),
    );
  });

  it(`is sorted and has no duplicates (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, tags) => {
        const features = relatedFeatures({ title: text, lead: text, text, tags });
        const hashes = [...features].map((feature) => feature >>> 6);
        expect(hashes).toEqual([...new Set(hashes)].toSorted((a, b) => a - b));
      }),
      { seed },
    );
  });
});
