import type { Element, ElementContent, Nodes, Root, RootContent, Text } from 'hast';
import { toString } from 'hast-util-to-string';
import { rehype } from 'rehype';

/** Elements and documents, whose children the transforms of this room rewrite. */
export type Parent = Element | Root;

const parser = rehype().data('settings', { fragment: true }).freeze();
/** Deeper trees are not written by people, and would exhaust recursive functions. */
const maxDepth = 150;

/** Parse a fragment of HTML. A tree nested to exhaust later steps comes out as its text, one paragraph per line. */
export function parseHtml(html: string): Root {
  const tree = parser.parse(html);
  if (!isDeeper(tree, maxDepth)) return tree;
  const lines = html.replace(/<[^>]*>/g, '\n').split(/\n\s*/);
  const children = lines.filter((line) => line.trim() !== '').map((line) => element('p', [text(line)]));
  return { type: 'root', children };
}

/** Create an element. */
export function element(tagName: string, children: ElementContent[], properties: Element['properties'] = {}): Element {
  return { type: 'element', tagName, properties, children };
}

/** Create a text node. */
export function text(value: string): Text {
  return { type: 'text', value };
}

/** Return whether a node is an element of one of these names, separated by spaces. */
export function isElement(node: Element, names: string): boolean;
export function isElement(node: Nodes | undefined, names: string): node is Element;
export function isElement(node: Nodes | undefined, names: string): boolean {
  return node?.type === 'element' && ` ${names} `.includes(` ${node.tagName} `);
}

/** Return whether a node shows nothing: white space, or a comment. */
export function isBlank(node: Nodes): boolean {
  return node.type === 'comment' || node.type === 'doctype' || (node.type === 'text' && node.value.trim() === '');
}

/** Rewrite all children, innermost first: each node is replaced by what `change` returns. */
export function rewrite(parent: Parent, change: (node: ElementContent, parent: Parent) => ElementContent[]): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child) => {
    if (child.type === 'element') rewrite(child, change);
    return change(child, parent);
  });
}

/** Visit all elements below a node, outermost first. */
export function visitElements(parent: Parent, visitor: (element: Element, parent: Parent) => void): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    visitor(child, parent);
    visitElements(child, visitor);
  }
}

/** Find the first element below a node that passes a test. */
export function findElement(parent: Parent, test: (element: Element) => boolean): Element | undefined {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const found = test(child) ? child : findElement(child, test);
    if (found) return found;
  }
  return undefined;
}

/** Classes of an element. */
export function classesOf({ properties }: Element): string[] {
  const { className } = properties;
  return Array.isArray(className) ? className.map(String) : [];
}

/** An attribute's text, trimmed; `''` if there is none. */
export function attribute({ properties }: Element, name: string): string {
  const value = properties[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** Visible text of a node on one line. */
export function lineOf(node: Nodes | readonly Nodes[]): string {
  const nodes = Array.isArray(node) ? (node as readonly Nodes[]) : [node as Nodes];
  return nodes
    .map((each) =>
      each.type === 'root' || each.type === 'element' ? toString(each) : 'value' in each ? each.value : '',
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Elements that begin a block of their own. */
export const blockNames =
  'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul';

/** Return whether a node is, or holds, a block. */
export function hasBlock(node: Nodes): boolean {
  if (node.type !== 'element') return false;
  return isElement(node, blockNames) || node.children.some(hasBlock);
}

/** Group the children of a container into blocks, and runs of phrases between them. */
export function runsOf(children: readonly (ElementContent | RootContent)[]): (ElementContent[] | Element)[] {
  const runs: (ElementContent[] | Element)[] = [];
  for (const child of children as ElementContent[]) {
    const last = runs.at(-1);
    if (child.type === 'element' && hasBlock(child)) runs.push(child);
    else if (Array.isArray(last)) last.push(child);
    else runs.push([child]);
  }
  return runs;
}

function isDeeper(tree: Root, limit: number): boolean {
  const pending: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (next.depth > limit) return true;
    const { node, depth } = next;
    if ('children' in node) for (const child of node.children) pending.push({ node: child, depth: depth + 1 });
  }
  return false;
}
