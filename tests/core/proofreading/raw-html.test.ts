import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/core/markdown/parse.ts';
import { createMarkdownRenderer } from '../../../src/core/markdown/render.ts';
import { mendFile } from '../../../src/core/proofreading/mend.ts';
import { findRawHtml } from '../../../src/core/proofreading/raw-html.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { countRuns } from '../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 14050909);
const renderWith = createMarkdownRenderer({ urls: createUrls('https://rooznegar.example') });
const render = (markdown: string): string =>
  renderWith(markdown, (src) => ({ src, width: 1, height: 1 })).html.replace(/\s+(?=<)|(?<=>)\s+/g, '');
const find = (body: string): string[] => findRawHtml(body, parseMarkdown(body)).map(({ edit }) => edit.text);
const head = '---\ntitle: خبر\n---\n\n';
const mend = (body: string, all = true): string =>
  mendFile({ path: 'a.md', text: head + body }, { off: [] }, { all, frontMatter: false }).text.slice(head.length);

describe('findRawHtml', () => {
  it.each([
    ['<ul><li>یک<li>دو</ul>', '- یک\n- دو'],
    ['<ol start="3"><li>یک<ul><li>دو</ul></ol>', '3. یک\n   - دو'],
    ['<h2 id="x">یک <em>دو</em></h2>', '## یک *دو*'],
    ['<blockquote><p>یک<p>دو</blockquote>', '> یک\n>\n> دو'],
    ['<table><tr><th>یک<th align=left>دو<tr><td>۳<td align=left>۴</table>', '| یک | دو |\n| - | :- |\n| ۳ | ۴ |'],
    ['<table><tr><td>یک<td>دو</table>', '| | |\n| - | - |\n| یک | دو |'],
    [
      '<ul><li>10<sup>6</sup> <mark>م</mark> <abbr title="a&quot;b">آ</abbr></ul>',
      '- 10<sup>6</sup> <mark>م</mark> <abbr title="a&quot;b">آ</abbr>',
    ],
    ['<ul><li>*یک* [دو] # سه</ul>', '- \\*یک\\* \\[دو] # سه'],
    ['متن\n<ul><li>یک</ul>', '\n- یک'],
    ['<div><span><ul><li>یک</ul></span></div>', '- یک'],
  ])('converts %s to markdown', (html, markdown) => {
    expect(find(html)).toEqual([markdown]);
  });

  it.each([
    '<p>یک</p>',
    '<details><summary>یک</summary><ul><li>دو</ul></details>',
    '<h2>یک<br>دو</h2>',
    '<dl><dt>یک<dd>دو</dl><ul><li>سه</ul>',
    '<table><tr><td colspan=2>یک<tr><td>۱<td>۲</table>',
    '<table><tr><td>یک<td>دو<tr><td>۱</table>',
    '<table><tr><td>یک<td><ul><li>دو</ul></table>',
    '<table><caption>ن</caption><tr><th>یک<th>دو<tr><td>۱<td>۲</table>',
    '<table><tr><th>یک<td>دو<tr><th>۱<td>۲</table>',
    '<ul><li>یک<iframe src="x"></iframe></ul>',
    '<ul><li>یک<!-- دو --></ul>',
    '<ul><li hidden>یک<li>دو</ul>',
    '<ol reversed><li>یک<li>دو</ol>',
    '<ol start="-3"><li>یک</ol>',
    '<ol type="a"><li>یک</ol>',
    '<ol style="list-style-type: upper-roman"><li>یک</ol>',
    '<ol><li value="3">یک<li value="7">دو</ol>',
    '<ul><li>یک<ol><li value="5">دو</ol></ul>',
    '<ul><li><x-y>یک</x-y></ul>',
    '<ul><li><a href="/a">یک</ul>',
    '<blockquote>\n\nیک\n\n</blockquote>',
    '> <ul><li>یک</ul>',
    '<dl><dt>یک<dd>دو</dl><ul><li>یک</ul>',
    '`<ul><li>یک</ul>`',
  ])('leaves %s unchanged', (html) => {
    expect(find(html)).toEqual([]);
  });
});

const texts = fc.constantFrom(
  ...'یک دو* _سه_ | [چهار](/a) `پنج` # - + 1. ۲. > &amp; &lt;b> \\ ~~ $ $x$ http://a.b <b>شش</b> <i>هفت</i> <br> <sup>2</sup> <a_href="/x">ه</a>'
    .replaceAll('_href', ' href')
    .split(/ (?!href)/),
);
const lines = fc.array(texts, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
const cell = (name: string) => lines.map((line) => `<${name}>${line}</${name}>`);
const row = (name: string) =>
  fc.array(cell(name), { minLength: 2, maxLength: 2 }).map((cells) => `<tr>${cells.join('')}</tr>`);
const tables = fc
  .tuple(fc.option(row('th'), { nil: '' }), fc.array(row('td'), { minLength: 1, maxLength: 3 }))
  .map(([first, rows]) => `<table>${first}${rows.join('\n')}</table>`);
const lists = fc
  .tuple(
    fc.constantFrom('ul', 'ol'),
    fc.array(fc.tuple(lines, fc.constantFrom('', '<ul><li>x</li></ul>', '<p>y</p>')), { minLength: 1, maxLength: 3 }),
  )
  .map(([name, items]) => `<${name}>${items.map(([line, more]) => `<li>${line}${more}</li>`).join('')}</${name}>`);
const others = fc
  .tuple(fc.constantFrom('h2', 'h3', 'blockquote'), lines)
  .map(([name, line]) => `<${name}>${line}</${name}>`);
const bodies = fc
  .array(fc.tuple(fc.oneof(tables, lists, others, lines), fc.constantFrom('\n', '\n\n')), {
    minLength: 1,
    maxLength: 4,
  })
  .map((blocks) => blocks.flat().join(''));

describe('HTML without markdown syntax', () => {
  it.each([
    '<dl><dt>یک</dt><dd>دو</dd></dl>',
    '<details><summary>یک</summary>دو</details>',
    '<figure><img src="/a.jpg" alt="یک"><figcaption>دو</figcaption></figure>',
  ])('%s prevents the conversion of a list next to it', (html) => {
    expect(find(`${html}\n<ul><li>سه</li></ul>`)).toEqual([]);
    expect(find(`<ul><li>سه</li></ul>\n${html}`)).toEqual([]);
  });
});

describe(`fixing HTML (SEED=${seed})`, () => {
  it('does not change the page, and is idempotent', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const once = mend(body);
        const expected = find(body).length > 0 ? render(body) : undefined;
        if (expected !== undefined)
          expect(
            render(
              findRawHtml(body, parseMarkdown(body))
                .toReversed()
                .reduce((text, { edit }) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), body),
            ),
          ).toBe(expected);
        expect(mend(once)).toBe(once);
      }),
      { seed, numRuns: countRuns(100, 1000) },
    );
  });

  it('is only proposed', () => {
    expect(mend('<ul><li>یک</ul>', false)).toBe('<ul><li>یک</ul>');
  });

  it('converts most tables', () => {
    const samples = fc.sample(tables, { seed, numRuns: 50 });
    expect(samples.filter((html) => find(html).length > 0).length).toBeGreaterThan(25);
  });
});
