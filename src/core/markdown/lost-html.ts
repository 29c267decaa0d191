import type { Element, Nodes as HastNodes } from 'hast';
import type { Html, Nodes, Parents, Root } from 'mdast';
import type { VFile } from 'vfile';
import { codeEnd } from './other-languages.ts';
import { isVast, parseHtml } from './raw-html.ts';
import type { DroppedElement, Place } from './findings.ts';

/**
 * Report raw HTML that carries more than its text, such as players, pictures, links and forms, in `file.data.dropped`:
 * each element once, and nothing of what stands in it. Changes nothing. Runs before raw HTML is read or dropped.
 */
export function remarkDropped(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const source = String(file);
    if (/<[a-z]/i.test(source)) findIn(tree, source.split('\n'), (file.data.dropped ??= []));
  };
}

/** Elements whose text would not do in their place. Links and scripts are weighed one by one. */
const missed = new Set(
  'applet audio canvas embed form iframe img input map math object select svg textarea video'.split(' '),
);
/** What browsers do not show, with all that is in it. */
const quiet = new Set('noembed noframes noscript script style template title'.split(' '));
const droppable = new RegExp(`<(?:a|image|${[...missed, ...quiet].join('|')})[\\s/>]`, 'i');

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

/** Report the elements that begin in a node, and give the index of the node at which reading goes on. */
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
    if (name !== undefined && !quiet.has(name)) found.push({ name, ...placeOf(0) });
    return index + 1;
  }
  const own = outermost(node.value);
  const end = closingIndex(siblings, index, openElement(own, node.value), closings);
  // What a player holds may stand in nodes of its own: «<video>», «<source src="…">», «</video>».
  const elements = end === -1 ? own : outermost(htmlOf(siblings.slice(index, end)));
  for (const element of elements) {
    const offset = offsetOf(element);
    if (offset < node.value.length && isMissed(element)) found.push({ ...describe(element), ...placeOf(offset) });
  }
  return end === -1 ? index + 1 : end;
}

/** List the elements of raw HTML that are missed or quiet, in their order, without those that stand in others of them. */
function outermost(html: string): Element[] {
  const elements = new Map<number, Element>();
  const visit = (node: HastNodes): void => {
    const isHeld = node.type === 'element' && (missed.has(node.tagName) || quiet.has(node.tagName));
    // Of a link that is not closed, the parser makes several, all at one place.
    if (node.type === 'element' && (isHeld || node.tagName === 'a')) elements.set(offsetOf(node), node);
    if (!isHeld && 'children' in node) node.children.forEach(visit);
  };
  if (!isVast(html)) visit(parseHtml(html));
  return [...elements.values()].toSorted((a, b) => offsetOf(a) - offsetOf(b));
}

/** What a writer expects to be seen: not what is hidden, and of links only those that markdown has as well. */
function isMissed({ tagName, properties }: Element): boolean {
  const { src, type, href } = properties;
  if (tagName === 'script') return src !== undefined;
  if (tagName === 'input') return type !== 'hidden';
  if (tagName !== 'a') return missed.has(tagName);
  return typeof href === 'string' && /^(?:https?:|mailto:|tel:|\/|#.|[^:]*\.md(?:[?#]|$))/i.test(href.trim());
}

function describe(element: Element): Omit<DroppedElement, keyof Place> {
  const { alt } = element.properties;
  return { name: element.tagName, address: addressOf(element), ...(typeof alt === 'string' && { alt }) };
}

/** The first address of an element, or of what stands in it. */
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

/** The name of the element that is still open at the end of a node, if it holds what follows. */
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

/** Find the node that closes an element; -1 if none does. The nodes up to it are then passed over, so none is read twice. */
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
 * Make the function that finds where offsets in a node of raw HTML are in its document; they may only grow. In quotes and
 * lists, nodes lack what begins the lines.
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
