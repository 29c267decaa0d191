import { describe, expect, it } from 'vitest';
import {
  readDegrees,
  readEnclitics,
  readJoined,
  readPlurals,
  readVerbs,
  readWithout,
} from '../../../src/core/half-spaces/inflection.ts';
import { createSpeller } from '../../../src/core/half-spaces/joined-words.ts';
import { createLexicon } from '../../../src/core/half-spaces/lexicon.ts';
import type { ReadingSource } from '../../../src/core/half-spaces/reading.ts';

const lexicon = createLexicon(
  ['9', 'کتاب/sgsl', 'کار/sgsl', 'خانه/sgsl', 'بزرگ/st', 'نویسنده/sgsl', 'عدالت/sgsl', 'می‌گردد', 'زندگی/sgsl'].join(
    '\n',
  ),
);
const read = createSpeller(lexicon);
const textsOf = (source: ReadingSource, letters: string): string[] =>
  source(letters, lexicon, read).map(({ text }) => text);

describe('inflected forms of lexicon words', () => {
  it.each<[string, ReadingSource, string, string[]]>([
    ['a plural', readPlurals, 'کتابهایش', ['کتاب‌هایش']],
    ['a plural after a letter that does not join', readPlurals, 'کارها', ['کارها']],
    ['a spoken plural', readPlurals, 'کتابهاشون', ['کتاب‌هاشون']],
    ['a superlative', readDegrees, 'بزرگترین', ['بزرگ‌ترین']],
    ['an enclitic after a silent ه', readEnclitics, 'خانهای', ['خانه‌ای']],
    ['an enclitic after ی', readEnclitics, 'زندگیام', ['زندگی‌ام']],
    ['a plural in گان', readJoined, 'نویسندگان', ['نویسندگان']],
    ['«بی» and a noun', readWithout, 'بیعدالت', ['بی‌عدالت']],
    ['a verb with a preverb', readVerbs, 'برمیگردد', ['برمی‌گردد']],
    ['a verb of everyday speech', readVerbs, 'میخوام', ['می‌خوام']],
  ])('include %s', (_, source, letters, texts) => {
    expect(textsOf(source, letters)).toEqual(texts);
  });

  it.each<[string, ReadingSource, string]>([
    ['a plural of no noun', readPlurals, 'بزرگها'],
    ['a comparative that has grown together', readDegrees, 'بهترین'],
    ['an enclitic after another letter', readEnclitics, 'کتابای'],
    ['a word with «بی» that has grown together', readWithout, 'بیکار'],
    ['an unknown verb', readVerbs, 'میکتابد'],
  ])('exclude %s', (_, source, letters) => {
    expect(textsOf(source, letters)).toEqual([]);
  });
});
