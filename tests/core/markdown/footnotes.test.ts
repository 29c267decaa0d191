import fc from 'fast-check';
import type { Root } from 'hast';
import { remark } from 'remark';
import remarkRehype from 'remark-rehype';
import { describe, expect, it } from 'vitest';
import { footnoteOptions, rehypeFootnotes } from '../../../src/core/markdown/footnotes.ts';
import { parseMarkdown } from '../../../src/core/markdown/parse.ts';
import { attributeOf, elementsOf, findAll, textOf } from '../../support/html.ts';
import { countRuns } from '../../support/runs.ts';
import { writeTree } from '../../support/trees.ts';

const seed = Number(process.env['SEED'] ?? 14050912);
const bridge = remark().use(remarkRehype, footnoteOptions).freeze();

function number(markdown: string): Root {
  const tree = bridge.runSync(parseMarkdown(markdown));
  rehypeFootnotes()(tree);
  return tree;
}

/** List the references in the text and the links of the notes, as `number id → target`. */
const linksOf = (tree: Root, name: 'fn-ref' | 'fn-back'): string[] =>
  findAll(tree, 'a')
    .filter((link) => attributeOf(link, 'class') === name)
    .map((link) => `${textOf(link)} ${attributeOf(link, 'id') ?? ''} → ${attributeOf(link, 'href')}`);

describe('rehypeFootnotes', () => {
  it('links a reference and its note in both directions', () => {
    expect(writeTree(number('متن[^الف]\n\n[^الف]: یادداشت'))).toBe(
      '<p>متن<sup><a class="fn-ref" href="#fn-1" id="fnref-1" aria-label="پانوشت ۱">۱</a></sup></p>\n' +
        '<section class="footnotes" aria-labelledby="fn-label"><h2 id="fn-label">پانوشت‌ها</h2>\n<ol>\n<li id="fn-1">\n' +
        '<p>یادداشت <a class="fn-back" href="#fnref-1" aria-label="بازگشت به متن">↩</a></p>\n</li>\n</ol>\n</section>',
    );
  });

  it('links a note back to each of its references, numbered from the second on', () => {
    const tree = number('یک[^1] دو[^1] سه[^1]\n\n[^1]: یادداشت');
    expect(linksOf(tree, 'fn-ref')).toEqual(['۱ fnref-1 → #fn-1', '۱ fnref-1-2 → #fn-1', '۱ fnref-1-3 → #fn-1']);
    expect(linksOf(tree, 'fn-back').map((link) => link.replace(/^.*→ /, ''))).toEqual([
      '#fnref-1',
      '#fnref-1-2',
      '#fnref-1-3',
    ]);
    expect(writeTree(tree).match(/aria-label="بازگشت[^"]*"/g)).toEqual([
      'aria-label="بازگشت به متن"',
      'aria-label="بازگشت به متن (۲)"',
      'aria-label="بازگشت به متن (۳)"',
    ]);
  });

  it('does not mistake a number in a name for a repeated reference', () => {
    const tree = number('یک[^a] دو[^a] سه[^a-2]\n\n[^a]: الف\n[^a-2]: ب');
    expect(linksOf(tree, 'fn-ref')).toEqual(['۱ fnref-1 → #fn-1', '۱ fnref-1-2 → #fn-1', '۲ fnref-2 → #fn-2']);
  });

  it('does not count list items within a note', () => {
    const tree = number('یک[^1] دو[^2]\n\n[^1]:\n    - الف\n    - ب\n\n[^2]: پ');
    expect(findAll(tree, 'li').map((item) => attributeOf(item, 'id'))).toEqual(['fn-1', undefined, undefined, 'fn-2']);
  });

  it('writes multi-digit numbers in Persian', () => {
    const names = Array.from({ length: 12 }, (_, index) => `n${index}`);
    const tree = number(
      `${names.map((name) => `[^${name}]`).join(' ')}\n\n${names.map((name) => `[^${name}]: متن`).join('\n')}`,
    );
    expect(linksOf(tree, 'fn-ref').at(-1)).toBe('۱۲ fnref-12 → #fn-12');
  });

  it('leaves a text without footnotes unchanged', () => {
    expect(writeTree(number('متن [پیوند](/about/)'))).toBe('<p>متن <a href="/about/">پیوند</a></p>');
  });

  it(`gives every link exactly one target, for any names and repetitions (SEED=${seed})`, () => {
    const names = fc.constantFrom('1', '2', 'a', 'a-2', 'a-2-2', 'fn-1', 'الف', 'الف-2', 'x%y');
    fc.assert(
      fc.property(fc.array(names, { minLength: 1, maxLength: 15 }), (references) => {
        const notes = [...new Set(references)];
        const tree = number(
          `${references.map((name) => `متن[^${name}]`).join(' ')}\n\n${notes.map((name) => `[^${name}]: متن`).join('\n')}`,
        );
        const ids = elementsOf(tree).flatMap(({ element }) => attributeOf(element, 'id') ?? []);
        const targets = findAll(tree, 'a').map((link) => attributeOf(link, 'href')!.slice(1));
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toHaveLength(references.length + notes.length + 1);
        expect(targets).toHaveLength(2 * references.length);
        expect(ids).toEqual(expect.arrayContaining(targets));
      }),
      { seed, numRuns: countRuns(100, 1000) },
    );
  });
});
