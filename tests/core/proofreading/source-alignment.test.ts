import fc from 'fast-check';
import { toString } from 'mdast-util-to-string';
import { remark } from 'remark';
import { describe, expect, it } from 'vitest';
import { alignText, unaligned } from '../../../src/core/proofreading/source-alignment.ts';

const seed = Number(process.env['SEED'] ?? 14050908);

describe('alignText', () => {
  it('finds each unit in the source, and whether it is literal there', () => {
    expect(alignText('یک*', 'یک\\*', 0, 4)).toEqual({ offsets: [0, 1, 2], literal: [true, true, false] });
    expect(alignText('a\u200Cb', 'a&zwnj;b', 0, 8)).toEqual({ offsets: [0, 1, 7], literal: [true, false, true] });
    expect(alignText('یک\nدو', 'یک\n> دو', 0, 7).offsets).toEqual([0, 1, 2, 5, 6]);
  });

  it('aligns a text that can’t be aligned with a single offset', () => {
    expect(alignText('دو', 'یک', 3, 5)).toEqual(unaligned('دو', 3));
    expect(unaligned('دو', 3)).toEqual({ offsets: [3, 3], literal: [false, false] });
  });

  it(`points at equal units wherever it calls them literal (SEED=${seed})`, () => {
    const piece = fc.constantFrom('متن', ' ', '\\*', '&zwnj;', '&amp;', 'a', '۱', '\\\\', '&copy', '؟');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const source = `ا${pieces.join('')}ا`;
        const value = toString(remark().parse(source));
        const { offsets, literal } = alignText(value, source, 0, source.length);
        expect(offsets).toHaveLength(value.length);
        expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
        literal.forEach((isLiteral, unit) => {
          if (isLiteral) expect(source[offsets[unit]!]).toBe(value[unit]);
        });
        expect(literal[0]).toBe(true);
      }),
      { seed, numRuns: 300 },
    );
  });
});
