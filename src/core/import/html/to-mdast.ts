import type { Element, ElementContent, Root as HastRoot } from 'hast';
import { type Handle, type State, toMdast } from 'hast-util-to-mdast';
import type { FootnoteDefinition, List, Nodes, Root, RootContent } from 'mdast';
import { rehype } from 'rehype';
import { visit } from 'unist-util-visit';
import { rawElement } from './flow.ts';
import { footnoteElement } from './footnotes.ts';
import { attribute, element, isBlock, isElement, text } from './tree.ts';

/**
 * Convert a shaped tree to markdown's nodes. Elements without markdown syntax that our pages show (superscripts, tables with
 * joined cells, definition lists) become HTML nodes.
 *
 * @param footnotes Texts of footnotes by number.
 */
export function toMarkdownTree(tree: HastRoot, footnotes: ReadonlyMap<string, HastRoot>): Root {
  const convert = (part: HastRoot): RootContent[] => (toMdast(part, { document: true, handlers }) as Root).children;
  const definitions = [...footnotes].map(([label, part]): FootnoteDefinition => ({
    type: 'footnoteDefinition',
    identifier: label,
    label,
    children: convert(part) as FootnoteDefinition['children'],
  }));
  const root: Root = { type: 'root', children: [...convert(tree), ...definitions] };
  visit(root, 'list', tightenList);
  return root;
}

/** Lists whose items contain one paragraph each, besides nested lists, get no blank lines between items. */
function tightenList(list: List): void {
  for (const item of list.children) {
    item.spread = item.children.some(({ type }, index) => index > 0 && type !== 'list');
  }
  list.spread = list.children.some(({ spread }) => spread === true);
}

const phrases = 'sup sub mark ins u small abbr';

const handlers: Record<string, Handle> = {
  ...Object.fromEntries(phrases.split(' ').map((name) => [name, phraseHandle])),
  [footnoteElement]: (_, node) => {
    const label = attribute(node, 'id');
    return { type: 'footnoteReference', identifier: label, label };
  },
  [rawElement]: (_, node) => ({ type: 'html', value: writeHtml(node.children) }),
};

function phraseHandle(state: State, node: Element): Nodes[] {
  const opening = writer.stringify({ type: 'root', children: [{ ...node, children: [] }] });
  const closing = `</${node.tagName}>`;
  return [
    { type: 'html', value: opening.slice(0, -closing.length) },
    ...state.all(node),
    { type: 'html', value: closing },
  ];
}

const writer = rehype()
  .data('settings', { fragment: true, closeSelfClosing: false, characterReferences: { useNamedReferences: false } })
  .freeze();

/** Write HTML as a block without blank lines, which would end it. */
function writeHtml(children: readonly ElementContent[]): string {
  const html = writer.stringify({ type: 'root', children: children.flatMap((child) => onLines(child, false)) });
  return html
    .replace(/\s*\n\s*/g, '\n')
    .replaceAll(codeLine, '&#10;')
    .trim();
}

/** Placeholder for a line break in code, which must not be collapsed. */
const codeLine = '\uE00A';
const newLine = text('\n');

function onLines(node: ElementContent, isCode: boolean): ElementContent[] {
  if (node.type === 'text') return [isCode ? text(node.value.replaceAll('\n', codeLine)) : node];
  if (node.type !== 'element') return [];
  if (node.tagName === footnoteElement) return [text(`[${attribute(node, 'id')}]`)];
  const children = node.children.flatMap((child) => onLines(child, isCode || node.tagName === 'pre'));
  if (node.tagName === rawElement) return children;
  const caption = node.tagName === 'img' ? attribute(node, 'title') : '';
  if (caption !== '') {
    const img = { ...node, properties: { ...node.properties, title: undefined } };
    return [element('figure', [img, element('figcaption', [text(caption)])])];
  }
  if (node.tagName === 'p' && isElement(children[0], 'figure')) return [newLine, ...children, newLine];
  const copy = { ...node, children };
  // A row of a table is one line.
  return isBlock(node) && !isElement(node, 'td th') ? [newLine, copy, newLine] : [copy];
}
