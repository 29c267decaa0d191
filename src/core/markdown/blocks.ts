import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { dropControls } from '../text/control-characters.ts';
import { formatPlainNumber } from '../text/persian.ts';
import { languageClass } from '../text/html-elements.ts';
import { walkElements } from './walk.ts';

/**
 * Wrap tables in regions that scroll by keyboard, align cells by class, and set the scope of header cells. A paragraph
 * before or after a table that begins with `Table:`, «جدول:» or «جدول ۲:» becomes its caption (as Pandoc's
 * `table_captions`, but for a colon alone, which is also how texts of other systems begin).
 */
export function rehypeTables(): (tree: Root) => void {
  return (tree) => {
    let count = 0;
    walkElements(tree, (node, index, parent) => {
      if (node.tagName === 'th' || node.tagName === 'td') setCell(node);
      if (node.tagName !== 'table') return;
      dropEmptyHead(node);
      count += 1;
      const caption = takeCaption(parent.children, index);
      if (caption) node.children.unshift(h('caption', caption));
      const name = count > 1 ? `جدول ${formatPlainNumber(count)}` : 'جدول';
      const ariaLabel = caption ? textOf(caption).trim() : name;
      parent.children[index] = h('div.table', { role: 'region', tabIndex: 0, ariaLabel }, node);
    });
  };
}

/** Give the checkboxes of task lists an accessible name. */
export function rehypeTasks(): (tree: Root) => void {
  return (tree) => {
    walkElements(tree, (node) => {
      if (node.tagName !== 'input') return;
      node.properties['ariaLabel'] = node.properties['checked'] === true ? 'انجام‌شده' : 'انجام‌نشده';
    });
  };
}

/** Set code to left-to-right, keep only valid language classes, and make code blocks scrollable by keyboard. */
export function rehypeCode(): (tree: Root) => void {
  return (tree) => {
    walkElements(tree, (node, index) => {
      if (node.tagName === 'pre') {
        node.properties = { dir: 'ltr', tabIndex: 0 };
        return undefined;
      }
      if (node.tagName !== 'code') return undefined;
      const language = String([node.properties['className'] ?? ''].flat()[0]).toLowerCase();
      node.properties = {
        ...(languageClass.test(language) ? { className: [language] } : {}),
        dir: 'ltr',
      };
      for (const child of node.children) if (child.type === 'text') child.value = dropControls(child.value);
      return index + 1;
    });
  };
}

/** Remove an empty table header: markdown requires one, so writers leave it blank. */
function dropEmptyHead(table: Element): void {
  const head = table.children.findIndex((child) => child.type === 'element' && child.tagName === 'thead');
  if (head === -1 || !isEmpty(table.children[head]!)) return;
  if (!table.children.some((child) => child.type === 'element' && child.tagName === 'tbody')) return;
  table.children = table.children.slice(table.children[head + 1]?.type === 'text' ? head + 2 : head + 1);
}

/** Take the caption of a table out of the paragraph before or after it. */
function takeCaption(
  siblings: (ElementContent | Root['children'][number])[],
  table: number,
): ElementContent[] | undefined {
  for (const step of [-1, 1]) {
    let at = table + step;
    while (siblings[at]?.type === 'text' && isBlank(siblings[at] as ElementContent)) at += step;
    const paragraph = siblings[at];
    if (paragraph?.type !== 'element' || paragraph.tagName !== 'p') continue;
    const [first, ...rest] = paragraph.children;
    if (first?.type !== 'text' || !captionStart.test(first.value)) continue;
    siblings[at] = { type: 'text', value: '' };
    return [{ type: 'text', value: first.value.replace(captionStart, '$<number>') }, ...rest];
  }
  return undefined;
}

/** Start of a caption. A number is kept, because the text may refer to it. */
const captionStart = /^\s*(?:(?<number>(?:table|جدول)\s*[\d۰-۹]+\s*:\s*)|(?:table|جدول)\s*:\s+)(?=\S)/i;

function textOf(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.value : 'children' in node ? textOf(node.children) : ''))
    .join('');
}

function isEmpty(node: ElementContent): boolean {
  if (node.type === 'element')
    return node.tagName !== 'img' && node.tagName !== 'input' && node.children.every(isEmpty);
  return isBlank(node);
}

const alignments: Readonly<Record<string, string>> = {
  left: 'align-start',
  center: 'align-center',
  right: 'align-end',
};

function setCell(cell: Element): void {
  const alignment = alignments[String(cell.properties['align'])];
  const { colSpan, rowSpan, scope } = cell.properties;
  cell.properties = {
    ...(alignment !== undefined && { className: [alignment] }),
    ...(colSpan !== undefined && { colSpan }),
    ...(rowSpan !== undefined && { rowSpan }),
  };
  if (cell.tagName !== 'th') return;
  if (cell.children.every(isBlank)) cell.tagName = 'td';
  else cell.properties['scope'] = scope === 'row' ? 'row' : 'col';
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}
