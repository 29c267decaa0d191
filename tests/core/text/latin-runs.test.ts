import { describe, expect, it } from 'vitest';
import { latinRuns } from '../../../src/core/text/latin-runs.ts';
import { workOf } from '../../support/work.ts';

const latinOf = (text: string): string[] =>
  latinRuns(text)
    .filter((run) => run.isLeftToRight)
    .map((run) => run.text);

describe('latinRuns', () => {
  it.each([
    ['متن بی‌لاتین', []],
    ['آیفون iPhone 17 (۵G) و C++ است.', ['iPhone 17', '۵G', 'C++']],
    ['تیم AC Milan, برد', ['AC Milan']],
    ['نسخه v1.2.3 از Node.js (LTS) 24', ['v1.2.3', 'Node.js', 'LTS']],
    ['@user گفت iPhone ۱۷', ['@user', 'iPhone']],
    ['۳۰٪ از 2025 Mac. گفت', ['Mac']],
    ['نشانی example.com/a?b=1&c=2 و info@example.com', ['example.com/a?b=1&c=2', 'info@example.com']],
    ['iPhone 17 از Apple: ۵ نکته', ['iPhone 17', 'Apple']],
    ['123456 و 1.5GB', ['1.5GB']],
    ['', []],
  ])('isolates the Latin words of «%s»', (text, latin) => {
    expect(latinOf(text)).toEqual(latin);
  });

  it('keeps every character in its place', () => {
    const text = 'زبان C++ و Node.js 24، ۱۲۳ و @x.';
    expect(
      latinRuns(text)
        .map((run) => run.text)
        .join(''),
    ).toBe(text);
  });

  it.each(['1', '۱', '.', 'a.', 'a ', '1.', '@'])('does no more work than the length of many %j asks for', (part) => {
    const [half, whole] = [500, 1000].map((count) => workOf(() => latinRuns(part.repeat(count))));
    expect(whole! / half!).toBeLessThan(2.5);
  });
});
