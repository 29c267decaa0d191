import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/text/edits.ts';
import { mend, readProse } from '../../../src/core/proofreading/prose.ts';

const seed = Number(process.env['SEED'] ?? 14050908);
const gap = '\uFFFC';

describe('the forms of a block', () => {
  it('mask what rules must not touch, each more than the previous one', () => {
    const { text, written, words } = readProse('كتاب $x$ در a@b.ir و #شهر و C++');
    expect(text).toBe(`كتاب ${gap.repeat(3)} در a@b.ir و #شهر و C++`);
    expect(written).toBe(`كتاب ${gap.repeat(3)} در ${gap.repeat(6)} و #شهر و C++`);
    expect(words).toBe(`کتاب ${gap.repeat(3)} در ${gap.repeat(6)} و ${gap.repeat(4)} و ${gap.repeat(3)}`);
  });

  it(`have the length of the block, so that places hold in all of them (SEED=${seed})`, () => {
    const piece = fc.constantFrom(
      'متن ',
      'https://a.ir/b ',
      '#شهر ',
      'Latin 3.0 ',
      '$x^2$ ',
      'ك',
      'ي',
      '«',
      '\n',
      '[^1]',
      '🙂',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const source = pieces.join('');
        for (const form of Object.values(readProse(source))) expect(form).toHaveLength(source.length);
      }),
      { seed, numRuns: 500 },
    );
  });
});

describe('mend', () => {
  it('reports nothing if the proposal equals the text', () => {
    expect(mend('letters', 3, 'یک', 'یک', true)).toEqual([]);
  });

  it(`reports edits that make the proposal of what was found (SEED=${seed})`, () => {
    const word = fc.string({ unit: fc.constantFrom(...'ابپیيکك ،,.'), maxLength: 12 });
    fc.assert(
      fc.property(word, word, (found, proposed) => {
        const [flaw] = mend('letters', 2, found, proposed, false);
        expect(flaw === undefined).toBe(found === proposed);
        if (flaw === undefined) return;
        expect(applyEdits(`دو${found}`, flaw.edits)).toBe(`دو${proposed}`);
        expect([flaw.start, flaw.end]).toEqual([flaw.edits[0]!.start, flaw.edits.at(-1)!.end]);
      }),
      { seed, numRuns: 500 },
    );
  });
});
