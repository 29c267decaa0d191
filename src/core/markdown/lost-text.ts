import type { Definition, FootnoteDefinition, Html, Nodes, Root, Table } from 'mdast';
import type { VFile } from 'vfile';
import { isEscaped, nodesOf, rangeOf } from '../slips/source.ts';
import type { DroppedElement } from './findings.ts';

/**
 * Report text that markdown itself swallows, and footnote references without a note, in `file.data.dropped`: unused and
 * duplicate definitions, cells beyond the last column, unterminated comments, and markdown that is shown as typed
 * because no blank line separates it from the HTML before it. The tree is not changed. Runs before footnotes and raw
 * HTML are converted.
 */
export function remarkLostText(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const source = String(file);
    if (!mayLoseText(source)) return;
    const found = findLostText(tree, source);
    if (found.length > 0) (file.data.dropped ??= []).push(...found);
  };
}

function mayLoseText(source: string): boolean {
  if (source.includes(']:') || source.includes('[^') || source.includes('|')) return true;
  return source.includes('<') && (source.includes('<!--') || source.includes('**') || source.includes(']('));
}

function findLostText(tree: Root, source: string): DroppedElement[] {
  const definitions: (Definition | FootnoteDefinition)[] = [];
  const used = new Set<string>();
  const found: DroppedElement[] = [];
  const add = (name: string, node: Nodes, text = textOf(node, source), shift = 0): void => {
    const { line = 1, column = 1 } = (node as Partial<Root>).position?.start ?? {};
    found.push({ name, address: text, line, column: column + shift });
  };
  for (const node of nodesOf(tree)) {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') definitions.push(node);
    else if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier);
    else if (node.type === 'footnoteReference') used.add(`^${node.identifier}`);
    else if (node.type === 'table') for (const cell of extraCells(node)) add('cell', cell, cellText(cell, source));
    else if (node.type === 'html') {
      if (isOpenComment(node)) add('comment', node);
      const raw = rawMarkdown(node);
      if (raw !== undefined) add('markdown', node, raw);
    } else if (node.type === 'text') {
      const text = textOf(node, source);
      // Columns are known only on the first line of a text node.
      for (const { 0: label, index } of text.split('\n')[0]!.matchAll(footnoteLabel)) {
        if (!isEscaped(text, index)) add('footnote', node, label, index);
      }
    }
  }
  const known = new Set<string>();
  for (const node of definitions) {
    const key = node.type === 'definition' ? node.identifier : `^${node.identifier}`;
    const isLost = known.has(key) || !used.has(key);
    known.add(key);
    if (isLost && !isComment(node)) add('definition', node);
  }
  return found.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

const footnoteLabel = /\[\^[^\s\][^]+\]/g;

function textOf(node: Nodes, source: string): string {
  const { start, end } = rangeOf(node);
  return source.slice(start, end);
}

function cellText(node: Nodes, source: string): string {
  return textOf(node, source)
    .replace(/^\||\|$/g, '')
    .trim();
}

function extraCells({ align, children }: Table): Nodes[] {
  const columns = align?.length ?? children[0]?.children.length ?? 0;
  return children.flatMap((row) => row.children.slice(columns)).filter((cell) => cell.children.length > 0);
}

function isOpenComment({ value }: Html): boolean {
  const start = value.lastIndexOf('<!--');
  return start !== -1 && !value.includes('->', start + 3);
}

/** Find the first markdown syntax inside an HTML block, which extends to the next blank line. */
function rawMarkdown({ value }: Html): string | undefined {
  if (!value.includes('**') && !value.includes('](')) return undefined;
  if (/<(?:!|\?|pre|code|kbd|samp|tt|script|style|textarea|svg|math)/i.test(value)) return undefined;
  return markdown.exec(value.replace(/<[^<>]*>/g, ' '))?.[0];
}

const markdown = /\*\*(?=[^\s*])[^*\n]{1,200}\*\*|\[[^\][\n]{1,200}\]\((?:https?:|\/)[^()\s]{1,200}\)/;

/** Return whether a definition is a hidden remark: `[//]: # (remark)`, `[comment]: <> (remark)`. */
function isComment(node: Definition | FootnoteDefinition): boolean {
  return node.type === 'definition' && (node.url === '#' || node.url === '' || node.identifier.startsWith('//'));
}
