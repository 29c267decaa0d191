import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { galleryWithPicture, hasGallery, rehypeGalleries } from '../../../src/core/markdown/galleries.ts';
import { countRuns } from '../../support/runs.ts';
import { transformHtml } from '../../support/trees.ts';

const seed = Number(process.env['SEED'] ?? 14050913);
const group = (html: string): string => transformHtml(rehypeGalleries(), html).html;
const picture = (name: string): string => `<figure><img src="/${name}.jpg"></figure>`;
const gallery = (count: string, ...names: string[]): string =>
  `<figure class="gallery" aria-label="گالری با ${count} تصویر"><ul>${names.map((name) => `<li>${picture(name)}</li>`).join('')}</ul></figure>`;
const [a, b, c, d] = [...'abcd'].map(picture);

describe('rehypeGalleries', () => {
  it.each([
    ['pictures side by side', `${a}${b}`, gallery('۲', 'a', 'b')],
    ['pictures with white space between them', `${a}\n${b} \n ${c}`, gallery('۳', 'a', 'b', 'c')],
    [
      'two groups with a text between them',
      `<p>یک</p>\n${a}\n${b}\n<p>دو</p>\n${c}\n${d}\n`,
      `<p>یک</p>\n${gallery('۲', 'a', 'b')}\n<p>دو</p>\n${gallery('۲', 'c', 'd')}\n`,
    ],
    ['pictures beside one that stands alone', `${a}<p>متن</p>${b}${c}`, `${a}<p>متن</p>${gallery('۲', 'b', 'c')}`],
    [
      'pictures in a quotation and in a list',
      `<blockquote>\n${a}${b}\n</blockquote><ul><li>${c}${d}</li></ul>`,
      `<blockquote>\n${gallery('۲', 'a', 'b')}\n</blockquote><ul><li>${gallery('۲', 'c', 'd')}</li></ul>`,
    ],
  ])('groups %s', (_, html, expected) => {
    expect(group(html)).toBe(expected);
    expect(hasGallery(expected)).toBe(true);
  });

  it.each([
    ['a picture that stands alone', `<p>یک</p>${a}<p>دو</p>`],
    ['pictures with a text between them', `${a}<p>متن</p>${b}`],
    ['pictures in different blocks', `<blockquote>${a}</blockquote>${b}`],
    ['pull quotes', '<figure class="quote"></figure><figure class="quote"></figure>'],
    ['pictures with a pull quote between them', `${a}<figure class="quote"></figure>${b}`],
  ])('leaves %s unchanged', (_, html) => {
    expect(group(html)).toBe(html);
    expect(hasGallery(html)).toBe(false);
  });

  it(`keeps the order and leaves no two adjacent pictures ungrouped (SEED=${seed})`, () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('f', 'f', 'p', ' '), { maxLength: 12 }), (kinds) => {
        const html = kinds
          .map((kind, index) => (kind === 'f' ? picture(String(index)) : kind === 'p' ? `<p>${index}</p>` : '\n'))
          .join('');
        const grouped = group(html);
        const order = (text: string): string[] => text.match(/\d+(?=\.jpg|<\/p>)/g) ?? [];
        expect(order(grouped)).toEqual(order(html));
        expect(grouped).not.toMatch(/<\/figure>\s*<figure/);
        expect(grouped.split('<figure class').length - 1).toBe(
          html.match(/(?:<figure>.*?<\/figure>\s*){2,}/g)?.length ?? 0,
        );
      }),
      { seed, numRuns: countRuns(200, 2000) },
    );
  });
});

describe('hasGallery', () => {
  it.each([
    ['', false],
    ['<figure class="quote"></figure>', false],
    ['<p>&#x3C;figure class="gallery"</p>', false],
    ['<p>متن</p><figure class="gallery" aria-label="x"></figure>', true],
  ])('recognises a gallery in %j: %s', (html, expected) => {
    expect(hasGallery(html)).toBe(expected);
  });
});

describe('galleryWithPicture', () => {
  const two = (inner = ''): string => `<p>متن</p>${group(`<figure><img src="/a.jpg">${inner}</figure>${b}`)}`;

  it('finds the picture in a gallery, whatever its caption there', () => {
    const html = two('<figcaption>در متن</figcaption>');
    expect(galleryWithPicture(html, { src: '/a.jpg', alt: '', caption: 'دیگر' })).toBe(html);
    expect(galleryWithPicture(two(), { src: '/b.jpg', alt: '' })).toBe(two());
  });

  it('gives the picture its own caption and credit if it has none there', () => {
    expect(galleryWithPicture(two(), { src: '/a.jpg', alt: '', caption: 'پل < $& ABC', credit: 'مینا' })).toBe(
      two(
        '<figcaption>پل &#x3C; $&#x26; <bdi dir="ltr">ABC</bdi> <span class="credit"><bdi>مینا</bdi></span></figcaption>',
      ),
    );
  });

  it('finds pictures of other hosts by their address', () => {
    const html = group('<figure><img src="https://a.ir/?a=1&amp;b=2"></figure><figure><img src="/b.jpg"></figure>');
    expect(galleryWithPicture(html, { src: 'https://a.ir/?a=1&b=2', alt: '' })).toBe(html);
  });

  it('finds nothing outside of galleries, or in a part of an address', () => {
    for (const html of [
      '',
      `${a}<p>متن</p>${b}`,
      '<p> src="/a.jpg"</p>',
      group(`<figure><img src="/a.jpg2"></figure>${b}`),
    ])
      expect(galleryWithPicture(html, { src: '/a.jpg', alt: '', caption: 'پل' })).toBeUndefined();
  });
});
