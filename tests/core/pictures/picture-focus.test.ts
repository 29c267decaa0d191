import { describe, expect, it } from 'vitest';
import { pictureFocuses } from '../../../src/core/article.ts';
import { findPictureFocus } from '../../../src/core/pictures/picture-focus.ts';

describe('findPictureFocus', () => {
  it('knows its own names, in any order of two words', () => {
    for (const focus of pictureFocuses) expect(findPictureFocus(focus)).toBe(focus);
    expect(findPictureFocus('Right-Top')).toBe('top right');
  });

  it.each([
    ['بالا', 'top'],
    ['چپ و پایین', 'bottom left'],
    ['راست، بالا', 'top right'],
    ['پايين راست', 'bottom right'],
  ])('reads Persian: %s', (spelling, focus) => {
    expect(findPictureFocus(spelling)).toBe(focus);
  });

  it.each(['', 'middle', 'top bottom', 'left right', 'top top', '50% 20%'])('knows no other: %s', (spelling) => {
    expect(findPictureFocus(spelling)).toBeUndefined();
  });
});
