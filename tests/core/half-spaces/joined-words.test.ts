import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSpeller } from '../../../src/core/half-spaces/joined-words.ts';
import { removeHalfSpaces } from '../../../src/core/half-spaces/joining.ts';
import { createLexicon } from '../../../src/core/half-spaces/lexicon.ts';

const seed = Number(process.env['SEED'] ?? 14050908);
const dictionary = '6\nمی‌شود\nکتاب/sgsl\nحرف/sgsl\nحرفه‌ای/st\nروان‌شناسی/sgsl\nروانشناسی/sgsl';
const read = createSpeller(createLexicon(dictionary));

it('lists the readings of a word, most likely first', () => {
  expect(read('میشود')[0]?.text).toBe('می‌شود');
  expect(read('حرفهای').map(({ text }) => text)).toEqual(['حرف‌های', 'حرفه‌ای']);
  expect(read('روانشناسی')[0]?.text).toBe('روان‌شناسی');
});

it('has no reading for unknown words, nor for overlong ones', () => {
  expect(read('قزلقیوش')).toEqual([]);
  expect(read(`${'کتاب'.repeat(20)}ها`)).toEqual([]);
});

it(`adds nothing but half-spaces (SEED=${seed})`, () => {
  const part = fc.constantFrom('می', 'شود', 'کتاب', 'حرف', 'ها', 'های', 'تر', 'ای', 'ه', 'ان', 'ی', 'روان', 'شناسی');
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), (parts) => {
      const letters = parts.join('');
      for (const { text } of read(letters)) expect(removeHalfSpaces(text)).toBe(letters);
    }),
    { seed, numRuns: 500 },
  );
});
