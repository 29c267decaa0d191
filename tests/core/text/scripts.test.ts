import { describe, expect, it } from 'vitest';
import { writeScript } from '../../../src/core/text/scripts.ts';

describe('writeScript', () => {
  it.each([
    ['sup', '۶', '⁶'],
    ['sup', '6', '⁶'],
    ['sup', '−۱۲', '⁻¹²'],
    ['sup', 'n', 'ⁿ'],
    ['sup', '2n', '²ⁿ'],
    ['sup', 'x', '^x'],
    ['sup', '2x', '^2x'],
    ['sup', '۲٫۵', '^(۲٫۵)'],
    ['sup', 'x/2', '^(x/2)'],
    ['sup', 'st', 'st'],
    ['sup', 'ام', 'ام'],
    ['sup', '', ''],
    ['sub', '2', '₂'],
    ['sub', 'n+1', 'ₙ₊₁'],
    ['sub', 'x', 'ₓ'],
    ['sub', 'z', '_z'],
    ['sub', 'max', 'max'],
    ['sub', 'کل', 'کل'],
  ] as const)('writes %s %j as %j', (kind, text, expected) => {
    expect(writeScript(kind, text)).toBe(expected);
  });
});
