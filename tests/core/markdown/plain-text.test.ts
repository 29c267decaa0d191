import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockTexts, summarize } from '../../../src/core/markdown/plain-text.ts';
import { countRuns } from '../../support/runs.ts';
import { parseFragment } from '../../support/trees.ts';

const seed = Number(process.env['SEED'] ?? 14050915);
const textsOf = (html: string): string[] => blockTexts(parseFragment(html));

describe('blockTexts', () => {
  it.each([
    ['one line per block', '<p>یک</p>\n<p>دو</p><h2>سه</h2>', ['یک', 'دو', 'سه']],
    ['text outside blocks too', 'یک<p>دو</p>سه', ['یک', 'دو', 'سه']],
    [
      'one line per row',
      '<table><tr><th>یک</th><th>دو</th></tr><tr><td>سه</td><td>چهار</td></tr></table>',
      ['یک دو', 'سه چهار'],
    ],
    ['one line per item', '<ul><li>یک<ul><li>دو</li></ul></li><li>سه</li></ul>', ['یک', 'دو', 'سه']],
    ['words split by markup joined', '<p>کتاب<b>خانه</b> <a href="/x/">ما</a></p>', ['کتابخانه ما']],
    ['line breaks as spaces', '<p>یک<br>دو<br>\nسه</p>', ['یک دو سه']],
    ['white space collapsed', '<p>  یک \n\t دو\u00A0سه </p>', ['یک دو سه']],
    ['half-spaces as they are', '<p>می\u200Cرود</p>', ['می\u200Cرود']],
    ['no empty line', '<p></p><p> </p><hr><p>یک</p>', ['یک']],
  ])('has %s', (_, html, expected) => {
    expect(textsOf(html)).toEqual(expected);
  });

  it.each([
    ['anchors of headings', '<h2>تیتر<a class="anchor" href="#x">#</a></h2>', ['تیتر']],
    ['references to footnotes', '<p>متن<sup><a class="fn-ref" href="#fn-1">۱</a></sup></p>', ['متن']],
    ['links back from footnotes', '<p>یادداشت <a class="fn-back" href="#fnref-1">↩</a></p>', ['یادداشت']],
    ['the heading of footnotes', '<h2 id="fn-label">پانوشت‌ها</h2><p>یادداشت</p>', ['یادداشت']],
    ['scripts and players', '<p>متن<script>x()</script><video>y</video></p>', ['متن']],
    ['hidden elements', '<p hidden>یک</p><p style="display : NONE">دو</p><p style="color: red">سه</p>', ['سه']],
    ['comments', '<p>متن<!-- یادداشت --></p>', ['متن']],
  ])('omits %s', (_, html, expected) => {
    expect(textsOf(html)).toEqual(expected);
  });

  it(`has trimmed, non-empty lines and every letter (SEED=${seed})`, () => {
    const pieces = fc.constantFrom(
      'یک',
      ' ',
      '\n',
      '\t',
      '\u00A0',
      '<br>',
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<li>',
      '<td>',
      '<hr>',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (list) => {
        const lines = textsOf(list.join(''));
        for (const line of lines) expect(line).toMatch(/^\S+(?: \S+)*$/);
        expect(lines.join('').replace(/ /g, '')).toBe('یک'.repeat(list.filter((piece) => piece === 'یک').length));
      }),
      { seed, numRuns: countRuns(200, 2000) },
    );
  });
});

describe('summarize', () => {
  it('joins blocks with line breaks', () => {
    expect(summarize(parseFragment('<h2>یک</h2>\n<p>دو</p>'))).toEqual({ text: 'یک\nدو', firstParagraph: 'دو' });
  });

  it.each([
    ['the first with text', '<p> </p><p><img src="/a.jpg"></p><p>یک <b>دو</b></p><p>سه</p>', 'یک دو'],
    [
      'none in a quotation, a list or a figure',
      '<blockquote><p>یک</p></blockquote><ul><li><p>دو</p></li></ul><p>سه</p>',
      'سه',
    ],
    ['none at all', '<h2>یک</h2><ul><li>دو</li></ul>', ''],
    ['none in an empty document', '', ''],
  ])('picks the first paragraph: %s', (_, html, expected) => {
    expect(summarize(parseFragment(html)).firstParagraph).toBe(expected);
  });
});
