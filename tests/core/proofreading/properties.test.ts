import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadOrthography } from '../../../src/engine/proofread/dictionary.ts';
import { proseOf } from '../../../src/core/markdown/prose.ts';
import { mendFile } from '../../../src/core/proofreading/mend.ts';
import { readSourceDocument, shapeOf } from '../../../src/core/proofreading/source-document.ts';
import { applyEdits, editsBetween } from '../../../src/core/text/edits.ts';
import { slipRules } from '../../../src/core/problems/slips.ts';
import { countRuns } from '../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 14050903);
const runs = countRuns(150, 4000);
const options = { seed, numRuns: runs };
const context = loadOrthography({ off: [], words: [] });
/** Without the slip rules, whose fixes change the markup. */
const proseContext = { ...context, off: slipRules };

const words = 'كتاب ميشود علي همکاریها حمل‌ونقل که از و می‌شود سلام الف Node.js v1.2.3 C++ H2O 1,234 12 ۱۲ ٣ 2.5'.split(
  ' ',
);
const marks = "، ؛ ؟ , ; ? . : ! … « » \" ' '' ( ) % ٪ \u200C \u200F \u0640 \u00AD ¬".split(' ');
const syntax = [
  ...'* ** _ ~~ ` `` ``` # ## > - 1. \\ & &zwnj; &amp; &#1603; | [ ] ![ ]( [^1] [^1]: $ $$ ::: <b> </b> <!-- -->'.split(
    ' ',
  ),
  ...'<span_lang="ar"> </span> <br> <kbd> </kbd> http://a.b/ي,1 a@b.ir #ميشود @ك12 \r\n'
    .replaceAll('_', ' ')
    .split(' '),
  '<!-- check-disable-line -->',
  '[ي , 1]: /x "ي , 1"',
  '\n|---|:-:|\n',
  '  \n',
  '    ',
];
const scraps = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(' ', '\n', '\n\n') },
  { weight: 6, arbitrary: fc.constantFrom(...words) },
  { weight: 4, arbitrary: fc.constantFrom(...marks) },
  { weight: 3, arbitrary: fc.constantFrom(...syntax) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
);
const bodies = fc.array(scraps, { maxLength: 40 }).map((parts) => parts.join(''));
const fields = fc
  .array(fc.oneof(fc.constantFrom(' ', ...words), fc.constantFrom(...marks)), { maxLength: 8 })
  .map((parts) => parts.join(''));
const quoted = fc.tuple(fields, fc.constantFrom('', '"', "'")).map(([text, mark]) => `${mark}${text}${mark}`);
const files = fc
  .tuple(quoted, quoted, bodies, fc.constantFrom('', '\uFEFF'))
  .map(([title, tag, body, mark]) => `${mark}---\ntitle: ${title}\nx: ي,1 # ي , 1\ntags: [${tag}, ب]\n---\n\n${body}`);

/** Everything of a file before its body. */
function headOf(text: string): string {
  return text.slice(0, text.indexOf('\n---'));
}

describe(`mending any file (seed ${seed}, ${runs} runs)`, () => {
  it('keeps the front matter, and everything of the body but its prose', () => {
    fc.assert(
      fc.property(files, fc.boolean(), (text, all) => {
        const { text: mended } = mendFile({ path: 'a.md', text }, proseContext, { all, frontMatter: false });
        expect(shapeOf(mended)).toBe(shapeOf(text));
        expect(headOf(mended)).toBe(headOf(text));
        expect(mended.match(/\r\n?|\n/g)).toEqual(text.match(/\r\n?|\n/g));
      }),
      options,
    );
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(files, fc.boolean(), fc.boolean(), (text, all, frontMatter) => {
        const once = mendFile({ path: 'a.md', text }, context, { all, frontMatter });
        const twice = mendFile({ path: 'a.md', text: once.text }, context, { all, frontMatter });
        expect(twice.text).toBe(once.text);
        expect(twice.mended).toEqual([]);
      }),
      options,
    );
  });

  it('of several flaws at once is idempotent and leaves no applicable fix', () => {
    const flaws =
      'كتاب میشود همکاریها می\u00A0رود ،و ؟ 12.500 1.234.567 ۲.۵ 10.30 سایتـاستاتیک بی بی سی «متن متن» , "نقل" که که هیچگاه آزاد ،copyleft'.split(
        ' ',
      );
    const text = fc
      .array(fc.constantFrom(...flaws, 'ساعت', 'نسخهٔ', 'درصد', '\n\n', '، '), { minLength: 1, maxLength: 25 })
      .map((parts) => `---\ntitle: خبر\n---\n\n${parts.join(' ')}\n`);
    fc.assert(
      fc.property(text, fc.boolean(), (before, all) => {
        const scope = { all, frontMatter: false };
        const once = mendFile({ path: 'a.md', text: before }, context, scope);
        expect(once.findings.filter(({ isSafe, edits }) => (isSafe || all) && edits.length > 0)).toEqual([]);
        expect(mendFile({ path: 'a.md', text: once.text }, context, scope)).toMatchObject({
          text: once.text,
          mended: [],
        });
      }),
      options,
    );
  });

  it('keeps everything of the front matter but its texts', () => {
    fc.assert(
      fc.property(files, (text) => {
        const { text: mended } = mendFile({ path: 'a.md', text }, proseContext, { all: true, frontMatter: true });
        expect(shapeOf(mended)).toBe(shapeOf(text));
      }),
      options,
    );
  });
});

describe(`what is found (seed ${seed}, ${runs} runs)`, () => {
  it('covers everything that a build would change silently', () => {
    const plain = fc
      .array(fc.oneof(fc.constantFrom(' ', ' ', ...words), fc.constantFrom(...marks)), { maxLength: 20 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(plain, (body) => {
        const text = `---\ntitle: خبر\n---\n\n${body}\n`;
        const { text: mended, findings } = mendFile({ path: 'a.md', text }, context, {
          all: false,
          frontMatter: false,
        });
        if (findings.some(({ id }) => /^(?:letters|invisible-marks|digits|separators)$/.test(id))) return;
        for (const block of readSourceDocument(mended).blocks) {
          if (!/\uFFFC|:::/.test(block.text)) expect(proseOf(block.text)).toBe(block.text);
        }
      }),
      options,
    );
  });
});

describe(`editsBetween (seed ${seed}, ${runs} runs)`, () => {
  it('transforms one text into the other', () => {
    const texts = fc.string({ unit: fc.constantFrom('ا', 'ب', ' ', '\u200C'), maxLength: 30 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        expect(applyEdits(before, editsBetween(before, after))).toBe(after);
      }),
      options,
    );
  });
});
