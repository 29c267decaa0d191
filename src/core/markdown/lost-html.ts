import type { Html, Nodes, Parents, Root } from 'mdast';
import type { VFile } from 'vfile';
import { codeEnd } from './html/other-languages.ts';
import { createPlacer } from './html/places.ts';
import { readTokens, type Tag } from './html/tokens.ts';
import { boxedElements, hiddenElements } from '../text/html-elements.ts';
import type { DroppedElement, Place } from './findings.ts';

/**
 * Report unsupported raw HTML that readers would miss, such as players and forms, in `file.data.dropped`: outermost
 * elements only. The tree is not changed. Runs before raw HTML is parsed or dropped.
 */
export function remarkDropped(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const source = String(file);
    if (/<[a-z]/i.test(source)) findIn(tree, source.split('\n'), (file.data.dropped ??= []));
  };
}

/** Elements that their text content can't replace. Scripts are decided individually. */
const missed = new Set([...boxedElements, 'applet', 'embed', 'form', 'input', 'map']);
const droppable = new RegExp(`<(?:${[...missed, ...hiddenElements].join('|')})[\\s/>]`, 'i');

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
  if (!droppable.test(node.value)) return index + 1;
  const placeOf = createPlacer(node, lines);
  const own = outermost(node.value);
  const end = closingIndex(siblings, index, openElement(own), closings);
  // The content of a player may be in separate nodes: «<video>», «<source src="…">», «</video>».
  const elements = end === -1 ? own : outermost(htmlOf(siblings.slice(index, end)));
  for (const { tag, content } of elements) {
    if (tag.start < node.value.length && isMissed(tag))
      found.push({ ...describe(tag, content), ...placeOf(tag.start) });
  }
  return end === -1 ? index + 1 : end;
}

/** A raw HTML element that readers would miss or that is never shown. */
interface Held {
  tag: Tag;
  /** The opening tags inside it. */
  content: Tag[];
  isClosed: boolean;
}

/** List the outermost missed or hidden elements of raw HTML, in order. An unclosed element extends to the end. */
function outermost(html: string): Held[] {
  const tags = readTokens(html).filter((token): token is Tag => token.kind !== 'text');
  const elements: Held[] = [];
  let current: Held | undefined;
  let depth = 0;
  for (const tag of tags) {
    if (current) {
      if (tag.kind === 'open') current.content.push(tag);
      if (tag.name !== current.tag.name) continue;
      depth += tag.kind === 'open' ? 1 : -1;
      if (depth > 0) continue;
      current.isClosed = true;
      current = undefined;
    } else if (tag.kind === 'open' && (missed.has(tag.name) || hiddenElements.has(tag.name))) {
      const isEmpty = tag.name === 'embed' || tag.name === 'input';
      const element: Held = { tag, content: [], isClosed: isEmpty };
      elements.push(element);
      if (isEmpty) continue;
      current = element;
      depth = 1;
    }
  }
  return elements;
}

/** Return whether readers would miss an element; hidden ones are not missed. */
function isMissed({ name, attributes: { src, type } }: Tag): boolean {
  if (name === 'script') return src !== undefined;
  if (name === 'input') return type?.toLowerCase() !== 'hidden';
  return missed.has(name);
}

function describe(tag: Tag, content: readonly Tag[]): Omit<DroppedElement, keyof Place> {
  return { name: tag.name, address: addressOf([tag, ...content]) };
}

/** Find the first URL in the tags of an element and its descendants. */
function addressOf(tags: readonly Tag[]): string | undefined {
  for (const { attributes } of tags) {
    const { src, data, href, name, value } = attributes;
    const address = (src ?? data ?? href ?? (name === 'movie' ? value : undefined))?.trim() ?? '';
    if (address !== '') return address.replace(/^\/\//, 'https://');
  }
  return undefined;
}

/** Name of the element left open at the end of a node, if the following nodes belong to it. */
function openElement(elements: readonly Held[]): string | undefined {
  const last = elements.at(-1);
  return last && !last.isClosed ? last.tag.name : undefined;
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
