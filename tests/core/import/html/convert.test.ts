import { describe, expect, it } from 'vitest';
import { type ConvertedText, convertHtml, type TextContext } from '../../../../src/core/import/html/convert.ts';

const context: TextContext = {
  base: 'https://khabar.example/1395/a/',
  takesVideo: () => true,
  findPicture: (_, resolved) =>
    resolved.startsWith('https://khabar.example/up/') ? `../media/${resolved.split('/').pop()}` : undefined,
  findLink: (address) => (address === 'https://khabar.example/?p=7' ? '/news/pol/' : undefined),
  restore: (text) => text.replaceAll('ي', 'ی'),
};
const convert = (html: string, more: Partial<TextContext> = {}): ConvertedText =>
  convertHtml(html, { ...context, ...more });
const frame = (id: string): string => `<iframe src="https://www.aparat.com/embed/${id}"></iframe>`;
const kinds = ({ notes }: ConvertedText): string[] => notes.map(({ kind }) => kind);

describe('convertHtml', () => {
  it.each([
    ['letters', '<p>علي</p>', 'علی'],
    ['line breaks', '<p>الف<br>ب<br><br>ج</p>', 'الف\\\nب\n\nج'],
    ['spaces at edges', '<p>الف<b> ب </b>ج &nbsp; د</p>', 'الف **ب** ج د'],
    [
      'bold endings',
      '<p><b>کتاب</b>\u200Cها و «<b>کیهان</b>»ها و <b>تهران:</b>خبر</p>',
      '**کتاب**\u200Cها و «**کیهان**»ها و **تهران:**خبر',
    ],
    ['marks within marks', '<p><b>الف <i>ب</i></b> <span style="font-weight:700">ج</span></p>', '**الف *ب* ج**'],
    ['marks that asterisks cannot write', '<p>abc<strong>(d)</strong>e</p>', 'abc<strong>(d)</strong>e'],
    ['what is bold in name only', '<b style="font-weight: normal">الف</b>', 'الف'],
    ['a bold paragraph', '<p><strong>الف</strong></p>', '**الف**'],
    ['scripts', 'H<sub>2</sub>O و ۱۰<sup>۶</sup>', 'H<sub>2</sub>O و ۱۰<sup>۶</sup>'],
    [
      'ordinary signs',
      '<p>۱۲/۵، #هشتگ، C++، علی_رضا، [دبیر]، [۱]، ۲ * ۳، ۱۰~۲۰</p>',
      '۱۲/۵، #هشتگ، C++، علی_رضا، [دبیر]، [۱]، ۲ * ۳، ۱۰~۲۰',
    ],
    ['signs at the beginnings of lines', '<p>- الف<br># ب<br>۱. ج</p>', '\\- الف\\\n\\# ب\\\n۱\\. ج'],
    ['addresses in texts', '<p>در http://a.ir/x_y و a@b.ir است</p>', 'در http://a.ir/x_y و a@b.ir است'],
    ['tight lists', '<ul><li>الف<ul><li>ب</li></ul></li><li><p>ج</p></li></ul>', '- الف\n  - ب\n- ج'],
    ['loose lists', '<ol start="3"><li><p>الف</p><p>ب</p></li><li>ج</li></ol>', '3. الف\n\n   ب\n\n4. ج'],
    ['neighbouring lists', '<ul><li>الف</li></ul><ul><li>ب</li></ul>', '- الف\n\n* ب'],
    ['headings', '<h1>الف</h1><h3><strong>ب</strong></h3>', '## الف\n\n### ب'],
    ['links to headings', '<h2 id="x">بخش نخست</h2><p><a href="#x">بخش</a></p>', '## بخش نخست\n\n[بخش](#بخش-نخست)'],
    [
      'links',
      '<p><a href="/?p=7">پل</a> و <a href="/b" title="ت">ب</a></p>',
      '[پل](/news/pol/) و [ب](https://khabar.example/b "ت")',
    ],
    [
      'code',
      '<p><code>a`b</code></p><pre><code class="language-js">x\n\n  y</code></pre>',
      '``a`b``\n\n```js\nx\n\n  y\n```',
    ],
    ['poems', '<pre>الف\nب</pre>', 'الف\\\nب'],
    ['quotations', '<blockquote><p>الف</p><cite>علی</cite></blockquote>', '> الف\n>\n> — علی'],
    ['quotations in quotations', '<blockquote>الف<blockquote>ب</blockquote></blockquote>', '> الف\n>\n> > ب'],
    [
      'tables',
      '<table><tr><th>الف</th><th>ب|ج</th></tr><tr><td><p>۱</p></td><td>۲<br>۳</td></tr></table>',
      '| الف | ب\\|ج |\n| --- | --- |\n| ۱ | ۲<br>۳ |',
    ],
    ['tables without a head', '<table><tr><td>الف</td><td>ب</td></tr></table>', '| | |\n| --- | --- |\n| الف | ب |'],
    [
      'tables that markdown cannot write',
      '<table class="x"><tr><td colspan="2"><b>الف</b></td></tr><tr><td>ب</td><td>ج</td></tr></table>',
      '<table>\n<tbody>\n<tr><td colspan="2"><strong>الف</strong></td></tr>\n<tr><td>ب</td><td>ج</td></tr>\n</tbody>\n</table>',
    ],
    ['tables that arrange a page', '<table><tr><td><h2>الف</h2></td><td>ب</td></tr></table>', '## الف\n\nب'],
    ['definitions', '<dl><dt>الف</dt><dd>ب</dd>\n</dl>', '<dl>\n<dt>الف</dt>\n<dd>ب</dd>\n</dl>'],
    [
      'details',
      '<details><summary>الف</summary>ب</details>',
      '<details>\n<summary>الف</summary>\n<p>ب</p>\n</details>',
    ],
    [
      'captions',
      '<figure><img src="/up/a.jpg" alt="پل"><figcaption>پل <b>تازه</b></figcaption></figure>',
      '![پل](../media/a.jpg "پل تازه")',
    ],
    [
      'captions of editors',
      '<div class="wp-caption"><a href="/up/a.jpg"><img src="/up/a-300.jpg"></a><p class="wp-caption-text">پل</p></div>',
      '![](../media/a.jpg "پل")',
    ],
    [
      'captions with links',
      '<figure><img src="/up/a.jpg"><figcaption><a href="https://a.ir/">پل</a></figcaption></figure>',
      '![](../media/a.jpg)\n\n[پل](https://a.ir/)',
    ],
    [
      'galleries',
      '<figure><figure><img src="/up/a.jpg"></figure><figure><img src="/up/b.jpg"></figure></figure>',
      '![](../media/a.jpg)\n\n![](../media/b.jpg)',
    ],
    [
      'pictures at the edges of paragraphs',
      '<p><img src="/up/a.jpg">الف <img src="/up/b.jpg"></p>',
      '![](../media/a.jpg)\n\nالف\n\n![](../media/b.jpg)',
    ],
    [
      'pictures that load late',
      '<p><img src="data:image/gif;base64,x" data-src="/up/a.jpg"><noscript><img src="/up/a.jpg"></noscript></p>',
      '![](../media/a.jpg)',
    ],
    [
      'footnotes',
      '<p>الف<sup id="r"><a href="#n">1</a></sup></p><ol><li id="n">ب <a href="#r">↩</a></li></ol>',
      'الف[^1]\n\n[^1]: ب',
    ],
    ['lone addresses', '<p>https://khabar.example/b</p>', '<https://khabar.example/b>'],
    ['further videos within blocks', `${frame('abc')}<div>${frame('xyz')}</div>`, '<https://www.aparat.com/v/xyz>'],
    ['repeated videos once', `${frame('abc')}<p>الف</p>${frame('abc')}`, 'الف'],
    [
      'embedding scripts',
      `${frame('abc')}<div id="1"><script src="https://www.aparat.com/embed/xyz?data[rnddiv]=1"></script></div>` +
        '<script src="https://telegram.org/js/telegram-widget.js?5" data-telegram-post="kanal/44"></script>',
      '<https://www.aparat.com/v/xyz>\n\n<https://t.me/kanal/44>',
    ],
    [
      'pictures in the background',
      '<div style="background-image:url(https://a.example/b.jpg)"><p>الف</p></div>',
      '![](https://a.example/b.jpg)\n\nالف',
    ],
    [
      'captions in definition lists',
      '<dl class="gallery-item"><dt><a href="https://a.example/b.jpg"><img src="https://a.example/b-9x9.jpg"></a></dt><dd class="gallery-caption">الف</dd></dl>',
      '![](https://a.example/b.jpg "الف")',
    ],
    [
      'players in objects',
      '<object><param name="movie" value="http://www.youtube.com/v/abcdefghijk"><embed src="http://www.youtube.com/v/abcdefghijk"></object>' +
        '<p>الف</p><object><param name="movie" value="https://www.youtube.com/v/bbbbbbbbbbb"></object>',
      'الف\n\n<https://www.youtube.com/watch?v=bbbbbbbbbbb>',
    ],
    ['hidden elements', '<p>الف</p><noembed><p>ب</p></noembed><noframes>پ</noframes>', 'الف'],
    ['nothing', '<p>&nbsp;</p><div><!-- x --></div>', ''],
  ])('writes %s', (_, html, expected) => expect(convert(html).markdown.trimEnd()).toBe(expected));

  it('moves the first video out of the text, and links further ones', () => {
    const html =
      '<p>https://www.aparat.com/v/abc</p><p>الف</p><iframe src="https://www.youtube.com/embed/xyz12345678"></iframe>';
    const { markdown, video } = convert(html);
    expect(video).toBe('https://www.aparat.com/v/abc');
    expect(markdown).toBe('الف\n\n<https://www.youtube.com/watch?v=xyz12345678>\n');
  });

  it('reports visible elements that pages can’t have', () => {
    const found = convert('<p>الف</p><form><input name="x"><button>بفرست</button></form><p>ب</p>');
    expect(found.markdown).toBe('الف\n\nب\n');
    expect(kinds(found)).toEqual(['lost', 'lost']);
  });

  it('writes the description of a picture that was not found', () => {
    const found = convert('<p><img src="a.jpg" alt="پل"></p>', { base: undefined });
    expect(found.markdown).toBe('*پل*\n');
    expect(kinds(found)).toEqual(['lost']);
  });

  it('unwraps deeply nested elements, and keeps words, links and pictures', () => {
    const deep = `${'<div><b>'.repeat(3000)}الف<a href="https://a.ir/">ب</a><img src="/up/a.jpg">`;
    expect(convert(deep).markdown).toBe('**الف[ب](https://a.ir/)**\n\n![](../media/a.jpg)\n');
  });
});
