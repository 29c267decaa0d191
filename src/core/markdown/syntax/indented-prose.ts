import type { Code as CodeNode, Nodes, Root } from 'mdast';
import { codeIndented } from 'micromark-core-commonmark';
import type { Construct, Extension } from 'micromark-util-types';
import { persianLetter } from '../../text/persian.ts';

/** The indented code blocks of a document; `codeLines` are the first lines of those that are code. */
export interface IndentedBlocks {
  /** Whether at least one of them is Persian prose, which was not meant as code. */
  hasProse: boolean;
  codeLines: ReadonlySet<number>;
}

/** Find the indented code blocks of a document; `undefined` if there are none, which is the usual case. */
export function findIndentedBlocks(tree: Root, source: string): IndentedBlocks | undefined {
  if (!source.includes('    ') && !source.includes('\t')) return undefined;
  const blocks: CodeNode[] = [];
  collect(tree, source, blocks);
  if (blocks.length === 0) return undefined;
  const code = blocks.filter(({ value }) => !isPersian(value));
  return {
    hasProse: code.length < blocks.length,
    codeLines: new Set(code.map(({ position }) => position?.start.line ?? 0)),
  };
}

/**
 * Create a syntax extension that disables indented code, except at the given lines. A document with indented prose is
 * parsed again with it, so that its indented blocks become paragraphs, lists, headings or quotes.
 *
 * @param codeLines First lines of the blocks that remain code, 1-based.
 */
export function indentedProse(codeLines: ReadonlySet<number>): Extension {
  const code: Construct = {
    name: 'indentedCode',
    tokenize(effects, ok, nok) {
      return codeLines.has(this.now().line) ? codeIndented.tokenize.call(this, effects, ok, nok) : nok;
    },
  };
  return { disable: { null: ['codeIndented'] }, flowInitial: { [-2]: code, [-1]: code, 32: code } };
}

function collect(node: Nodes, source: string, found: CodeNode[]): void {
  if (node.type === 'code' && !/[`~]/.test(source.charAt(node.position?.start.offset ?? 0))) found.push(node);
  if ('children' in node) for (const child of node.children) collect(child, source, found);
}

const persianLetters = new RegExp(persianLetter, 'g');

/** Return whether most letters outside tags are Persian. */
function isPersian(text: string): boolean {
  const shown = text.replace(/<[^<>]*>/g, '');
  const persian = shown.match(persianLetters)?.length ?? 0;
  return persian > (shown.match(/\p{Script=Latin}/gu)?.length ?? 0);
}
