import fc from 'fast-check';
import type { Element, Root } from 'hast';
import { rehype } from 'rehype';
import { describe, expect, it } from 'vitest';
import { createMarkdownRenderer } from '../../../src/core/markdown/render.ts';
import { parseMarkdown } from '../../../src/core/markdown/parse.ts';
import { persianizeDigits } from '../../../src/core/numbers/digits.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { countRuns } from '../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 14040724);
const options = { seed, numRuns: countRuns(100, 1000) };
const renderWith = createMarkdownRenderer({ urls: createUrls('https://rooznegar.example') });
const findImage = (src: string) => (src.includes('a') ? { src: '/a.jpg', width: 1, height: 1 } : undefined);
const render = (markdown: string) => renderWith(markdown, findImage);

const scraps = fc.constantFrom(
  ...'#  ##  >  -  1.  `  ```  ~~  *  **  _  [  ]  (  )  ![  ](  |  \\  [^1]  [^1]:'.split('  '),
  ...'<script> </script> <!-- --> <b > " = &#x ; &quot; onclick= alert(1) style= <style> </b> <br>'.split(' '),
  ...'javascript: JAVASCRIPT&colon; data:text/html, vbscript: https:// // /news/ .md mailto: tel: %00 %zz @'.split(' '),
  ...'a C++ GB کتاب ي ۱۲ 12 % ٪ - . , : \u200C \u202E \u0000 \uD800'.split(' '),
  ' ',
  '\n',
  '\n\n',
  '\t',
  '    ',
  '\n|---|---|\n',
  'java\nscript:',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">',
);
const documents = fc
  .array(fc.oneof({ weight: 4, arbitrary: scraps }, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 60 })
  .map((parts) => parts.join(''));
const numbers = fc
  .array(fc.constantFrom(' ', ...'1 23 ۴ ٥ % ٪ . , - / : a GB ک میلیون ( @ # \u200C × ٬ ٫ \u064B'.split(' ')), {
    maxLength: 14,
  })
  .map((parts) => parts.join(''));

const parser = rehype().data('settings', { fragment: true }).freeze();

/** The elements that a browser would create from the result. */
function elementsOf(markdown: string, parent: Root | Element = parser.parse(render(markdown).html)): Element[] {
  return parent.children.flatMap((node) => (node.type === 'element' ? [node, ...elementsOf(markdown, node)] : []));
}

const ordinary = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom(
          ...'# ## > - + 1. ` ``` * ** _ [ ] ( ) ![ ]( : :: / . - --- === www http a ک < >'.split(' '),
        ),
      },
      { weight: 3, arbitrary: fc.constantFrom(' ', '\n', '\n\n', '\t', '    ', '[x', '[^', '&', '|') },
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe(`any document (seed ${seed})`, () => {
  it('parses as with GFM', () => {
    fc.assert(
      fc.property(fc.oneof(documents, ordinary), (markdown) => {
        expect(parseMarkdown(markdown)).toEqual(parseMarkdown(markdown, true));
      }),
      { seed, numRuns: countRuns(300, 10_000) },
    );
  });

  it('renders without failure, and never to active content', () => {
    fc.assert(
      fc.property(documents, (markdown) => {
        for (const { tagName, properties } of elementsOf(markdown)) {
          expect(tagName).not.toMatch(/^(?:script|style|iframe|object|embed|svg|form|base|meta|link|template)$/);
          for (const name of Object.keys(properties))
            expect(name).not.toMatch(/^(?:on|style$|srcDoc|action|formAction)/i);
        }
      }),
      options,
    );
  });

  it('has only valid, encoded and harmless URLs', () => {
    const valid = /^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#)(?:[!#$&'()*+,./:;=?@\w~[\]-]|%[0-9a-f]{2})*$/i;
    fc.assert(
      fc.property(documents, (markdown) => {
        for (const { properties } of elementsOf(markdown)) {
          for (const address of [properties['href'], properties['src']]) {
            if (address === undefined) continue;
            expect(address).toMatch(valid);
            expect(URL.canParse(String(address), 'https://rooznegar.example')).toBe(true);
          }
        }
      }),
      options,
    );
  });

  it('has unique ids', () => {
    fc.assert(
      fc.property(documents, (markdown) => {
        const ids = elementsOf(markdown).flatMap(({ properties }) => properties['id'] ?? []);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      options,
    );
  });

  it('is parsed by a browser as the HTML it was written from', () => {
    fc.assert(
      fc.property(documents, (markdown) => {
        const { html } = render(markdown);
        expect(parser.stringify(parser.parse(html))).toBe(html);
      }),
      options,
    );
  });

  it('has one line of text per block, trimmed', () => {
    fc.assert(
      fc.property(documents, (markdown) => {
        for (const line of render(markdown).text.split('\n')) expect(line).toBe(line.trim());
      }),
      options,
    );
  });
});

describe(`any text with numbers (seed ${seed})`, () => {
  it('is converted to Persian digits idempotently', () => {
    fc.assert(
      fc.property(numbers, (text) => {
        const once = persianizeDigits(text);
        expect(persianizeDigits(once)).toBe(once);
      }),
      { seed, numRuns: countRuns(300, 10_000) },
    );
  });

  it('keeps the order of its digits', () => {
    const values = (text: string): string =>
      text.replace(/[^0-9۰-۹٠-٩]/g, '').replace(/./g, (digit) => String(digit.charCodeAt(0) & 0xf));
    fc.assert(
      fc.property(numbers, (text) => {
        expect(values(persianizeDigits(text))).toBe(values(text));
      }),
      { seed, numRuns: countRuns(300, 10_000) },
    );
  });
});
