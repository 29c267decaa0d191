import type { Nodes, Paragraph } from 'mdast';
import { describe, expect, it } from 'vitest';
import {
  codeEnd,
  foreignLanguage,
  foreignNode,
  holdsBlocks,
  remarkForeign,
} from '../../../../src/core/markdown/html/other-languages.ts';
import { parseMarkdown } from '../../../../src/core/markdown/parse.ts';
import { transformMarkdown } from '../../../support/trees.ts';

const mark = (markdown: string): string => transformMarkdown(remarkForeign(), markdown).html;

describe('remarkForeign', () => {
  it.each([
    ['a phrase', 'گفت: <q lang="ar">قال علي</q>.', '<p>گفت: <span lang="ar">قال علي</span>.</p>'],
    ['a phrase with markup', '<i lang=de>Das **Buch**</i>', '<p><span lang="de">Das <strong>Buch</strong></span></p>'],
    ['a phrase in capitals', '<Q LANG="ar">قال</Q>', '<p><span lang="ar">قال</span></p>'],
    [
      'a phrase in a phrase of the same name',
      '<b lang="ar">یک <b>دو</b> سه</b> چهار',
      '<p><span lang="ar">یک <b>دو</b> سه</span> چهار</p>',
    ],
    [
      'paragraphs',
      '<div lang="en">\n\nOne\n\nTwo\n\n</div>\n\nمتن',
      '<div lang="en"><p>One</p><p>Two</p></div>\n<p>متن</p>',
    ],
    ['a quotation', "<BLOCKQUOTE lang='ar'>\n\nقال\n\n</BLOCKQUOTE>", '<blockquote lang="ar"><p>قال</p></blockquote>'],
    ['a phrase in a list', '- متن <q lang="ar">قال</q>', '<ul>\n<li>متن <span lang="ar">قال</span></li>\n</ul>'],
    ['a phrase, dropping other attributes', '<q lang="ar" onclick="x()">قال</q>', '<p><span lang="ar">قال</span></p>'],
  ])('marks %s as another language', (_, markdown, expected) => {
    expect(mark(markdown)).toBe(expected);
  });

  it.each(['code', 'kbd', 'samp', 'var', 'tt', 'KBD'])('turns <%s> into code', (name) => {
    expect(mark(`دکمهٔ <${name} class="x">Ctrl+*ك*</${name}> را`)).toBe('<p>دکمهٔ <code>Ctrl+ك</code> را</p>');
  });

  it.each([
    ['Persian', '<p>متن <q lang="fa-IR">قال</q></p>', 'متن <q lang="fa-IR">قال</q>'],
    ['an invalid language', '<p>متن <q lang="x1y">قال</q></p>', 'متن <q lang="x1y">قال</q>'],
    ['an element that is not closed', '<p>متن <q lang="ar">قال</p>', 'متن <q lang="ar">قال'],
    ['an element that closes itself', '<p>متن <q lang="ar" />قال</q></p>', 'متن <q lang="ar" />قال</q>'],
    ['an element that is closed elsewhere', '<p>متن <em><q lang="ar">قال</em></q></p>', 'متن *<q lang="ar">قال*</q>'],
    [
      'elements with longer names',
      '<p>متن <barcode>۱</barcode> <codec>۲</codec></p>',
      'متن <barcode>۱</barcode> <codec>۲</codec>',
    ],
    ['links', '<p>متن <a lang="ar" href="/a">قال</a></p>', 'متن <a lang="ar" href="/a">قال</a>'],
    ['other elements', '<p>متن <b>قال</b></p>', 'متن <b>قال</b>'],
    ['code that is a block', '<code>\n<p>متن</p>\n</code>', '<code>\n\nمتن\n\n</code>'],
  ])('leaves raw HTML unchanged: %s', (_, expected, markdown) => {
    expect(mark(markdown)).toBe(expected);
  });

  it('drops control characters that would affect the following text', () => {
    expect(mark('<q lang="ar">قا\u202Eل *ع\u2067لي*</q> متن\u202E')).toBe(
      '<p><span lang="ar">قال <em>علي</em></span> متن\u202E</p>',
    );
  });

  it('copes with thousands of unclosed elements', () => {
    expect(mark('<b>'.repeat(3000) + '<q lang="ar">'.repeat(3000)).length).toBeGreaterThan(3000);
  });
});

describe('foreignNode', () => {
  it('holds the element name and language', () => {
    const children: Nodes[] = [{ type: 'emphasis', children: [{ type: 'text', value: 'a\u0000b' }] }];
    expect(foreignNode('ar', 'span', children)).toEqual({
      type: 'foreign',
      data: { hName: 'span', hProperties: { lang: 'ar' } },
      children: [{ type: 'emphasis', children: [{ type: 'text', value: 'ab' }] }],
    });
  });
});

describe('foreignLanguage', () => {
  it.each(['ar', 'en-GB', 'EN', 'fab', 'zh-Hant-TW', 'ckb', 'ar-fas'])('accepts %s', (lang) => {
    expect(foreignLanguage(lang)).toBe(lang);
  });

  it.each(['fa', 'FA', 'fa-IR', 'fas', 'per', 'fas-AF', '', 'a', 'english', 'en_GB', 'en"', 'ar x', true, undefined])(
    'rejects %s',
    (lang) => {
      expect(foreignLanguage(lang)).toBeUndefined();
    },
  );
});

describe('codeEnd', () => {
  const paragraphOf = (markdown: string): Paragraph => parseMarkdown(markdown).children[0] as Paragraph;

  it.each([
    ['<code>x</code>', 0, 2],
    ['متن <kbd>**x**<br></kbd> متن', 1, 4],
    ['<code>x', 0, -1],
    ['<b>x</b>', 0, -1],
    ['<q lang="ar">x</q>', 0, -1],
    ['متن <code>x</code>', 0, -1],
  ])('in %s from %i returns %i', (markdown, index, expected) => {
    expect(codeEnd(paragraphOf(markdown), index)).toBe(expected);
  });

  it('returns -1 among blocks', () => {
    expect(codeEnd(parseMarkdown('<code>\n\nx\n\n</code>'), 0)).toBe(-1);
  });
});

describe('holdsBlocks', () => {
  it.each(['root', 'blockquote', 'listItem', 'footnoteDefinition'] as const)('returns true for a %s', (type) => {
    expect(holdsBlocks({ type, children: [] } as never)).toBe(true);
  });

  it.each(['paragraph', 'heading', 'tableCell', 'emphasis', 'link'] as const)('returns false for a %s', (type) => {
    expect(holdsBlocks({ type, children: [] } as never)).toBe(false);
  });
});
