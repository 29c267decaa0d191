import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { remarkRawHtml } from '../../../src/core/markdown/raw-html.ts';
import { countRuns } from '../../support/runs.ts';
import { transformMarkdown } from '../../support/trees.ts';

const seed = Number(process.env['SEED'] ?? 14050916);
const show = (markdown: string): string => transformMarkdown(remarkRawHtml(), markdown).html.replaceAll('\n', '');

describe('placeholders in angle brackets', () => {
  it.each([
    ['دستور git clone <url> را', '<p>دستور git clone &#x3C;url> را</p>'],
    ['x<y>z', '<p>x&#x3C;y>z</p>'],
    ['<Your-Name>\n\nمتن', '<p>&#x3C;Your-Name></p><p>متن</p>'],
    ['<font>متن <o:p> <span> <wbr> <time>', '<p>متن</p>'],
    ['پیش <foo>متن</foo> <foo bar="1">', '<p>پیش متن</p>'],
  ])('are kept as text, and unknown tags dropped: %s', (markdown, html) => {
    expect(show(markdown)).toBe(html);
  });
});

describe('remarkRawHtml', () => {
  it.each([
    ['phrases', 'پیش <b onclick="x()">پررنگ</b> پس', '<p>پیش <strong>پررنگ</strong> پس</p>'],
    [
      'phrases without markdown syntax',
      '<mark>م</mark><small>ک</small><u>خ</u><s>س</s><ins>ا</ins> 10<sup>6</sup> CO<sub>2</sub>',
      '<p><mark>م</mark><small>ک</small><u>خ</u><s>س</s><ins>ا</ins> 10<sup>6</sup> CO<sub>2</sub></p>',
    ],
    [
      'phrases with alternative element names',
      '<strong>ا</strong><em>ب</em><cite>پ</cite><dfn>ت</dfn><strike>ث</strike>',
      '<p><strong>ا</strong><em>ب</em><em>پ</em><em>ت</em><s>ث</s></p>',
    ],
    [
      'abbreviations with a title',
      '<abbr title=" نام " class="x">ن</abbr><abbr>ن</abbr>',
      '<p><abbr title="نام">ن</abbr>ن</p>',
    ],
    ['reversed lists', '<ol reversed><li>یک<li>دو</ol>', '<ol reversed><li>یک</li><li>دو</li></ol>'],
    [
      'reversed lists with a start',
      '<ol reversed start="1"><li>یک<li>دو</ol>',
      '<ol reversed start="1"><li>یک</li><li>دو</li></ol>',
    ],
    ['negative starts', '<ol start=" -5 "><li>یک</ol>', '<ol start="-5"><li>یک</li></ol>'],
    [
      'numbers of items, in numbered lists only',
      '<ol><li value="3">یک<li value="x">دو<li>سه</ol><ul><li value="7">یک</ul>',
      '<ol><li value="3">یک</li><li>دو</li><li>سه</li></ol><ul><li>یک</li></ul>',
    ],
    [
      'numbering by letters and Roman numerals',
      '<ol type="a"><li>یک</ol><p>پ</p><ol style="list-style-type: upper-roman"><li>یک</ol><p>پ</p><ol type="disc"><li>یک</ol>',
      '<ol type="a"><li>یک</li></ol><p>پ</p><ol type="I"><li>یک</li></ol><p>پ</p><ol><li>یک</li></ol>',
    ],
    ['quotations', '<q>یک</q>', '<p>«یک»</p>'],
    ['markdown in phrases', '<b>یک *دو*</b>', '<p><strong>یک <em>دو</em></strong></p>'],
    ['links', '<a href="/a/" title="ع" onclick="x()" id="x">یک</a>', '<p><a href="/a/" title="ع">یک</a></p>'],
    [
      'links that lead nowhere',
      '<a name="x">یک</a><a href="java\tscript:x()">دو</a><a href="#">سه</a>',
      '<p>یکدوسه</p>',
    ],
    ['pictures', '<img src="a.jpg" alt="ع" onerror="x()">متن', '<p><img src="a.jpg" alt="ع">متن</p>'],
    [
      'lazy-loaded pictures',
      '<img src="data:x" data-src="a.jpg"><img data-lazy-src="b.jpg">',
      '<p><img src="a.jpg" alt=""><img src="b.jpg" alt=""></p>',
    ],
    ['pictures without an address', 'متن<img alt="ع">', '<p>متن</p>'],
    ['line breaks', 'یک<br>دو<BR/>سه<br class="x">چهار', '<p>یک<br>دو<br>سه<br>چهار</p>'],
    ['comments', 'یک<!-- دو -->سه', '<p>یکسه</p>'],
    ['scripts, with what they hold', 'یک<script>x()</script>دو', '<p>یکدو</p>'],
    ['scripts in capitals', 'یک<SCRIPT>x()</Script>دو', '<p>یکدو</p>'],
    ['players, with markup in them', 'یک<video>*x* <b>y</b></VIDEO>دو', '<p>یکدو</p>'],
    ['unclosed scripts', 'یک<script>دو', '<p>یکدو</p>'],
    ['tags without effect', '<font color="red">یک</font><o:p></o:p> <x-y is="b" slot="c">دو</x-y>', '<p>یک دو</p>'],
    ['tags in markup', '*یک <b>دو</b>*', '<p><em>یک <strong>دو</strong></em></p>'],
    ['tags in headings', '# یک <u>دو</u><p>سه', '<h1>یک <u>دو</u><br>سه</h1>'],
    ['tags in links', '[یک <b>دو</b> <a href="/b">سه</a>](/a)', '<p><a href="/a">یک <strong>دو</strong> سه</a></p>'],
    ['links around links', '<a href="/a">یک [دو](/b)</a>', '<p><a href="/a">یک دو</a></p>'],
    [
      'lists in cells',
      '| یک |\n|---|\n| <ul><li>دو<li>سه</ul> |',
      '<table><thead><tr><th>یک</th></tr></thead><tbody><tr><td><ul><li>دو</li><li>سه</li></ul></td></tr></tbody></table>',
    ],
    ['blocks in a line', 'یک <ul><li>دو</li></ul> سه', '<p>یک</p><ul><li>دو</li></ul><p>سه</p>'],
    ['paragraphs in a line', 'یک<p>دو<p>سه *چهار*', '<p>یک</p><p>دو</p><p>سه <em>چهار</em></p>'],
  ])('shows what a browser would show, in a line: %s', (_, markdown, expected) => {
    expect(show(markdown)).toBe(expected);
  });

  it.each([
    ['blocks', '<p>یک</p><div>دو <b>سه</b></div>', '<p>یک</p><p>دو <strong>سه</strong></p>'],
    ['phrases around blocks', '<b><p>یک</p><p>دو</p></b>', '<p><strong>یک</strong></p><p><strong>دو</strong></p>'],
    [
      'tables',
      '<table class="x" border="1"><tr><td>۱</td><td>۲</td></tr><tr><td>۳</td></tr></table>',
      '<table><tbody><tr><td>۱</td><td>۲</td></tr><tr><td>۳</td></tr></tbody></table>',
    ],
    [
      'tables with a head, spans and alignment',
      '<table><caption>ن</caption><tr><th>۱<th>۲<tr><th rowspan=2>۳<td colspan="02" style="text-align: center">۴<tr><td align=LEFT>۵<tfoot><tr><td>۶</table>',
      '<table><caption>ن</caption><thead><tr><th>۱</th><th>۲</th></tr></thead><tbody><tr><th rowspan="2" scope="row">۳</th>' +
        '<td colspan="2" align="center">۴</td></tr><tr><td align="left">۵</td></tr></tbody><tfoot><tr><td>۶</td></tr></tfoot></table>',
    ],
    [
      'tables with paragraphs in cells',
      '<table><tr><td><p>۱</p><td><p>۲<p>۳</table>',
      '<table><tbody><tr><td>۱</td><td><p>۲</p><p>۳</p></td></tr></tbody></table>',
    ],
    [
      'tables for layout',
      '<table><tr><td>یک<td><table><tr><td>۱<td>۲</table></table>',
      '<p>یک</p><table><tbody><tr><td>۱</td><td>۲</td></tr></tbody></table>',
    ],
    ['a table of one cell', '<table><tr><td><p>یک<p>دو</table>', '<p>یک</p><p>دو</p>'],
    [
      'oversized spans',
      '<table><tr><td colspan="101">۱<td rowspan="1">۲<td rowspan="-2">۳</table>',
      '<table><tbody><tr><td>۱</td><td>۲</td><td>۳</td></tr></tbody></table>',
    ],
    [
      'lists',
      '<ul><li>یک<ul><li>دو</ul><ul><li>سه</ul><li><p>چهار</ul><ol start="3"><li>پنج</ol>',
      '<ul><li>یک<ul><li>دو</li></ul><ul><li>سه</li></ul></li><li>چهار</li></ul><ol start="3"><li>پنج</li></ol>',
    ],
    [
      'lists in lists without an item',
      '<ul><li>یک</li><ul><li>دو</li></ul></ul>',
      '<ul><li>یک<ul><li>دو</li></ul></li></ul>',
    ],
    ['items outside a list', '<li>یک</li>\n<li>دو</li>', '<ul><li>یک</li><li>دو</li></ul>'],
    ['headings', '<h1>یک</h1><h4>دو<br>سه</h4>', '<h1>یک</h1><h4>دو<br>سه</h4>'],
    ['quotations', '<blockquote>یک<p>دو</blockquote>', '<blockquote><p>یک</p><p>دو</p></blockquote>'],
    [
      'definitions',
      '<dl><dt>یک<dd>دو<dd><p>سه<p>چهار</dl>',
      '<dl><dt>یک</dt><dd>دو</dd><dd><p>سه</p><p>چهار</p></dd></dl>',
    ],
    [
      'figures',
      '<figure class="x"><a href="/a"><img src="a.jpg" alt="ع"></a><figcaption>یک</figcaption></figure>',
      '<figure><a href="/a"><img src="a.jpg" alt="ع"></a><figcaption>یک</figcaption></figure>',
    ],
    ['figures without a picture', '<figure><iframe src="x"></iframe><figcaption>یک</figcaption></figure>', '<p>یک</p>'],
    [
      'figures of figures',
      '<figure><figure><img src="a.jpg"></figure><figure><img src="b.jpg"></figure><figcaption>یک</figcaption></figure>',
      '<figure><img src="a.jpg" alt=""></figure><figure><img src="b.jpg" alt=""></figure><p>یک</p>',
    ],
    [
      'details',
      '<details open ontoggle="x()"><summary>یک</summary>دو</details><details>سه</details>',
      '<details open><summary>یک</summary><p>دو</p></details><p>سه</p>',
    ],
    ['rules', '<p>یک<hr>', '<p>یک</p><hr>'],
    ['code', '<pre><code>a <b>b</b>\n  c</code></pre>', '<pre><code>a b  c</code></pre>'],
    ['lines of a poem', '<pre>یک\nدو\n\nسه</pre>', '<p>یک<br>دو</p><p>سه</p>'],
    ['scripts and comments', '<script>x()</script>\n\n<!-- یک\nدو -->\n\nسه', '<p>سه</p>'],
    ['hidden elements', '<p hidden>یک</p><p>دو</p><div style="display:none">سه</div>', '<p>دو</p>'],
    ['hidden elements that are never closed', '<div hidden>یک', '<p>یک</p>'],
    ['CDATA and processing instructions', '<div><![CDATA[a > b]]>یک<?php x > y ?></div>', '<p>یک</p>'],
    ['markup, as text', '<div>*یک* &lt;b> &amp;lt;</div>', '<p>*یک* &#x3C;b> &#x26;lt;</p>'],
    ['another language', '<p lang="en">One</p>', '<div lang="en"><p>One</p></div>'],
    [
      'a quotation in another language',
      '<blockquote lang="ar">قال</blockquote>',
      '<blockquote lang="ar"><p>قال</p></blockquote>',
    ],
    [
      'another language within Persian',
      '<div><p>یک</p><p lang="en">One</p>دو <i lang="en">Two</i></div>',
      '<p>یک</p><div lang="en"><p>One</p></div><p>دو <em><span lang="en">Two</span></em></p>',
    ],
    ['items in another language', '<ul><li lang="en">One</ul>', '<ul><li><span lang="en">One</span></li></ul>'],
    ['blocks in a quotation', '> <div>یک</div>', '<blockquote><p>یک</p></blockquote>'],
  ])('shows what a browser would show, as blocks: %s', (_, markdown, expected) => {
    expect(show(markdown)).toBe(expected);
  });

  it.each([
    [
      'details',
      '<details>\n<summary>یک</summary>\n\n- *دو*\n\n</details>\n\nسه',
      '<details><summary>یک</summary><ul><li><em>دو</em></li></ul></details><p>سه</p>',
    ],
    ['wrappers', '<div class="x">\n\nیک *دو*\n\n</div>', '<p>یک <em>دو</em></p>'],
    [
      'tables with empty lines',
      '<table>\n  <tr>\n\n    <td>یک</td>\n\n    <td>\n\n*دو*\n\n</td>\n  </tr>\n</table>\nسه',
      '<table><tbody><tr><td>یک</td><td><em>دو</em></td></tr></tbody></table><p>سه</p>',
    ],
    ['lists with empty lines', '<ul>\n<li>یک\n\n<li>دو\n</ul>', '<ul><li>یک</li><li>دو</li></ul>'],
    [
      'in quotations',
      '> <blockquote>\n>\n> یک\n>\n> </blockquote>\n\nدو',
      '<blockquote><blockquote><p>یک</p></blockquote></blockquote><p>دو</p>',
    ],
  ])('keeps markdown within HTML: %s', (_, markdown, expected) => {
    expect(show(markdown)).toBe(expected);
  });

  it.each([
    ['a phrase', 'یک <b>دو\n\nسه', '<p>یک دو</p><p>سه</p>'],
    ['a phrase in a block', '<div><b>یک</div>\n\nدو', '<p>یک</p><p>دو</p>'],
    ['a phrase in a wrapper', '<div><b>یک\n\nدو\n\n</div>', '<p>یک</p><p>دو</p>'],
    ['a block', '<blockquote>یک\n\nدو', '<blockquote><p>یک</p></blockquote><p>دو</p>'],
    [
      'a table',
      '<table><tr><td>یک<td>دو\n\nسه',
      '<table><tbody><tr><td>یک</td><td>دو</td></tr></tbody></table><p>سه</p>',
    ],
    ['a list', '<ul><li>یک\n\nدو', '<ul><li>یک</li></ul><p>دو</p>'],
    ['a link', '<a href="/a">یک\n\nدو', '<p>یک</p><p>دو</p>'],
    ['a block closed elsewhere', '<div>\n\nیک *دو</div>*', '<p>یک <em>دو</em></p>'],
    ['closing tags without an opening one', '</div>\n\nیک</b></p> دو\n\n</td></table>', '<p>یک دو</p>'],
    ['phrases closed out of order', '<b>یک <i>دو</b> سه</i>', '<p><strong>یک <em>دو</em></strong><em> سه</em></p>'],
  ])('limits the effect of unclosed tags: %s', (_, markdown, expected) => {
    expect(show(markdown)).toBe(expected);
  });

  it('reports links that are lost, with their positions', () => {
    const { data } = transformMarkdown(remarkRawHtml(), 'متن <a href="/a">یک\n\n> <div>\n> <a href="/b">دو</div>');
    expect(data.dropped).toEqual([
      { name: 'a', address: '/a', line: 1, column: 5 },
      { name: 'a', address: '/b', line: 4, column: 3 },
    ]);
  });

  it('removes paragraphs that become empty', () => {
    expect(show('یک\n\n<b></b> <i></i>\n\nدو')).toBe('<p>یک</p><p>دو</p>');
  });

  it('keeps the text of HTML that is nested too deeply, and of thousands of cells', () => {
    expect(show(`${'<blockquote>'.repeat(3000)}یک`)).toMatch(/^(?:<blockquote>){40}<p>یک<\/p>(?:<\/blockquote>){40}$/);
    expect(show(`<div>${'<b>'.repeat(3000)}یک${'</b>'.repeat(3000)}</div>`)).toContain('یک');
    const { html } = transformMarkdown(
      remarkRawHtml(),
      `<table>${'<tr><td><p>۱</p></td><td>۲</td></tr>\n'.repeat(500)}</table>`,
    );
    expect(html.match(/<tr>/g)).toHaveLength(500);
  });

  it('shows a document as plain paragraphs whose markdown and HTML together are nested too deeply', () => {
    const deep = '> '.repeat(70) + '<blockquote>'.repeat(39) + 'یک';
    expect(show(deep)).toBe(`<p>${deep.replaceAll('<', '&#x3C;').trim()}</p>`);
  });

  it(`leaves no raw HTML in any document (SEED=${seed})`, () => {
    const scraps = fc.constantFrom(
      '<b>',
      '</b>',
      '<div>',
      '</div>',
      '<br>',
      '<script>',
      '</script>',
      '<!--',
      '-->',
      'متن',
      '\n',
      '\n\n',
      '> ',
      '- ',
      '<q lang="ar">',
      '</q>',
      '<table>',
      '<tr><td>',
      '</table>',
      '<li>',
      '<p>',
      '<a href="/a">',
      '</a>',
      '    ',
    );
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 25 }), (parts) => {
        const { tree } = transformMarkdown(remarkRawHtml(), parts.join(''));
        expect(JSON.stringify(tree)).not.toContain('"type":"html"');
      }),
      { seed, numRuns: countRuns(200, 2000) },
    );
  });
});
