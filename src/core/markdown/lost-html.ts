import type { Element, Nodes as HastNodes } from 'hast';
import type { Html, Nodes, Parents, Root } from 'mdast';
import type { VFile } from 'vfile';
import { codeEnd } from './other-languages.ts';
import { boxedElements, hiddenElements } from '../text/html-elements.ts';
import { isVast, parseHtml } from './raw-html.ts';
import type { DroppedElement, Place } from './findings.ts';

/**
 * Report raw HTML that carries more than its text, such as players, pictures, links and forms, in `file.data.dropped`:
 * outermost elements only. The tree is not changed. Runs before raw HTML is parsed or dropped.
 */
export function remarkDropped(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const source = String(file);
    if (/<[a-z]/i.test(source)) findIn(tree, source.split('\n'), (file.data.dropped ??= []));
  };
}

/** Elements whose text is no substitute for them. Links and scripts are decided individually. */
const missed = new Set([...boxedElements, 'applet', 'embed', 'form', 'img', 'input', 'map']);
const droppable = new RegExp(`<(?:a|image|${[...missed, ...hiddenElements].join('|')})[\\s/>]`, 'i');

function findIn(parent: Parents, lines: readonly string[], found: DroppedElement[]): void {
  const closings = lastClosings(parent.children);
  let next = 0;
  parent.children.forEach((child, index) => {
    if (index < next) return;
    if ('children' in child) findIn(child, lines, found);
    if (child.type !== 'html') return;
    const end = codeEnd(parent, index);
    next = end === -1 ? readHtml(parent.children, index, closings, lines, found) : end + 1;
  });
}

/** Report the elements that begin in a node, and return the index of the next node to read. */
function readHtml(
  siblings: readonly Nodes[],
  index: number,
  closings: ReadonlyMap<string, number>,
  lines: readonly string[],
  found: DroppedElement[],
): number {
  const node = siblings[index] as Html;
  if (!droppable.test(node.value) && !isVast(node.value)) return index + 1;
  const placeOf = createPlacer(node, lines);
  if (isVast(node.value)) {
    const name = /^\s*<([a-z][a-z0-9-]*)/i.exec(node.value)?.[1]?.toLowerCase();
    if (name !== undefined && !hiddenElements.has(name)) found.push({ name, ...placeOf(0) });
    return index + 1;
  }
  const own = outermost(node.value);
  const end = closingIndex(siblings, index, openElement(own, node.value), closings);
  // The content of a player may be in separate nodes: «<video>», «<source src="…">», «</video>».
  const elements = end === -1 ? own : outermost(htmlOf(siblings.slice(index, end)));
  for (const element of elements) {
    const offset = offsetOf(element);
    if (offset < node.value.length && isMissed(element)) found.push({ ...describe(element), ...placeOf(offset) });
  }
  return end === -1 ? index + 1 : end;
}

/** List the missed or hidden elements and links of raw HTML in order, outermost only. */
function outermost(html: string): Element[] {
  const elements = new Map<number, Element>();
  const visit = (node: HastNodes): void => {
    const isHeld = node.type === 'element' && (missed.has(node.tagName) || hiddenElements.has(node.tagName));
    // The parser splits an unclosed link into several elements at the same offset.
    if (node.type === 'element' && (isHeld || node.tagName === 'a')) elements.set(offsetOf(node), node);
    if (!isHeld && 'children' in node) node.children.forEach(visit);
  };
  if (!isVast(html)) visit(parseHtml(html));
  return [...elements.values()].toSorted((a, b) => offsetOf(a) - offsetOf(b));
}

/**
 * Return whether readers would miss an element: not if it is hidden, and links only with targets that markdown allows
 * too.
 */
function isMissed({ tagName, properties }: Element): boolean {
  const { src, type, href } = properties;
  if (tagName === 'script') return src !== undefined;
  if (tagName === 'input') return type !== 'hidden';
  if (tagName !== 'a') return missed.has(tagName);
  return (
    typeof href === 'string' && /^(?:https?:|mailto:|tel:|\/|#.|[^:]*\.(?:md|markdown)(?:[?#]|$))/i.test(href.trim())
  );
}

function describe(element: Element): Omit<DroppedElement, keyof Place> {
  const { alt } = element.properties;
  return { name: element.tagName, address: addressOf(element), ...(typeof alt === 'string' && { alt }) };
}

/** First URL of an element or its descendants. */
function addressOf(node: HastNodes): string | undefined {
  if (node.type === 'element') {
    const { src, data, href, name, value } = node.properties;
    const address = src ?? data ?? href ?? (name === 'movie' ? value : undefined);
    if (typeof address === 'string' && address.trim() !== '') return address.trim().replace(/^\/\//, 'https://');
  }
  if (!('children' in node)) return undefined;
  for (const child of node.children) {
    const address = addressOf(child);
    if (address !== undefined) return address;
  }
  return undefined;
}

/** Name of the element left open at the end of a node, if the following nodes belong to it. */
function openElement(elements: readonly Element[], html: string): string | undefined {
  const last = elements.at(-1);
  if (!last || last.tagName === 'a' || /^(?:embed|img|input)$/.test(last.tagName)) return undefined;
  const isClosed = html.toLowerCase().lastIndexOf(`</${last.tagName}`) > offsetOf(last);
  return isClosed ? undefined : last.tagName;
}

function lastClosings(siblings: readonly Nodes[]): Map<string, number> {
  return new Map(siblings.map((sibling, index) => [closedBy(sibling) ?? '', index]));
}

function closedBy(node: Nodes): string | undefined {
  return node.type === 'html' ? /^\s*<\/([a-z][a-z0-9-]*)/i.exec(node.value)?.[1]?.toLowerCase() : undefined;
}

/**
 * Find the node that closes an element; -1 if there is none. The nodes in between are then skipped, so none is read
 * twice.
 */
function closingIndex(
  siblings: readonly Nodes[],
  index: number,
  name: string | undefined,
  closings: ReadonlyMap<string, number>,
): number {
  if (name === undefined || (closings.get(name) ?? -1) <= index) return -1;
  return siblings.findIndex((sibling, at) => at > index && closedBy(sibling) === name);
}

function htmlOf(nodes: readonly Nodes[]): string {
  return nodes.map((node) => (node.type === 'html' ? node.value : '')).join('');
}

function offsetOf({ position }: Element): number {
  return position?.start.offset ?? 0;
}

/**
 * Create a function that maps ascending offsets in a raw HTML node to positions in the document. In quotes and lists,
 * the node lacks the prefixes of its lines.
 */
function createPlacer({ value, position }: Html, lines: readonly string[]): (offset: number) => Place {
  const { line = 1, column = 1 } = position?.start ?? {};
  const rows = value.split('\n');
  let row = 0;
  let start = 0;
  return (offset) => {
    while (start + rows[row]!.length < offset) {
      start += rows[row]!.length + 1;
      row += 1;
    }
    if (row === 0) return { line, column: column + offset };
    const lead = (lines[line + row - 1] ?? '').length - rows[row]!.length;
    return { line: line + row, column: Math.max(lead, 0) + offset - start + 1 };
  };
}
