import { describe, expect, it } from 'vitest';
import { isNear, nearestOf } from '../../../src/core/text/nearest.ts';

describe('isNear', () => {
  it.each([
    ['tag', 'tags', true],
    ['captoin', 'caption', true],
    ['abuot', 'about', true],
    ['بارف', 'برف', true],
    ['weather', 'about', false],
    ['a', 'b', true],
    ['ab', 'cd', false],
  ])('%s and %s: %s', (written, meant, expected) => {
    expect(isNear(written, meant)).toBe(expected);
  });
});

describe('nearestOf', () => {
  it('returns the closest name, if it is near', () => {
    expect(nearestOf('autors', ['author', 'authors', 'aliases'])).toBe('authors');
    expect(nearestOf('weather', ['author', 'aliases'])).toBeUndefined();
    expect(nearestOf('x', [])).toBeUndefined();
  });
});
