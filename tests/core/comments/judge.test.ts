import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createJudge } from '../../../src/core/comments/judge.ts';
import { countRuns } from '../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 22);
const rules = { words: ['شرط‌بندی'], names: ['روزنگار'], mail: true };
const judge = createJudge(rules);
const fields = { name: '', mail: '', text: 'سلام', re: '' };

describe('a comment', () => {
  it.each([
    [{ text: ' \u200C\u202E\n' }, 'empty'],
    [{ text: 'ا'.repeat(2001) }, 'long'],
    [{ name: 'ا'.repeat(61) }, 'name'],
    [{ name: 'روز\u200Cنـگار' }, 'name'],
    [{ name: 'ت حریریه' }, 'name'],
    [{ name: 'Admin' }, 'name'],
    [{ mail: 'a@b' }, 'mail'],
    [{ text: 'a.com b.com c.com' }, 'links'],
    [{ text: 'a.com b.com', name: 'c.com' }, 'links'],
    [{ re: '../../x' }, 'form'],
  ])('%o is refused: %s', (values, code) => expect(judge({ ...fields, ...values })).toBe(code));

  it.each([
    [{ text: 'a.com را ببینید' }, ['link']],
    [{ text: 'ش ر ط ب ن د ی' }, ['word']],
    [{ name: 'شرط‌بندی' }, ['word']],
    [{ text: 'Hello' }, ['latin']],
    [{ text: '😀' }, ['latin']],
    [{}, []],
  ])('%o has the marks %o', (values, marks) => expect(judge({ ...fields, ...values })).toMatchObject({ marks }));

  it('has as many characters as its limit in code points', () => {
    expect(judge({ ...fields, text: `ا${'😀'.repeat(1999)}` })).toMatchObject({ marks: [] });
  });

  it('loses an e-mail address that nobody asked for, however it looks', () => {
    expect(createJudge({ ...rules, mail: false })({ ...fields, mail: 'a@b' })).toMatchObject({ mail: '' });
  });

  it('of signs alone is compared as it is', () => {
    const folded = ['😀', '👍'].map((text) => (judge({ ...fields, text }) as { folded: string }).folded);
    expect(new Set(folded).size).toBe(2);
  });

  it(`is judged without exceptions, and the same when it is sent again as it was stored, seed ${seed}`, () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'اآيیكک \u200C\u0640\u202Eش.a\n😀\u0301') }),
    );
    fc.assert(
      fc.property(text, text, (own, name) => {
        const first = judge({ ...fields, text: own, name });
        if (typeof first === 'string') return;
        expect(judge({ ...fields, text: first.text, name: first.name })).toEqual(first);
      }),
      { seed, numRuns: countRuns(500, 20_000) },
    );
  });
});
