import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Element, Root } from 'hast';
import { rehype } from 'rehype';
import { describe, expect, it } from 'vitest';
import { mathAttributes, mathElements } from '../../../src/core/markdown/syntax/mathml.ts';
import { createMarkdownRenderer } from '../../../src/core/markdown/render.ts';
import { createUrls } from '../../../src/core/urls.ts';
import { loadFormulaWriter } from '../../../src/engine/content/formulas.ts';
import { countRuns } from '../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 14050909);
const render = createMarkdownRenderer({ urls: createUrls('https://rooznegar.example'), loadFormulaWriter });
const parser = rehype().data('settings', { fragment: true }).freeze();

function elementsOf(parent: Root | Element): Element[] {
  return parent.children.flatMap((node) => (node.type === 'element' ? [node, ...elementsOf(node)] : []));
}

describe('formulas of a page', () => {
  it.each([
    ['$\\frac{a}{b}$', 'a/b'],
    ['$\\frac{a+1}{2b}$', '(a + 1)/2b'],
    ['$x^2 + y_i^{10}$', 'x² + yᵢ¹⁰'],
    ['$x^{a+b}$', 'x^(a + b)'],
    ['$\\sqrt{x+1} + \\sqrt[3]{y}$', '√(x + 1) + ∛y'],
    ['$a_1*b_2$', 'a₁ * b₂'],
    ['$e^{-x}$', 'e^(−x)'],
    ['$\\vec{v} = \\overline{ab}$', 'v = ab'],
    ['$\\sin x$', 'sin x'],
    ['$\\binom{n}{k}$', '(n k)'],
    ['$\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}$', '(1 2; 3 4)'],
    ['$\\text{سرعت} = v$', 'سرعت = v'],
    ['$x\\phantom{y}\\quad z$', 'x z'],
    ['$$\\sum_{i=1}^n i$$', '∑ᵢ₌₁ⁿi'],
    ['$\\underset{x}{\\lim}$', 'lim_x'],
    ['$1 < x_1$', '1 < x₁'],
  ])('show %s and read as %s', (markdown, text) => {
    const { html, text: read, dropped } = render(`رابطهٔ ${markdown} است`);
    expect(html).toContain('<math ');
    expect(read).toBe(`رابطهٔ ${text} است`);
    expect(dropped).toEqual([]);
  });

  it('are isolated from left to right inline', () => {
    expect(render('رابطهٔ $x_1$ است').html).toBe(
      '<p>رابطهٔ <bdi dir="ltr"><math alttext="x₁" dir="ltr"><msub><mi>x</mi><mn>1</mn></msub></math></bdi> است</p>',
    );
  });

  it.each(['$$x_1$$', '$$\nx_1\n$$', '> $$\n> x_1\n> $$'])(
    'are blocks that can be scrolled by keyboard in %j',
    (markdown) => {
      expect(render(markdown).html).toContain(
        '<div class="formula" dir="ltr" tabindex="0" role="group" aria-label="فرمول"><math alttext="x₁" dir="ltr" display="block">',
      );
    },
  );

  it.each([
    '\\frac{a}{',
    '\\nope{x}',
    '\\href{javascript:alert(1)}{x}',
    '\\includegraphics{https://evil.example/x.png}',
    '\\def\\a{\\a\\a}\\a',
    '\\label{x}',
    `${'{'.repeat(900)}x_1${'}'.repeat(900)}\\nope`,
  ])('are shown as typed and reported if they are invalid: %s', (tex) => {
    const { html, dropped, text } = render(`متن\n\nبا $${tex}$ است`);
    expect(html).not.toContain('<math');
    expect(text).toContain(`$${tex}$`);
    expect(dropped).toEqual([{ name: 'formula', address: tex, line: 3, column: 4 }]);
  });

  it('are shown as typed if they are invalid blocks, too', () => {
    const { text, dropped } = render('$$\n\\nope\n$$');
    expect(text).toBe('$$ \\nope $$');
    expect(dropped).toEqual([{ name: 'formula', address: '\\nope', line: 1, column: 1 }]);
  });

  it('do not include prices', () => {
    expect(render('بین $۱۰۰ و ۲۰۰$').html).toBe('<p>بین $۱۰۰ و ۲۰۰$</p>');
  });

  it('load their library only if a text contains one', () => {
    const never = createMarkdownRenderer({
      urls: createUrls('https://rooznegar.example'),
      loadFormulaWriter: () => expect.fail('loaded'),
    });
    expect(never('بین $۱۰۰ و ۲۰۰$ و $5').dropped).toEqual([]);
    expect(readFileSync('src/engine/content/formulas.ts', 'utf8')).not.toMatch(/^import (?!type).*temml/m);
  });

  it(`contain only allowed elements and attributes (seed ${seed})`, () => {
    const piece = fc.constantFrom(
      ...'x 1 + = _ ^ { } \\ & \\frac \\sqrt \\text{ \\color{red} \\style{color:red} \\class{a} \\id{b} \\href{x} \\url{y}'.split(
        ' ',
      ),
      ...'\\data{a=b} \\begin{matrix} \\end{matrix} \\\\ \\boxed{ \\cancel{ \\ref{x} \\tag{1} \\rule{1em}{1em} \\left( \\right)'.split(
        ' ',
      ),
      ...'<script> <img\u00A0src=x> onerror= </math> <style> \\mathbb{R} \\vec{x} \\overline{y} \\ce{H2O} ص'.split(' '),
    );
    const formulas = fc.array(piece, { minLength: 1, maxLength: 12 }).map((pieces) => `x_1${pieces.join('')}`);
    fc.assert(
      fc.property(formulas, fc.boolean(), (tex, isDisplay) => {
        const sign = isDisplay ? '$$' : '$';
        const { html } = render(`متن ${sign}${tex}${sign} متن`);
        expect(parser.stringify(parser.parse(html))).toBe(html);
        for (const math of elementsOf(parser.parse(html)).filter(({ tagName }) => tagName === 'math')) {
          for (const { tagName, properties } of elementsOf({ type: 'root', children: [math] })) {
            expect(mathElements).toContain(tagName);
            for (const name of Object.keys(properties)) {
              expect([...mathAttributes, 'alttext', 'dir', 'display', 'className']).toContain(
                name.replace(/(?!^)[A-Z]/, (letter) => (name === 'className' ? letter : letter.toLowerCase())),
              );
            }
          }
        }
      }),
      { seed, numRuns: countRuns(300, 5000) },
    );
  });
});
