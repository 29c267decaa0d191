import { expect, it } from 'vitest';
import { findWordingFaults } from './wording-rules.ts';

const en = { message: 'there is no «{found}».', fix: 'Write:  {example}' };
const fa = { message: '«{found}» نیست.', fix: 'بنویسید:  {example}' };

it('finds no faults in good wording', () => {
  expect(findWordingFaults({ en, fa })).toEqual([]);
});

it.each([
  [{ ...fa, fix: '' }, 'fa.fix is empty'],
  [{ ...fa, message: '«{found}» نیست. ' }, 'space around it'],
  [{ ...fa, fix: 'بنویسید: {example} }' }, 'a brace'],
  [{ ...fa, message: 'no {found}' }, 'is not Persian'],
  [{ ...fa, message: '«{found}» نيست.' }, 'Arabic letters'],
  [{ ...fa, message: '«{found}» نمی شود.' }, 'half-space'],
  [{ ...fa, message: '«{other}» نیست.' }, 'en tells example found, and fa tells example other'],
])('finds the fault in %j', (faulty, fault) => {
  const faults = findWordingFaults({ en, fa: faulty });
  expect(faults.some((found) => found.includes(fault))).toBe(true);
});
