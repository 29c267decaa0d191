import type { Nodes, Paragraph, Parents, Root } from 'mdast';
import { findNoteSlips, findOpenFence } from './blocks.ts';
import { findEmphasisSlips } from './emphasis.ts';
import { findAccidentalHeadings, findHeadingSlips, findLoneHeadings } from './headings.ts';
import { itemStart } from './list-items.ts';
import { createTextTest, linesOf } from './lines.ts';
import { findLinkSlips } from './links.ts';
import { type Company, findListSlips } from './lists.ts';
import type { Slip } from './slip.ts';
import { findFormulaSlips, findLongMarks } from './signs.ts';
import { rangeOf } from './source.ts';
import { findTableSlips } from './tables.ts';

/**
 * Find mistyped Markdown, which a page would show as raw characters, in order of position. Code and raw HTML are
 * skipped.
 *
 * @param tree The document as parsed from `source`, before any transform.
 */
export function findSlips(tree: Root, source: string): Slip[] {
  if (!suspect.test(source)) return [];
  const slips: Slip[] = [];
  visit(tree, source, slips);
  slips.push(
    ...findLoneHeadings(
      tree,
      (node) => linesOf(node, source),
      slips.some(({ rule }) => rule === 'heading-form'),
    ),
  );
  return slips.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** Cheap pre-check: matches the characters that a slip can start with. */
const suspect = new RegExp(
  [
    '^[ \\t>]*(?:[#*+|~`–—−-]|[-=]+[ \\t]*$|\\u0640)',
    `^[ \\t>]*(?:${itemStart})`,
    '\\*\\*|__|~~|==|[\\])][^\\S\\n]*[[(\\u200B-\\u200F]|\\||\\[!|! |\\\\[([]|\\]\\(',
  ].join('|'),
  'mu',
);

function visit(parent: Parents, source: string, slips: Slip[], company?: Company): void {
  parent.children.forEach((node, index) => {
    slips.push(...slipsOf(node, index, parent, source, company));
    if (node.type === 'list') {
      node.children.forEach((item, at) => {
        const number = (node.start ?? 1) + at + 1;
        const [mark = ''] = node.ordered ? ['1'] : (/^[-*+]/.exec(source.slice(rangeOf(item).start)) ?? []);
        visit(item, source, slips, { mark, number, place: 'around' });
      });
    } else if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading') {
      visit(node as Parents, source, slips);
    }
  });
}

function slipsOf(node: Nodes, index: number, parent: Parents, source: string, company: Company | undefined): Slip[] {
  if (node.type === 'code') return findOpenFence(node, source);
  if (node.type === 'blockquote') return findNoteSlips(node, source);
  if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return [];
  const isText = createTextTest(node);
  const inline = [
    ...findLinkSlips(node, source, isText),
    ...findEmphasisSlips(node, source, isText),
    ...findFormulaSlips(node, source, isText),
  ];
  if (node.type === 'tableCell') return inline;
  if (node.type === 'heading') {
    const lines = isUnderlined(node, source) ? linesOf(node, source).slice(0, -1) : [];
    const slips = findHeadingSlips(lines);
    return [...inline, ...(slips.length > 0 ? slips : findAccidentalHeadings(node, source))];
  }
  const lines = linesOf(node, source);
  const opening = textBefore(parent.children[index - 1], source);
  const lists = findListSlips(
    lines,
    company ?? companyOf(node, parent.children[index - 1], parent.children[index + 1], source),
    opening,
  );
  return [...inline, ...findHeadingSlips(lines), ...findLongMarks(lines), ...lists, ...findTableSlips(lines)];
}

function isUnderlined(node: Nodes, source: string): boolean {
  const { start, end } = rangeOf(node);
  return /\n[ \t>]*(?:-+|=+)[ \t]*$/.test(source.slice(start, end));
}

/** Return the text before a paragraph, which may introduce a list. */
function textBefore(node: Nodes | undefined, source: string): string {
  if (node?.type !== 'paragraph' && node?.type !== 'heading') return '';
  const { start, end } = rangeOf(node);
  return source.slice(start, end);
}

function companyOf(
  node: Paragraph,
  last: Nodes | undefined,
  next: Nodes | undefined,
  source: string,
): Company | undefined {
  if (last?.type === 'heading')
    return isDirectlyBelow(node, last, source) ? { mark: '', number: 1, place: 'above' } : undefined;
  return listBelow(node, next, source) ?? listAbove(last, source);
}

function isDirectlyBelow(node: Nodes, above: Nodes, source: string): boolean {
  return !/\n[ \t>]*\n/.test(source.slice(rangeOf(above).end, rangeOf(node).start));
}

/** Return the list that ends before a paragraph. */
function listAbove(last: Nodes | undefined, source: string): Company | undefined {
  if (last?.type !== 'list') return undefined;
  const number = (last.start ?? 1) + last.children.length;
  return { mark: last.ordered === true ? '1' : source[rangeOf(last).start]!, number, place: 'above' };
}

/** Return the list that starts on the line after a paragraph. */
function listBelow(node: Paragraph, next: Nodes | undefined, source: string): Company | undefined {
  if (next?.type !== 'list' || next.ordered === true) return undefined;
  if (!isDirectlyBelow(next, node, source)) return undefined;
  const { start } = rangeOf(next);
  return { mark: source[start]!, number: 1, place: 'below' };
}
