import fc from 'fast-check';
import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { rehypeDirection } from '../../../src/core/markdown/direction.ts';
import { attributeOf, elementsOf, textOf } from '../../support/html.ts';
import { countRuns } from '../../support/runs.ts';
import { transformHtml } from '../../support/trees.ts';

const seed = Number(process.env['SEED'] ?? 14050911);
const direct = (html: string): string => transformHtml(rehypeDirection(), html).html;

describe('rehypeDirection', () => {
  it.each(['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'figcaption'])('marks a Latin <%s>', (name) => {
    expect(direct(`<${name}>C++ and ۱۲ words</${name}>`)).toBe(`<${name} dir="ltr">C++ and ۱۲ words</${name}>`);
  });

  it.each([
    [
      'a Latin cell of a Persian table',
      '<table><tbody><tr><th>تیم</th><td>Real Madrid</td><th>Inter</th></tr></tbody></table>',
      '<table><tbody><tr><th>تیم</th><td dir="ltr">Real Madrid</td><th dir="ltr">Inter</th></tr></tbody></table>',
    ],
    [
      'the outermost of nested blocks only',
      '<blockquote><p>One.</p><ul><li>Two<p>Three</p></li></ul></blockquote>',
      '<blockquote dir="ltr"><p>One.</p><ul><li>Two<p>Three</p></li></ul></blockquote>',
    ],
    [
      'the Latin paragraph of a quotation that also has a Persian one',
      '<blockquote><p>One.</p><p>دو.</p></blockquote>',
      '<blockquote><p dir="ltr">One.</p><p>دو.</p></blockquote>',
    ],
    ['a Latin list', '<ol><li>one</li><li>two</li></ol>', '<ol dir="ltr"><li>one</li><li>two</li></ol>'],
    [
      'a Latin list within an item of a Persian one',
      '<ul><li>یک<ul><li>two</li></ul></li></ul>',
      '<ul><li>یک<ul dir="ltr"><li>two</li></ul></li></ul>',
    ],
    [
      'a Latin credit',
      '<figcaption><span class="credit">AP</span></figcaption>',
      '<figcaption dir="ltr"><span class="credit">AP</span></figcaption>',
    ],
    [
      'the outermost block, and leaves code in it its own direction',
      '<blockquote><p>Run <code dir="ltr">x</code></p></blockquote>',
      '<blockquote dir="ltr"><p>Run <code dir="ltr">x</code></p></blockquote>',
    ],
    ['text that has Persian only in code', '<p>Run <code>سلام</code></p>', '<p dir="ltr">Run <code>سلام</code></p>'],
  ])('marks %s', (_, html, expected) => {
    expect(direct(html)).toBe(expected);
  });

  it.each([
    [
      'a paragraph',
      '<p>This is the report of the agency.</p>',
      '<p dir="ltr" lang="en">This is the report of the agency.</p>',
    ],
    [
      'the outermost block only',
      '<blockquote><p>The report was read.</p><p>It is not new.</p></blockquote>',
      '<blockquote dir="ltr" lang="en"><p>The report was read.</p><p>It is not new.</p></blockquote>',
    ],
    [
      'a cell',
      '<table><tbody><tr><td>متن</td><td>The end of the world</td></tr></tbody></table>',
      '<table><tbody><tr><td>متن</td><td dir="ltr" lang="en">The end of the world</td></tr></tbody></table>',
    ],
  ])('marks English as English: %s', (_, html, expected) => {
    expect(direct(html)).toBe(expected);
  });

  it.each([
    ['in another marked language', '<div lang="en-GB"><p>This is the report of the agency.</p></div>'],
    ['within Persian', '<p>متن: This is the report of the agency.</p>'],
    ['a name', '<p>The New York Times</p>'],
    ['German', '<p>Der Bericht ist in der Zeitung und was man will.</p>'],
    ['French', '<p>Le rapport de la commission est on ne peut plus clair as.</p>'],
    ['code', '<p>Run <code>the file of this and that is it</code></p>'],
  ])('does not mark as English %s', (_, html) => {
    expect(direct(html)).not.toContain('lang="en"');
  });

  it.each([
    ['Persian', '<p>متن</p>'],
    ['Persian with Latin words', '<p>متن با <b>Latin</b></p>'],
    ['Hebrew', '<p>שלום Latin</p>'],
    ['presentation forms', '<p>ﻛﺘﺎﺏ Latin</p>'],
    ['numbers and signs', '<p>12 ۳۴ %</p>'],
    ['Latin items of a mixed list', '<ul><li>one</li><li>دو</li></ul>'],
    ['code alone', '<p><code>npm</code></p>'],
    ['footnote references', '<p>۱۲ <a class="fn-ref" href="#fn-1">a</a></p>'],
    ['elements that are not text blocks', '<div>Latin</div>'],
  ])('does not mark %s', (_, html) => {
    expect(direct(html)).toBe(html);
  });

  it(`marks every Latin block once and no block with a Persian letter (SEED=${seed})`, () => {
    const { blocks } = fc.letrec<{ blocks: Element; content: Element | string }>((tie) => ({
      content: fc.oneof({ maxDepth: 3 }, fc.constantFrom('متن', 'text', '12 '), tie('blocks')),
      blocks: fc
        .tuple(fc.constantFrom('p', 'ul', 'li', 'blockquote', 'div'), fc.array(tie('content'), { maxLength: 3 }))
        .map(([name, content]) => h(name, content)),
    }));
    fc.assert(
      fc.property(blocks, (block) => {
        const tree: Root = { type: 'root', children: [block] };
        rehypeDirection()(tree);
        for (const { element, ancestors } of elementsOf(tree)) {
          const isMarked = [element, ...ancestors].filter((each) => attributeOf(each, 'dir') === 'ltr').length;
          if (/[آ-ی]/.test(textOf(element))) expect(attributeOf(element, 'dir')).toBeUndefined();
          else if (/[a-z]/.test(textOf(element)) && /^(?:p|ul|blockquote)$/.test(element.tagName))
            expect(isMarked).toBe(1);
          else expect(isMarked).toBeLessThanOrEqual(1);
        }
      }),
      { seed, numRuns: countRuns(200, 2000) },
    );
  });
});
