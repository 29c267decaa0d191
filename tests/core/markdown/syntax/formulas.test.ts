import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../../src/core/markdown/parse.ts';

/** List the formulas of a document, as written in the source. */
function formulasIn(markdown: string): string[] {
  const found: string[] = [];
  visit(parseMarkdown(markdown), 'formula', ({ position }) => {
    found.push(markdown.slice(position?.start.offset, position?.end.offset));
  });
  return found;
}

describe('formulas', () => {
  it.each([
    ['$a_1*b_2$ و $\\frac{a}{b}$', ['$a_1*b_2$', '$\\frac{a}{b}$']],
    ['$x$ و $n-1$ و $O(n)$ و $x + y$ و $ABC$', ['$x$', '$n-1$', '$O(n)$', '$x + y$', '$ABC$']],
    ["$f'(x)$ و $\\text{سرعت} = v$ و $v_{اولیه}$", ["$f'(x)$", '$\\text{سرعت} = v$', '$v_{اولیه}$']],
    ['$\\$5 = x$', ['$\\$5 = x$']],
    ['متن $$x = 1$$ متن', ['$$x = 1$$']],
    ['متن\n$$\nx_1\n+ y\n$$\nمتن', ['$$\nx_1\n+ y\n$$']],
    ['$$\nx = 1\n- 2\n$$', ['$$\nx = 1\n- 2\n$$']],
    ['$$\na\n= b $$', ['$$\na\n= b $$']],
    ['> $$\n> x\n> $$', ['$$\n> x\n> $$']],
    ['- $x_1$\n\n| $y_2$ |\n|---|', ['$x_1$', '$y_2$']],
  ])('are recognised in %j', (markdown, expected) => expect(formulasIn(markdown)).toEqual(expected));

  it.each([
    'بین $۱۰۰ و ۲۰۰$',
    'قیمت $5 و $12 است',
    'قیمت 5$ و 10$، ۱۵$،۲۰$',
    '$5، $10',
    '$100-$200 و $100 - 200$',
    'از $5 million to 10$',
    'US$ و A$',
    '$HOME/bin:$PATH',
    '$ x$ و $x $',
    '\\$x_1\\$',
    '`$x_1$`',
    '$$',
    '$$$x$$$',
    '$$\nx\n\ny\n$$',
    '$$ و $$',
    '$x_1\n$',
    `$${'x'.repeat(3000)}_1$`,
  ])('are not recognised in %s', (markdown) => expect(formulasIn(markdown)).toEqual([]));

  it('contain no emphasis', () => {
    const types: string[] = [];
    visit(parseMarkdown('$a*b*c$ و $$\\_x_ ~~y~~$$'), ({ type }) => types.push(type));
    expect(types).not.toContain('emphasis');
    expect(types).not.toContain('delete');
  });
});
