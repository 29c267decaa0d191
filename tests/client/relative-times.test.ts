import { describe, expect, it } from 'vitest';
import { relativeTime } from '../../src/client/relative-times.ts';

const minute = 60_000;

describe('relativeTime', () => {
  it.each([
    [30_000, 'همین حالا'],
    [5 * minute, '۵ دقیقه پیش'],
    [3.5 * 60 * minute, '۳ ساعت پیش'],
    [24 * 60 * minute, undefined],
    [-1, undefined],
    [Number.NaN, undefined],
  ])('writes an age of %d milliseconds as «%s»', (age, text) => {
    expect(relativeTime(age)).toBe(text);
  });
});
