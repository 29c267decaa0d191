import type { Element, ElementContent, Properties } from 'hast';
import { contentOf, type Flow, rawElement } from './flow.ts';
import { groupLeaves } from './group.ts';
import { type Around, type Leaf, leavesOf, tidyLine, within } from './phrases.ts';
import { attribute, element, isBlank, isElement, lineOf, text } from './tree.ts';

/** Shape a list and its items. */
export function shapeList(node: Element, around: Around, flow: Flow): Element[] {
  const items: Element[][] = [];
  let rest: ElementContent[] = [];
  const flush = (): void => {
    const blocks = flow(rest, around);
    rest = [];
    // Content between items, such as a list nested without an item, belongs to the item before it.
    if (items.length === 0) items.push([]);
    for (const block of blocks) items.at(-1)!.push(block);
  };
  for (const child of node.children) {
    if (!isElement(child, 'li')) rest.push(child);
    else {
      flush();
      items.push(flow(child.children, within(child, around)).flatMap(captionBelow));
    }
  }
  flush();
  const filled = items.filter((blocks) => blocks.length > 0).map((blocks) => element('li', blocks));
  const start = Number.parseInt(attribute(node, 'start') || '1', 10);
  const isOrdered = node.tagName === 'ol';
  const properties: Properties = isOrdered && start >= 0 && start < 1e8 && start !== 1 ? { start } : {};
  return filled.length === 0 ? [] : [element(isOrdered ? 'ol' : 'ul', filled, properties)];
}

/** Pages show no caption for a picture that is a list item's only line, so the caption follows as a paragraph. */
function captionBelow(block: Element): Element[] {
  const [only] = block.children;
  const img = isElement(only, 'a') ? only.children[0] : only;
  const caption = isElement(img, 'img') ? attribute(img, 'title') : '';
  if (caption === '') return [block];
  delete (img as Element).properties['title'];
  return [block, element('p', [text(caption)])];
}

/** Shape a quotation; its source is the last paragraph after a dash, as our pages expect. */
export function shapeQuote(node: Element, around: Around, flow: Flow): Element[] {
  const cite = lastCite(node);
  const name = cite ? lineOf(cite) : '';
  const isNamed = cite !== undefined && name !== '' && name !== lineOf(node);
  const blocks = flow(isNamed ? withoutNode(node, cite).children : node.children, around);
  if (isNamed) {
    const line = leavesOf(cite, around).map((leaf): Leaf => ({
      ...leaf,
      ...(leaf.kind === 'break' && { kind: 'text', text: ' ' }),
      formats: leaf.formats.filter((format) => format !== 'em'),
    }));
    const [first, ...others] = tidyLine(line);
    const dash: Leaf = { kind: 'text', text: '— ', formats: [] };
    const start = first?.kind === 'text' ? { ...first, text: first.text.replace(/^[—–―-]\s*/, '') } : first!;
    blocks.push(element('p', groupLeaves(tidyLine([dash, start, ...others]))));
  }
  return blocks.length === 0 ? [] : [element('blockquote', blocks)];
}

/** The `<cite>` or `<footer>` at the end of a quotation. */
function lastCite(node: Element): Element | undefined {
  const last = node.children.findLast((child) => !isBlank(child) && !isElement(child, 'br'));
  if (isElement(last, 'cite footer')) return last;
  return isElement(last, 'p div') ? lastCite(last) : undefined;
}

function withoutNode(node: Element, left: Element): Element {
  const children = node.children.filter((child) => child !== left);
  return { ...node, children: children.map((child) => (child.type === 'element' ? withoutNode(child, left) : child)) };
}

/** Shape a definition list, which stays HTML. */
export function shapeDefinitions(node: Element, around: Around, flow: Flow): Element[] {
  const parts = definitionsOf(node.children, around, flow);
  return parts.length === 0 ? [] : [element(rawElement, [element('dl', parts)])];
}

/** Terms and definitions of a list; content between them becomes definitions. */
function definitionsOf(children: readonly ElementContent[], around: Around, flow: Flow): Element[] {
  const parts: Element[] = [];
  let rest: ElementContent[] = [];
  const add = (name: string, part: Element): void => {
    const content = contentOf(part, around, flow);
    if (content.length > 0) parts.push(element(name, content));
  };
  const flush = (): void => {
    add('dd', element('span', rest));
    rest = [];
  };
  for (const child of children) {
    if (child.type !== 'element') rest.push(child);
    else if (isElement(child, 'dt dd')) {
      flush();
      add(child.tagName, child);
    } else if (isElement(child, 'div') && child.children.some((each) => isElement(each, 'dt dd'))) {
      flush();
      for (const part of definitionsOf(child.children, around, flow)) parts.push(part);
    } else rest.push(child);
  }
  flush();
  return parts;
}

/** Shape `<details>` with a summary; without one, only the content is kept. */
export function shapeDetails(node: Element, around: Around, flow: Flow): Element[] {
  const [first, ...others] = node.children.filter((child) => !isBlank(child));
  const content = flow(others, around);
  if (!isElement(first, 'summary') || lineOf(first) === '' || content.length === 0) return flow(node.children, around);
  const summary = element('summary', contentOf(first, around, flow));
  return [
    element(rawElement, [element('details', [summary, ...content], 'open' in node.properties ? { open: true } : {})]),
  ];
}
