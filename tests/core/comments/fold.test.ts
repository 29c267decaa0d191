import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countLinks, createWordCheck, undisguise } from '../../../src/core/comments/fold.ts';
import { countRuns } from '../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 22);

describe('a listed word', () => {
  const has = createWordCheck(['شرط‌بندی', 'بت', 'casino']);
  it.each([
    ['شرط‌بندی آنلاین', true],
    ['شرط بندی', true],
    ['شرطبندي', true],
    ['ش ر ط ب ن د ی', true],
    ['ش.ر.ط-ب_ن_د_ی', true],
    ['شـــرط‌بنـــدی', true],
    ['شررررط بندییی', true],
    ['شَرطِ بندی', true],
    ['شرط‌بندی‌ها', true],
    ['شرطبندیها', true],
    ['CASINO', true],
    ['ｃａｓｉｎｏ', true],
    ['بت', true],
    ['بتن', false],
    ['تابت', false],
    ['شرط بستند', false],
    ['', false],
  ])('in «%s»: %s', (text, expected) => expect(has(undisguise(text))).toBe(expected));

  it(`is found under any disguise, seed ${seed}`, () => {
    const disguise = fc.array(fc.constantFrom('', ' ', '\u200C', '.', '\u0640', '\u064E', '\u200B', ' - ', '*'), {
      minLength: 8,
      maxLength: 8,
    });
    const before = fc.constantFrom('', 'این ', 'سلام، ');
    fc.assert(
      fc.property(disguise, before, (signs, start) => {
        const text = start + Array.from('شرطبندی', (letter, index) => letter + signs[index]).join('');
        expect(has(undisguise(text))).toBe(true);
      }),
      { seed, numRuns: countRuns(200, 5000) },
    );
  });
});

describe('links', () => {
  it.each([
    ['https://a.example/x و www.b.ir', 2],
    ['a.com b.ir/c?d=e', 2],
    ['ａ.com', 1],
    ['t.me/kanal', 1],
    ['سلام. خوبی؟ ۲.۵ درصد، ساعت ۱۰.۳۰', 0],
    ['https://a.com,https://b.com', 2],
    ['a.community', 0],
  ])('in «%s»: %i', (text, count) => expect(countLinks(text)).toBe(count));

  it('are counted in time that grows with the length', () => {
    expect(countLinks('a.'.repeat(12_000) + 'b'.repeat(24_000) + '-.'.repeat(12_000))).toBe(0);
  });
});
