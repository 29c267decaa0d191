import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isVast, parseHtml, remarkDropHtml } from '../../../src/core/markdown/raw-html.ts';
import { findAll, textOf } from '../../support/html.ts';
import { countRuns } from '../../support/runs.ts';
import { transformMarkdown } from '../../support/trees.ts';

const seed = Number(process.env['SEED'] ?? 14050916);
const drop = (markdown: string): string => transformMarkdown(remarkDropHtml(), markdown).html;

describe('remarkDropHtml', () => {
  it.each([
    ['tags', 'پیش <b onclick="x()">پررنگ</b> پس', '<p>پیش پررنگ پس</p>'],
    ['line breaks', 'یک<br>دو<BR/>سه<br class="x">چهار', '<p>یک<br>\nدو<br>\nسه<br>\nچهار</p>'],
    ['comments', 'یک<!-- دو -->سه', '<p>یکسه</p>'],
    ['scripts, with what they hold', 'یک<script>x()</script>دو', '<p>یکدو</p>'],
    ['scripts in capitals', 'یک<SCRIPT>x()</Script>دو', '<p>یکدو</p>'],
    ['players, with markup in them', 'یک<video>*x* <b>y</b></VIDEO>دو', '<p>یکدو</p>'],
    ['scripts that are not closed', 'یک<script>دو', '<p>یکدو</p>'],
    ['tags in markup', '*یک <b>دو</b>*', '<p><em>یک دو</em></p>'],
  ])('keeps what a browser would show, inline: %s', (_, markdown, expected) => {
    expect(drop(markdown)).toBe(expected);
  });

  it.each([
    ['blocks', '<p>یک</p><div>دو <b>سه</b></div>', '<p>یک</p>\n<p>دو سه</p>'],
    ['tables', '<table><tr><td>۱</td><td>۲</td></tr><tr><td>۳</td></tr></table>', '<p>۱ ۲</p>\n<p>۳</p>'],
    ['scripts and comments', '<script>x()</script>\n\n<!-- یک\nدو -->\n\nسه', '<p>سه</p>'],
    ['what is hidden', '<p hidden>یک</p><p>دو</p>', '<p>دو</p>'],
    ['CDATA and processing instructions', '<div><![CDATA[a > b]]>یک<?php x > y ?></div>', '<p>یک</p>'],
    ['markup, as text', '<div>*یک*</div>', '<p>*یک*</p>'],
    ['another language', '<p lang="en">One</p>', '<div lang="en"><p>One</p></div>'],
    [
      'a quotation in another language',
      '<blockquote lang="ar">قال</blockquote>',
      '<blockquote lang="ar"><p>قال</p></blockquote>',
    ],
    [
      'another language within Persian',
      '<div><p>یک</p><p lang="en">One</p>دو</div>',
      '<p>یک</p>\n<div lang="en"><p>One</p></div>\n<p>دو</p>',
    ],
    ['blocks in a quotation', '> <div>یک</div>', '<blockquote>\n<p>یک</p>\n</blockquote>'],
  ])('keeps what a browser would show, as blocks: %s', (_, markdown, expected) => {
    expect(drop(markdown)).toBe(expected);
  });

  it('removes paragraphs that become empty', () => {
    expect(drop('یک\n\n<b></b> <i></i>\n\nدو')).toBe('<p>یک</p>\n<p>دو</p>');
  });

  it('drops raw HTML with too many tags to parse', () => {
    expect(drop(`<div>یک${'<b></b>'.repeat(600)}</div>\n\nدو`)).toBe('<p>دو</p>');
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
    );
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 25 }), (parts) => {
        const { tree } = transformMarkdown(remarkDropHtml(), parts.join(''));
        expect(JSON.stringify(tree)).not.toContain('"type":"html"');
      }),
      { seed, numRuns: countRuns(200, 2000) },
    );
  });
});

describe('isVast', () => {
  it.each([
    [999, false],
    [1000, true],
  ])('for %i tags returns %s', (count, expected) => {
    expect(isVast('<b>'.repeat(count))).toBe(expected);
  });
});

describe('parseHtml', () => {
  it('blanks out CDATA and processing instructions, keeping offsets', () => {
    const html = '<?x a > b ?>\n<div><![CDATA[ y > z ]]><i>متن</i></div>';
    const tree = parseHtml(html);
    expect(textOf(tree).trim()).toBe('متن');
    expect(findAll(tree, 'i')[0]!.position?.start.offset).toBe(html.indexOf('<i>'));
  });

  it('blanks out an unclosed CDATA section to the end', () => {
    expect(findAll(parseHtml('<b></b><![CDATA[<i></i>'), 'b', 'i').map(({ tagName }) => tagName)).toEqual(['b']);
  });
});
