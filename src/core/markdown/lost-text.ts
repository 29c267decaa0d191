import type { Definition, FootnoteDefinition, Heading, Html, Nodes, Paragraph, Root, Table, TableCell } from 'mdast';
import type { VFile } from 'vfile';
import { isEscaped, nodesOf, rangeOf } from '../slips/source.ts';
import { createTextTest } from '../slips/lines.ts';
import type { DroppedElement, Place } from './findings.ts';

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
  const hasFootnotes = source.includes('[^');
  const add = (name: string, node: Nodes, text = textOf(node, source)): void => {
    const { line = 1, column = 1 } = (node as Partial<Root>).position?.start ?? {};
    found.push({ name, address: text, line, column });
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
    } else if (hasFootnotes && (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')) {
      for (const { label, ...place } of missingFootnotes(node, source))
        found.push({ name: 'footnote', address: label, ...place });
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

/** Find references in the text of a block that the parser did not recognise, since their notes don't exist. */
function missingFootnotes(block: Paragraph | Heading | TableCell, source: string): ({ label: string } & Place)[] {
  const { start, end } = rangeOf(block);
  const isText = createTextTest(block);
  let { line = 1 } = block.position?.start ?? {};
  let lineStart = source.lastIndexOf('\n', start - 1) + 1;
  let lineEnd = source.indexOf('\n', start);
  return [...source.slice(start, end).matchAll(footnoteLabel)].flatMap(({ 0: label, index }) => {
    const at = start + index;
    for (; lineEnd !== -1 && lineEnd < at; lineEnd = source.indexOf('\n', lineStart)) {
      [line, lineStart] = [line + 1, lineEnd + 1];
    }
    return isText(at) && !isEscaped(source, at) ? [{ label, line, column: at - lineStart + 1 }] : [];
  });
}

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
