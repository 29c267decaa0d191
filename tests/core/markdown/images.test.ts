import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import type { ImageFault, LocalImage } from '../../../src/core/markdown/findings.ts';
import { rehypeImages, rehypeVariants } from '../../../src/core/markdown/images.ts';
import { parseFragment, transformHtml, writeTree } from '../../support/trees.ts';

const images: Readonly<Record<string, LocalImage | ImageFault>> = {
  'metro.jpg': { src: '/files/metro.jpg', width: 1200, height: 800 },
  'عکس ۱.jpg': { src: '/files/1.jpg', width: 300, height: 200, tone: 'tone-7' },
  'photo.jpg': { src: '/files/photo.jpg', width: 700, height: 400, variants: '/_pictures/x/' },
  'broken.jpg': { fault: 'image-damaged', values: { reason: 'x' } },
};
const findImage = (src: string): LocalImage | ImageFault | undefined => images[src];
const show = (html: string) => transformHtml(rehypeImages(), html, { findImage });
const metro = (alt = '') =>
  `<img src="/files/metro.jpg" alt="${alt}" width="1200" height="800" loading="lazy" decoding="async">`;

describe('rehypeImages', () => {
  it.each([
    ['alone in a paragraph', '<p><img src="metro.jpg" alt="مترو"></p>', `<figure>${metro('مترو')}</figure>`],
    [
      'with others in a paragraph',
      '<p><img src="metro.jpg">\n<img src="metro.jpg"><br> <img src="metro.jpg"></p>',
      Array(3).fill(`<figure>${metro()}</figure>`).join('\n'),
    ],
    [
      'in a link',
      '<p><a href="/about/"><img src="metro.jpg" title="شرح"></a></p>',
      `<figure><a href="/about/">${metro()}</a><figcaption>شرح</figcaption></figure>`,
    ],
  ])('turns a picture %s into a figure', (_, html, expected) => {
    expect(show(html).html).toBe(expected);
  });

  it('keeps an inline picture in place, with its title', () => {
    expect(show('<p>متن <img src="metro.jpg" alt="عكس 2" title="شرح 2"></p>').html).toBe(
      '<p>متن <img src="/files/metro.jpg" alt="عکس ۲" title="شرح ۲" width="1200" height="800" loading="lazy" decoding="async"></p>',
    );
  });

  it('adds the class of the placeholder colour', () => {
    expect(show('<p>متن <img src="عکس%20۱.jpg"></p>').html).toContain('decoding="async" class="tone-7">');
  });

  it.each([
    ['قطار شهری', 'قطار شهری'],
    ['قطار شهري در ایستگاه 8', 'قطار شهری در ایستگاه ۸'],
    ['قطار شهری | عکس: کاوه', 'قطار شهری <span class="credit">عکس: کاوه</span>'],
    ['قطار|کاوه', 'قطار <span class="credit">کاوه</span>'],
    ['با | خط | (عکس: مهر)', 'با | خط <span class="credit">عکس: مهر</span>'],
    ['عکس: ایسنا', '<span class="credit">عکس: ایسنا</span>'],
    ['(عکس از: ایسنا)', '<span class="credit">عکس از: ایسنا</span>'],
    ['| ایسنا', '<span class="credit">ایسنا</span>'],
    ['قطار |', 'قطار'],
  ])('splits the title %j into caption and credit', (title, expected) => {
    expect(show(`<p><img src="metro.jpg" title="${title}"></p>`).html).toBe(
      `<figure>${metro()}<figcaption>${expected}</figcaption></figure>`,
    );
  });

  it.each(['', '  ', '|'])('makes no caption from the title %j', (title) => {
    expect(show(`<p><img src="metro.jpg" title="${title}"></p>`).html).toBe(`<figure>${metro()}</figure>`);
  });

  it.each([
    ['https://a.example/x.jpg', 'https://a.example/x.jpg'],
    ['http://a.example/x.jpg', 'https://a.example/x.jpg'],
    ['//a.example/x.jpg', 'https://a.example/x.jpg'],
    ['https://user:pass@a.example/عکس.jpg', 'https://a.example/%D8%B9%DA%A9%D8%B3.jpg'],
  ])('loads %s over https without a referrer if its host is listed', (src, expected) => {
    const asked: string[] = [];
    const isShown = (address: string): boolean => asked.push(address) > 0;
    const { html, data } = transformHtml(rehypeImages(isShown), `<p>متن <img src="${src}" alt="عکس"></p>`);
    expect([asked, data.dropped]).toEqual([[expected], []]);
    expect(html).toBe(
      `<p>متن <img src="${expected}" alt="عکس" loading="lazy" decoding="async" referrerpolicy="no-referrer"></p>`,
    );
  });

  const link = (text: string): string =>
    `<a href="https://a.example/x.jpg" rel="external noopener noreferrer">${text}</a>`;

  it.each([
    ['in a text', '<p>متن <img src="//a.example/x.jpg" alt="عكس 2"></p>', `<p>متن ${link('عکس ۲')}</p>`],
    [
      'that stands alone',
      '<p><img src="http://a.example/x.jpg" alt="پل" title="شرح | کاوه"></p>',
      `<figure>${link('پل')}<figcaption>شرح <span class="credit">کاوه</span></figcaption></figure>`,
    ],
    [
      'without alternative text',
      '<p>متن <img src="//a.example/x.jpg"></p>',
      `<p>متن ${link('تصویر در a.example')}</p>`,
    ],
    [
      'in a link',
      '<p>متن <a href="/b/"><em><img src="//a.example/x.jpg" alt="پل"></em></a></p>',
      '<p>متن <a href="/b/"><em>پل</em></a></p>',
    ],
    [
      'that is a link',
      '<p><a href="/b/"><img src="//a.example/x.jpg" alt="پل"></a></p>',
      '<figure><a href="/b/">پل</a></figure>',
    ],
  ])('replaces a picture on another host %s with a link, and reports it', (_, written, expected) => {
    const { html, data } = show(written);
    expect(html).toBe(expected);
    expect(data.dropped).toEqual([
      { name: 'remote-image', address: 'https://a.example/x.jpg', line: 1, column: written.indexOf('<img') + 1 },
    ]);
  });

  it.each(['data:image/png;base64,AA==', 'javascript:alert(1)', 'https://', 'ftp://a.example/x.jpg'])(
    'removes a picture at %s and reports it',
    (src) => {
      const { html, data } = show(`<p>متن <img src="${src}"></p>`);
      expect(html).toBe('<p>متن </p>');
      expect(data.dropped).toEqual([{ name: 'image', address: src, line: 1, column: 8 }]);
      expect(data.missingImages).toEqual([]);
    },
  );

  it.each([
    ['none.jpg', { target: 'none.jpg' }],
    ['%DB%B1.jpg', { target: '۱.jpg' }],
    ['broken.jpg', { target: 'broken.jpg', reason: images['broken.jpg'] }],
    ['', { target: '' }],
  ])('removes the local picture %j, which can’t be shown, and reports it', (src, expected) => {
    const { html, data } = show(`<p>متن</p>\n<p><img src="${src}" title="شرح"></p>\n<p>متن</p>`);
    expect(html).toBe('<p>متن</p>\n<p>متن</p>');
    expect(data.missingImages).toEqual([{ ...expected, line: 2, column: 4 }]);
    expect(data.dropped).toEqual([]);
  });

  it('removes links left empty, except anchors', () => {
    const anchor = '<a href="#x" aria-label="پیوند به این بخش"></a>';
    expect(show(`<p>متن <a href="/about/"><img src="none.jpg"></a> ${anchor}</p>`).html).toBe(`<p>متن  ${anchor}</p>`);
    expect(show('<p><a href="/about/"><img src="none.jpg"></a></p>').html).toBe('');
  });

  it('does not look for a picture without an address', () => {
    const { data } = transformHtml(rehypeImages(), '<p><img></p>', { findImage: () => images['metro.jpg'] });
    expect(data.missingImages).toEqual([{ target: '', line: 1, column: 4 }]);
  });

  it('leaves no blank lines where it removes something', () => {
    const { html } = show('<blockquote>\n<p><img src="none.jpg"></p>\n<p>متن</p>\n</blockquote><p> </p>');
    expect(html).toBe('<blockquote>\n<p>متن</p>\n</blockquote><p> </p>');
  });

  it('reports local pictures as missing without findImage', () => {
    const { data } = transformHtml(rehypeImages(), '<p><img src="metro.jpg"></p>');
    expect(data.missingImages).toEqual([{ target: 'metro.jpg', line: 1, column: 4 }]);
  });
});

describe('rehypeVariants', () => {
  function showVariants(html: string): string {
    const tree = parseFragment(html);
    const file = new VFile({ data: { findImage } });
    rehypeImages()(tree, file);
    rehypeVariants()(tree, file);
    return writeTree(tree);
  }

  it('wraps a picture in its variants, in place', () => {
    const html = showVariants('<p><a href="/about/"><img src="photo.jpg" title="شرح"></a></p>');
    expect(html).toMatch(
      /^<figure><a href="\/about\/"><picture><source type="image\/avif" [^>]*><source type="image\/webp" [^>]*><img src="\/files\/photo.jpg" [^>]*><\/picture><\/a><figcaption>/,
    );
    expect(html).toContain('srcset="/_pictures/x/320.webp 320w, /_pictures/x/640.webp 640w"');
  });

  it('leaves a picture without variants unchanged', () => {
    expect(showVariants('<p><img src="metro.jpg"></p>')).toBe(`<figure class="broad">${metro()}</figure>`);
    expect(showVariants('<p><img src="https://a.example/x.jpg"></p>')).not.toContain('<picture');
  });

  it('does nothing if no pictures were found', () => {
    expect(transformHtml(rehypeVariants(), '<p>متن <img src="/a.jpg"></p>').html).toBe('<p>متن <img src="/a.jpg"></p>');
  });
});
