import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeInFront, placesIn } from '../../../src/admin/check/place.ts';

const text = '---\nتیتر: برف سنگین آمد\nimage:\n  src: a.jpg\n  alt: كوه\n---\n\nمتن خبر.\n\nبند دوم ميگويند دیگر.\n';

describe('placesIn', () => {
  it.each([
    ['a field under its Persian name', { line: 2, column: 7 }, { field: 'title', words: 'برف سنگین' }],
    ['a member of a group', { line: 5, column: 8 }, { field: 'image', words: 'كوه' }],
    ['the text', { line: 10, column: 9 }, { field: 'body', words: 'ميگويند دیگر.' }],
    ['a field that a problem names', { line: 1, column: 1, field: 'image.alt' }, { field: 'image', words: '---' }],
    ['nothing, after the end', { line: 40, column: 1 }, { field: 'body', words: '' }],
  ])('finds %s', (_, problem, place) => {
    expect(placesIn(text)(problem)).toEqual(place);
    expect(placesIn(text.replaceAll('\n', '\r\n'))(problem)).toEqual(place);
  });

  it('finds a place for any problem of any text (seed 14050910)', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(9), fc.nat(9), (body, line, column) => {
        const { field } = placesIn(body)({ line: line + 1, column: column + 1 });
        return typeof field === 'string';
      }),
      { seed: 14050910, numRuns: 300 },
    );
  });
});

describe('placeInFront', () => {
  it.each([
    ['lead.until', 'lead.until'],
    ['top', 'top'],
    ['blocks', 'blocks'],
    ['blocks.1', 'blocks.0'],
    ['blocks.2.layout', 'blocks.1.layout'],
    // The editor has one name for both.
    ['blocks.2.section', 'blocks.1.name'],
  ])('finds the field of %s', (field, expected) => {
    expect(placeInFront({ field })).toEqual({ field: expected, words: '' });
  });
});
