import { describe, expect, it } from 'vitest';
import { memoize } from '../../../src/core/text/memoize.ts';

function counted(most: number) {
  const computed: number[] = [];
  const double = memoize(most, (value: number) => {
    computed.push(value);
    return value * 2;
  });
  return { double, computed };
}

describe('memoize', () => {
  it('computes each result once', () => {
    const { double, computed } = counted(10);
    expect([1, 2, 1, 1].map(double)).toEqual([2, 4, 2, 2]);
    expect(computed).toEqual([1, 2]);
  });

  it('caches results that are empty or zero', () => {
    const { double, computed } = counted(10);
    expect([double(0), double(0)]).toEqual([0, 0]);
    expect(computed).toEqual([0]);
  });

  it('starts over when it is full, so that it never holds more than it may', () => {
    const { double, computed } = counted(2);
    [1, 2, 1, 2].forEach(double);
    expect(computed).toEqual([1, 2]);
    [3, 1, 3].forEach(double);
    expect(computed).toEqual([1, 2, 3, 1]);
  });

  it('keeps the caches of two functions apart', () => {
    const [a, b] = [counted(10), counted(10)];
    expect([a.double(1), b.double(1)]).toEqual([2, 2]);
    expect([a.computed, b.computed]).toEqual([[1], [1]]);
  });
});
