import type { Element, ElementContent, Root as HastRoot } from 'hast';
import { defaultHandlers, type Handle, type State, toMdast } from 'hast-util-to-mdast';
import type { FootnoteDefinition, List, Nodes, Root, RootContent } from 'mdast';
import { rehype } from 'rehype';
import { visit } from 'unist-util-visit';
import { schema } from '../../markdown/allowed-html.ts';
import {
  attribute,
  element,
  findElement,
  hasBlock,
  isBlank,
  isElement,
  lineOf,
  rewrite,
  visitElements,
} from './tree.ts';
import { footnoteElement } from './footnotes.ts';

/**
 * Convert a cleaned tree to markdown's nodes. What markdown has no syntax for, but our pages show (superscripts, tables
 * with joined cells, definition lists), becomes HTML within it.
 *
 * @param footnotes Texts of footnotes by number.
 */
export function toMarkdownTree(tree: HastRoot, footnotes: ReadonlyMap<string, ElementContent[]>): Root {
  const convert = (children: ElementContent[]): RootContent[] => {
    const root = toMdast({ type: 'root', children }, { document: true, quotes: ['«»', '‹›'], handlers }) as Root;
    return root.children;
  };
  const definitions = [...footnotes].map(([label, children]): FootnoteDefinition => ({
    type: 'footnoteDefinition',
    identifier: label,
    label,
    children: convert(children) as FootnoteDefinition['children'],
  }));
  const root: Root = { type: 'root', children: [...convert(tree.children as ElementContent[]), ...definitions] };
  visit(root, 'list', tightenList);
  return root;
}

/** Lists whose items hold one paragraph each, besides further lists, have no blank lines between their items. */
function tightenList(list: List): void {
  for (const item of list.children) {
    const blocks = item.children.filter(({ type }) => type !== 'list');
    item.spread = blocks.length > 1;
  }
  list.spread = list.children.some(({ spread }) => spread === true);
}

const writer = rehype()
  .data('settings', { fragment: true, closeSelfClosing: false, characterReferences: { useNamedReferences: false } })
  .freeze();

const phrases = 'sup sub mark ins u small abbr';
const asPhrase = Object.fromEntries(phrases.split(' ').map((name) => [name, phraseHandle]));

const handlers: Record<string, Handle> = {
  ...asPhrase,
  [footnoteElement]: (_, node) => {
    const label = attribute(node, 'id');
    return { type: 'footnoteReference', identifier: label, label };
  },
  table: (state, node) => {
    const only = onlyCell(node);
    if (only) return state.all({ ...only, tagName: 'div' });
    return isMarkdownTable(node) ? defaultHandlers['table']!(state, node) : htmlBlock(node);
  },
  dl: (_, node) => htmlBlock(node),
  details: (_, node) => htmlBlock(node),
  blockquote: (state, node) => quotation(state, node),
  center: (state, node) => state.all(node),
  div: (state, node) => state.all(node),
  h1: (state, node) => defaultHandlers['h2']!(state, { ...node, tagName: 'h2' }),
  kbd: defaultHandlers['code']!,
};

function phraseHandle(state: State, node: Element): Nodes[] {
  const children = state.all(node);
  const title = node.tagName === 'abbr' ? attribute(node, 'title') : '';
  if (node.tagName === 'abbr' && title === '') return children;
  const opening =
    title === '' ? `<${node.tagName}>` : writeHtml([element('abbr', [], { title })]).replace('</abbr>', '');
  return [{ type: 'html', value: opening }, ...children, { type: 'html', value: `</${node.tagName}>` }];
}

/** A block of HTML, without blank lines, which would end it, and with the attributes that our pages keep. */
function htmlBlock(node: Element): Nodes {
  const copy: HastRoot = { type: 'root', children: [structuredClone(node)] };
  const known = new Set(schema.tagNames);
  rewrite(copy, (child) => {
    if (child.type === 'text') return [{ ...child, value: child.value.replace(/\s*\n\s*/g, '\n') }];
    if (child.type !== 'element') return [];
    const { tagName, properties, children } = child;
    if (!known.has(tagName)) return children;
    const names = keptAttributes[tagName] ?? [];
    return [
      {
        ...child,
        properties: Object.fromEntries(names.flatMap((name) => (name in properties ? [[name, properties[name]]] : []))),
      },
    ];
  });
  return { type: 'html', value: writeHtml(copy.children as ElementContent[]).replace(/\n\s*\n/g, '\n') };
}

const keptAttributes: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'title'],
  abbr: ['title'],
  img: ['src', 'alt', 'title'],
  td: ['colSpan', 'rowSpan', 'align'],
  th: ['colSpan', 'rowSpan', 'align', 'scope'],
  ol: ['start', 'reversed', 'type'],
  li: ['value'],
  details: ['open'],
  blockquote: ['lang'],
  q: ['lang'],
  span: ['lang'],
};

function writeHtml(children: ElementContent[]): string {
  return writer.stringify({ type: 'root', children });
}

/** The cell of a table that only arranges the page. */
function onlyCell(table: Element): Element | undefined {
  const cells: Element[] = [];
  visitElements(table, (node) => {
    if (isElement(node, 'td th')) cells.push(node);
  });
  return cells.length === 1 ? cells[0] : undefined;
}

/** Whether a table has a row of headings and cells of one line each, equally many in each row. */
function isMarkdownTable(table: Element): boolean {
  const rows: Element[] = [];
  let isPlain = true;
  visitElements(table, (node) => {
    if (node.tagName === 'tr') rows.push(node);
    if (isElement(node, 'table caption tfoot br ul ol blockquote pre img')) isPlain = false;
    if (
      isElement(node, 'td th') &&
      (node.children.some((child) => hasBlock(child) && !isElement(child, 'p')) ||
        node.children.filter((child) => isElement(child, 'p')).length > 1)
    )
      isPlain = false;
    if (['colSpan', 'rowSpan'].some((name) => Number(attribute(node, name) || 1) > 1)) isPlain = false;
  });
  const [head, ...others] = rows;
  if (!isPlain || !head || others.length === 0) return false;
  const cells = (row: Element): Element[] => row.children.filter((child) => isElement(child, 'td th'));
  return (
    cells(head).every((cell) => cell.tagName === 'th') &&
    others.every((row) => cells(row).length === cells(head).length && !cells(row).some((cell) => cell.tagName === 'th'))
  );
}

/** A quotation; whom it quotes is named in the last paragraph after a dash, as our pages expect. */
function quotation(state: State, node: Element): Nodes {
  const cite = findElement(node, (child) => isElement(child, 'cite footer'));
  const isLast = cite !== undefined && lineOf(node).endsWith(lineOf(cite)) && lineOf(cite) !== lineOf(node);
  if (!cite || !isLast || lineOf(cite) === '') return defaultHandlers['blockquote']!(state, node) as Nodes;
  const copy: HastRoot = { type: 'root', children: [structuredClone(node)] };
  rewrite(copy, (child) => {
    if (child.type !== 'element') return [child];
    return isElement(child, 'cite footer') || (child.tagName === 'p' && child.children.every(isBlank)) ? [] : [child];
  });
  const name = lineOf(cite).replace(/^[—–\-―\s]+/, '');
  const [quote] = copy.children as Element[];
  quote!.children.push(element('p', [{ type: 'text', value: `— ${name}` }]));
  return defaultHandlers['blockquote']!(state, quote!) as Nodes;
}
