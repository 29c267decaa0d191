import { describe, expect, it } from 'vitest';
import { rehypeQuotes } from '../../../src/core/markdown/quotes.ts';
import { transformHtml } from '../../support/trees.ts';

const attribute = (html: string): string => transformHtml(rehypeQuotes(), html).html;
const quote = (quotation: string, name: string): string =>
  `<figure class="quote"><blockquote>${quotation}</blockquote><figcaption>${name}</figcaption></figure>`;

describe('rehypeQuotes', () => {
  it.each([
    [
      'on the last line of its paragraph',
      '\n<p>«می‌خوانم.»\n— ایوب رهنورد</p>\n',
      quote('\n<p>«می‌خوانم.»</p>\n', 'ایوب رهنورد'),
    ],
    [
      'in a paragraph of its own',
      '\n<p>«یک.»</p>\n<p>«دو.»</p>\n<p>– ایوب رهنورد</p>\n',
      quote('\n<p>«یک.»</p>\n<p>«دو.»</p>', 'ایوب رهنورد'),
    ],
    [
      'with markup, on the last line',
      '<p>«<b>یک</b>.»\n― <a href="/x/">ایوب رهنورد</a>، <em>کتابدار</em></p>',
      quote('<p>«<b>یک</b>.»</p>', '<a href="/x/">ایوب رهنورد</a>، <em>کتابدار</em>'),
    ],
    [
      'with markup, in a paragraph',
      '<p>«یک.»</p><p>— <a href="/x/">ایوب رهنورد</a>، کتابدار</p>',
      quote('<p>«یک.»</p>', '<a href="/x/">ایوب رهنورد</a>، کتابدار'),
    ],
    [
      'on the last of several lines with a dash',
      '<p>— کجا بودی؟\n— در راه.\n— ایوب رهنورد</p>',
      quote('<p>— کجا بودی؟\n— در راه.</p>', 'ایوب رهنورد'),
    ],
    [
      'after lines with a dash and markup',
      '<p>— <b>کجا</b> بودی؟\n— در راه.\n— ایوب <b>رهنورد</b></p>',
      quote('<p>— <b>کجا</b> بودی؟\n— در راه.</p>', 'ایوب <b>رهنورد</b>'),
    ],
    ['after a list', '<ul><li>یک</li></ul><p>— ایوب رهنورد</p>', quote('<ul><li>یک</li></ul>', 'ایوب رهنورد')],
  ])('extracts an attribution %s', (_, inner, expected) => {
    expect(attribute(`<blockquote>${inner}</blockquote>`)).toBe(expected);
  });

  it('handles several quotations', () => {
    const one = '<blockquote><p>«یک.»\n— ایوب</p></blockquote>';
    expect(attribute(`${one}${one}<p>متن</p><ul><li>${one}</li></ul>`)).toBe(
      `${quote('<p>«یک.»</p>', 'ایوب').repeat(2)}<p>متن</p><ul><li>${quote('<p>«یک.»</p>', 'ایوب')}</li></ul>`,
    );
  });

  it.each([
    ['without a name', '<blockquote><p>«یک.»</p></blockquote>'],
    ['that is empty', '<blockquote></blockquote>'],
    ['that consists of a line with a dash', '<blockquote><p>— ایوب رهنورد</p></blockquote>'],
    ['with dashes within a line', '<blockquote><p>یک — دو — سه</p></blockquote>'],
    ['with a dash within its last paragraph', '<blockquote><p>یک</p><p>دو — سه</p></blockquote>'],
    ['of a dialogue that ends with a sentence', '<blockquote><p>— کجا بودی؟\n— «در راه.»</p></blockquote>'],
    ['with a hyphen', '<blockquote><p>«یک.»\n- ایوب رهنورد</p></blockquote>'],
    ['that ends in a list', '<blockquote><p>«یک.»\n— ایوب</p><ul><li>دو</li></ul></blockquote>'],
    ['with markup before the dash', '<blockquote><p>«یک.»</p><p><b>— ایوب رهنورد</b></p></blockquote>'],
  ])('leaves a quotation %s unchanged', (_, html) => {
    expect(attribute(html)).toBe(html);
  });

  it('ignores dashes outside quotations', () => {
    expect(attribute('<ul><li><p>«یک.»\n— دو</p></li></ul>')).toBe('<ul><li><p>«یک.»\n— دو</p></li></ul>');
    expect(attribute('<p>یک\n— دو</p>')).toBe('<p>یک\n— دو</p>');
  });
});
