import fc from 'fast-check';
import { h } from 'hastscript';
import type { Root } from 'hast';
import { describe, expect, it } from 'vitest';
import { rehypeBidi } from '../../../src/core/markdown/bidi.ts';
import { bidiSpans } from '../../../src/core/text/bidi.ts';
import { findAll, textOf } from '../../support/html.ts';
import { countRuns } from '../../support/runs.ts';
import { transformHtml } from '../../support/trees.ts';

const seed = Number(process.env['SEED'] ?? 14050910);
const isolate = (html: string): string => transformHtml(rehypeBidi(), html).html;

describe('rehypeBidi', () => {
  it.each([
    ['a run with a symbol at its edge', '<p>زبان C++ است</p>', '<p>زبان <bdi dir="ltr">C++</bdi> است</p>'],
    ['several runs of a text', '<p>C++ و C#</p>', '<p><bdi dir="ltr">C++</bdi> و <bdi dir="ltr">C#</bdi></p>'],
    [
      'a run whose neighbour is in another element',
      '<p>برند <strong>Apple</strong>، <a href="/">Google</a>.</p>',
      '<p>برند <strong><bdi dir="ltr">Apple</bdi></strong>، <a href="/">Google</a>.</p>',
    ],
    [
      'a run before a picture and another run, since the picture is neutral',
      '<p>برند Apple<img src="/a.jpg">Google</p>',
      '<p>برند <bdi dir="ltr">Apple</bdi><img src="/a.jpg">Google</p>',
    ],
    [
      'text beside code, but not the code',
      '<p>زبان <code dir="ltr">C++</code> و C#</p>',
      '<p>زبان <code dir="ltr">C++</code> و <bdi dir="ltr">C#</bdi></p>',
    ],
    [
      'text around and inside a block',
      '<ul><li>زبان C++<ul><li>زبان C#</li></ul>دمای -۵</li></ul>',
      '<ul><li>زبان <bdi dir="ltr">C++</bdi><ul><li>زبان <bdi dir="ltr">C#</bdi></li></ul>دمای <bdi dir="ltr">-۵</bdi></li></ul>',
    ],
  ])('isolates %s', (_, html, expected) => {
    expect(isolate(html)).toBe(expected);
  });

  it.each(['a', 'bdi', 'code', 'del', 'em', 'span', 'strong', 'sup'])('continues the line through <%s>', (name) => {
    const run = (text: string): string => `<p>برند <${name}>${text}</${name}>، Google</p>`;
    expect(isolate(run('Apple'))).toBe(run('<bdi dir="ltr">Apple</bdi>'));
  });

  it.each(['br', 'img', 'input'])('continues the line after <%s>', (name) => {
    expect(isolate(`<p>برند Apple<${name}>، Google</p>`)).toBe(
      `<p>برند <bdi dir="ltr">Apple</bdi><${name}>، Google</p>`,
    );
  });

  it.each([
    ['text that the algorithm already places correctly', '<p>شرکت Apple در New York</p>'],
    ['blocks that are entirely left-to-right', '<p dir="ltr">C++ and C#</p>'],
    ['a run whose neighbour is in the next block', '<blockquote><p>برند Apple،</p> <p>Google</p></blockquote>'],
    ['a run whose neighbour is after a block', '<ul><li>برند Apple،<p>متن</p> Google</li></ul>'],
    ['a run that several elements share', '<p>زبان C<strong>++</strong> است</p>'],
    ['comments', '<p>زبان<!-- C++ --></p>'],
  ])('leaves %s unchanged', (_, html) => {
    expect(isolate(html)).toBe(html);
  });

  it(`keeps every character, and isolates exactly the spans within one element (SEED=${seed})`, () => {
    const words = fc.constantFrom(
      'زبان ',
      'C++ ',
      '.NET',
      'Apple',
      '، ',
      'و ',
      '-۵ ',
      '۰۲۱-۱۲۳۴۵۶۷۸ ',
      '(UCLG) ',
      ' ۳ گل',
    );
    const pieces = fc.array(fc.tuple(fc.constantFrom('strong', 'em', 'a'), words), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(pieces, (list) => {
        const tree: Root = {
          type: 'root',
          children: [
            h(
              'p',
              list.map(([name, text]) => h(name, text)),
            ),
          ],
        };
        const text = textOf(tree);
        let end = 0;
        const edges = list.map(([, { length }]) => (end += length));
        const whole = bidiSpans(text).filter((span) => !edges.some((edge) => span.start < edge && edge < span.end));
        rehypeBidi()(tree);
        expect(textOf(tree)).toBe(text);
        expect(findAll(tree, 'bdi').map(textOf)).toEqual(whole.map((span) => text.slice(span.start, span.end)));
      }),
      { seed, numRuns: countRuns(200, 2000) },
    );
  });
});
