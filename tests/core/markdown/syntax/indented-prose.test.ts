import fc from 'fast-check';
import type { Code, Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../../src/core/markdown/parse.ts';
import { countRuns } from '../../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 14050909);
const typesOf = (markdown: string) => parseMarkdown(markdown).children.map(({ type }) => type);

function codeIn(node: Nodes): Code[] {
  if (node.type === 'code') return [node];
  return 'children' in node ? node.children.flatMap(codeIn) : [];
}

describe('indented blocks', () => {
  it.each([
    ['a paragraph', '    این یک بند است.', ['paragraph']],
    ['a paragraph after a tab', '\tاین یک بند است.\n\tو دنباله‌اش.', ['paragraph']],
    ['several paragraphs', '    یک.\n\n    دو.', ['paragraph', 'paragraph']],
    ['a list', '    - یک\n    - دو', ['list']],
    ['a numbered list', '\t۱. یک\n\t۲. دو', ['list']],
    ['a heading', '    ## تیتر', ['heading']],
    ['prose with a Latin name', '    شرکت Apple گفت که چنین نیست.', ['paragraph']],
    ['table cells of an HTML export', '    <td class="a">متن</td>', ['html']],
    ['code', '    npm run build', ['code']],
    ['numbers', '    12 34', ['code']],
    ['code with a comment', '    const total = sum(values); // جمع', ['code']],
    ['code and prose in one document', '    بند.\n\nمتن\n\n    code();', ['paragraph', 'paragraph', 'code']],
  ])('are parsed by their content: %s', (_, markdown, types) => expect(typesOf(markdown)).toEqual(types));

  it('continue list items', () => {
    const [list] = parseMarkdown('- الف\n\n      دنبالهٔ الف\n    - ب').children;
    expect(list).toMatchObject({
      type: 'list',
      children: [{ children: [{ type: 'paragraph' }, { type: 'paragraph' }, { type: 'list' }] }],
    });
  });

  it('keep their positions in the source', () => {
    const [paragraph] = parseMarkdown('    متن').children;
    expect(paragraph).toMatchObject({ children: [{ position: { start: { offset: 4 }, end: { offset: 7 } } }] });
  });

  const lines =
    '    متن فارسی|\tمتن دیگر|    code();|        x|- مورد|  ۱. مورد|> نقل|>     نقل|||بند|      دنباله|```|    <b>متن</b>|\t- زیرمورد|    # تیتر';
  const line = fc.constantFrom(...lines.split('|'));
  const documents = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));

  it(`of Persian text are never code (seed ${seed})`, () => {
    fc.assert(
      fc.property(documents, (markdown) => {
        for (const { value, position } of codeIn(parseMarkdown(markdown))) {
          const isFenced = markdown.charAt(position?.start.offset ?? 0) === '`';
          const persian = value.match(/[آ-ی]/g)?.length ?? 0;
          if (!isFenced) expect(persian).toBeLessThanOrEqual(value.match(/[a-z]/gi)?.length ?? 0);
        }
      }),
      { seed, numRuns: countRuns(500, 10_000) },
    );
  });

  it(`of Latin text are parsed as in CommonMark (seed ${seed})`, () => {
    const latin = documents.map((markdown) => markdown.replace(/[آ-ی]+/g, 'abc').replace(/[۰-۹]/g, '1'));
    fc.assert(
      fc.property(latin, (markdown) => {
        expect(parseMarkdown(markdown)).toEqual(fromMarkdown(markdown));
      }),
      { seed, numRuns: countRuns(500, 10_000) },
    );
  });
});
