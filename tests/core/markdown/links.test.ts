import type { Root } from 'hast';
import { h } from 'hastscript';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { rehypeBareLinks, rehypeLinks } from '../../../src/core/markdown/links.ts';
import { createMarkdownRenderer } from '../../../src/core/markdown/render.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { transformHtml, writeTree } from '../../support/trees.ts';

const urls = createUrls('https://rooznegar.example');
const resolve = (html: string, headingIds = new Set<string>()) =>
  transformHtml(rehypeLinks(urls), html, { headingIds });

describe('rehypeLinks', () => {
  it.each([
    ['a page', '<a href="/about/">متن</a>', '<a href="/about/">متن</a>'],
    ['an article', '<a href="../07/barf.md#x">متن</a>', '<a href="/news/barf/#x">متن</a>'],
    ['an article by its folder', '<a href="../07/barf/">متن</a>', '<a href="/news/barf/">متن</a>'],
    [
      'an article by the index file of its folder',
      '<a href="../barf/index.md#x">متن</a>',
      '<a href="/news/barf/#x">متن</a>',
    ],
    ['an article with another file extension', '<a href="barf.Markdown">متن</a>', '<a href="/news/barf/">متن</a>'],
    [
      'a heading of an article',
      '<a href="barf.md#نان‌ سنگک">متن</a>',
      '<a href="/news/barf/#%D9%86%D8%A7%D9%86-%D8%B3%D9%86%DA%AF%DA%A9">متن</a>',
    ],
    ['mail', '<a href="mailto:a@b.example">متن</a>', '<a href="mailto:a@b.example">متن</a>'],
    [
      'another site',
      '<a href="https://a.example/x">متن</a>',
      '<a href="https://a.example/x" rel="external noopener noreferrer">متن</a>',
    ],
    [
      'an address that is its own text',
      '<a href="https://a.example">https://a.example</a>',
      '<a href="https://a.example" rel="external noopener noreferrer" dir="ltr">https://a.example</a>',
    ],
    [
      'a page, with a title',
      '<a href="/about/" title="درباره كتاب">متن</a>',
      '<a href="/about/" title="درباره کتاب">متن</a>',
    ],
    ['a page, with a blank title', '<a href="/about/" title=" ">متن</a>', '<a href="/about/">متن</a>'],
    ['a page, with space around its address', '<a href=" /about/ ">متن</a>', '<a href="/about/">متن</a>'],
    ['a page, with other attributes', '<a href="/about/" id="x" target="_blank">متن</a>', '<a href="/about/">متن</a>'],
  ])('writes a link to %s', (_, html, expected) => {
    const { html: written, data } = resolve(html);
    expect(written).toBe(expected);
    expect(data.dropped).toEqual([]);
  });

  it.each(['javascript:alert(1)', 'report.pdf', 'data:text/html,x', '', '../', './', 'a', '../../?x'])(
    'unwraps a link to %j and reports it',
    (address) => {
      const { html, data } = resolve(`<p>متن\n<a href="${address}">یک <b>دو</b></a> سه</p>`);
      expect(html).toBe('<p>متن\nیک <b>دو</b> سه</p>');
      expect(data.dropped).toEqual([{ name: 'link', address, line: 2, column: 1 }]);
    },
  );

  it('checks links within an unwrapped link', () => {
    const about = h('a', { href: '/about/', id: 'x' }, 'دو');
    const tree: Root = { type: 'root', children: [h('a', { href: 'x:y' }, h('b', 'یک'), about)] };
    rehypeLinks(urls)(tree, new VFile());
    expect(writeTree(tree)).toBe('<b>یک</b><a href="/about/">دو</a>');
  });

  it('checks the link after a removed one', () => {
    const { html } = resolve('<a href="x:y"></a><a href="/about/" id="x">یک</a>');
    expect(html).toBe('<a href="/about/">یک</a>');
  });

  it('unwraps a link without an address and reports it', () => {
    const { html, data } = resolve('<a id="x">متن</a>');
    expect(html).toBe('متن');
    expect(data.dropped).toMatchObject([{ name: 'link', address: '' }]);
  });

  it('works without heading ids', () => {
    expect(transformHtml(rehypeLinks(urls), '<a href="#x">متن</a>').html).toBe('<a href="#x">متن</a>');
  });

  it('reports only links that lead nowhere', () => {
    const { data } = resolve(
      '<a href="report.pdf">گزارش</a> <a href="javascript:alert(1)">متن</a> <a href="metro.md">خبر</a> ' +
        '<a href="https://a.example">وب</a> <a href="/tags/">صفحه</a>',
    );
    expect(data.dropped?.map(({ name, column }) => `${name} ${column}`)).toEqual(['link 1', 'link 32']);
  });

  it('does not report an empty link', () => {
    expect(resolve('<p><a href="report.pdf"></a></p>')).toMatchObject({ html: '<p></p>', data: { dropped: [] } });
  });

  it('reports linked articles with their positions', () => {
    const { data } = resolve(
      '<p><a href="/news/barf/">یک</a></p>\n<p>متن <a href="a/برف.md">دو</a> <a href="/tags/">سه</a></p>',
    );
    expect(data.articleLinks).toEqual([
      { target: 'barf', line: 1, column: 4 },
      { target: 'برف', line: 2, column: 8 },
    ]);
  });

  it.each([
    '<a href="#fn-x" data-footnote-ref="">1</a>',
    '<a href="#fnref-x" data-footnote-backref="">↩</a>',
    '<a class="anchor" href="#x" aria-label="پیوند به این بخش"></a>',
  ])('leaves %s unchanged', (html) => {
    expect(resolve(html).html).toBe(html);
  });

  it.each([
    ['#نان-سنگک', '#%D9%86%D8%A7%D9%86-%D8%B3%D9%86%DA%AF%DA%A9'],
    ['#نان سنگک', '#%D9%86%D8%A7%D9%86-%D8%B3%D9%86%DA%AF%DA%A9'],
    ['#%D9%86%D8%A7%D9%86 سنگك', '#%D9%86%D8%A7%D9%86-%D8%B3%D9%86%DA%AF%DA%A9'],
    ['#نانسنگک', '#%D9%86%D8%A7%D9%86-%D8%B3%D9%86%DA%AF%DA%A9'],
    ['#نا‌ن سنگک', '#%D9%86%D8%A7%D9%86-%D8%B3%D9%86%DA%AF%DA%A9'],
    ['#Main', '#s-main'],
    ['#s-main', '#s-main'],
    ['#fn-1', '#fn-1'],
  ])('resolves %s to the matching heading', (address, expected) => {
    expect(resolve(`<a href="${address}">متن</a>`, new Set(['نان-سنگک', 's-main'])).html).toBe(
      `<a href="${expected}">متن</a>`,
    );
  });
});

it('rehypeLinks does not mistake a page for a heading', () => {
  expect(resolve('<a href="/about/">متن</a>', new Set(['about', 's-about'])).html).toBe('<a href="/about/">متن</a>');
});

describe('rehypeBareLinks', () => {
  const trim = (html: string): string => transformHtml(rehypeBareLinks(), html).html;
  const link = (address: string): string => `<a href="${encodeURI(address)}">${address}</a>`;

  it.each([
    ['https://a.example،', 'https://a.example', '،'],
    ['https://a.example/x؟', 'https://a.example/x', '؟'],
    ['https://a.example»،', 'https://a.example', '»،'],
    ['https://a.example/x)؛', 'https://a.example/x', ')؛'],
    ['https://a.example…', 'https://a.example', '…'],
  ])('moves the punctuation out of the link %s', (written, address, rest) => {
    expect(trim(`<p>در ${link(written)} بخوانید</p>`)).toBe(`<p>در ${link(address)}${rest} بخوانید</p>`);
  });

  it.each([
    ['an address', link('https://a.example/x')],
    ['brackets that belong to an address', link('https://a.example/x_(y)')],
    ['a text that is not an address', '<a href="https://a.example/%D8%8C">متن،</a>'],
    ['an address that leads elsewhere', '<a href="https://b.example">https://a.example،</a>'],
    ['an address with markup', '<a href="https://a.example%D8%8C"><b>https://a.example،</b></a>'],
    ['an address followed by an element', '<a href="https://a.example%D8%8C">https://a.example،<b>یک</b></a>'],
    ['an address without a link', '<p>https://a.example،</p>'],
  ])('leaves %s unchanged', (_, html) => {
    expect(trim(html)).toBe(html);
  });
});

describe('links to documents stored next to a text', () => {
  const renderWith = createMarkdownRenderer({ urls: createUrls('https://rooznegar.example/daily') });
  const render = (markdown: string) =>
    renderWith(
      markdown,
      () => undefined,
      (src) => (src === 'گزارش سالانه.pdf' ? { src: '/daily/files/x/%DA%AF.pdf' } : undefined),
    );

  it.each(['[گزارش](گزارش سالانه.pdf)', '[گزارش](<گزارش سالانه.pdf>)', '[گزارش](گزارش%20سالانه.pdf)'])(
    'lead to the file: %s',
    (markdown) => expect(render(markdown).html).toBe('<p><a href="/daily/files/x/%DA%AF.pdf">گزارش</a></p>'),
  );

  it('are reported if the document is missing', () => {
    const { missingImages, dropped } = render('متن [گزارش](گزارش ماهانه.pdf)');
    expect(missingImages).toEqual([{ target: 'گزارش ماهانه.pdf', isDocument: true, line: 1, column: 5 }]);
    expect(dropped).toEqual([]);
  });

  it.each(['[x](a.html)', '[x](a.svg)', '[x](a.js)'])(
    'are dropped for files that may contain scripts: %s',
    (markdown) => {
      expect(render(markdown).html).toBe('<p dir="ltr">x</p>');
      expect(render(markdown).dropped).toHaveLength(1);
    },
  );
});
