import type { Element, ElementContent, Nodes, Properties, Root, Text } from 'hast';
import { type DefaultTreeAdapterTypes as Parsed, parseFragment } from 'parse5';

/** A node whose children can be rewritten. */
export type Parent = Element | Root;

/** Real articles are not nested deeper, and recursive functions would overflow the stack. */
const maxDepth = 60;

/**
 * Parse a fragment of HTML as browsers do. Elements nested deeper than {@link maxDepth} are unwrapped, which keeps their
 * texts, links and pictures. Without recursion.
 */
export function parseHtml(html: string): Root {
  const tree: Root = { type: 'root', children: [] };
  const pending: { node: Parsed.ChildNode; parent: Parent; depth: number }[] = [];
  const addChildren = (nodes: readonly Parsed.ChildNode[], parent: Parent, depth: number): void => {
    for (let index = nodes.length - 1; index >= 0; index -= 1) pending.push({ node: nodes[index]!, parent, depth });
  };
  addChildren(parseFragment(html).childNodes, tree, 1);
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, parent, depth } = next;
    const siblings = parent.children as ElementContent[];
    if ('value' in node) siblings.push(text(node.value));
    else if ('tagName' in node) {
      const isShallow = depth <= maxDepth;
      if (!isShallow && !kept.test(node.tagName)) {
        // An unwrapped block must not merge with the one before it.
        if (blockSet.has(node.tagName)) siblings.push(element('br', []));
        addChildren(node.childNodes, parent, depth);
        continue;
      }
      const copy = element(node.tagName, [], propertiesOf(node.attrs));
      siblings.push(copy);
      const children = 'content' in node ? (node as Parsed.Template).content.childNodes : node.childNodes;
      // Links below the limit are not nested in each other.
      addChildren(children, isShallow || parent.type === 'root' || parent.tagName !== 'a' ? copy : parent, depth + 1);
    }
  }
  return tree;
}

/** Elements that are kept at any depth. */
const kept = /^(?:a|img|br|hr|iframe|script|style)$/;
const propertyNames: Readonly<Record<string, string>> = {
  class: 'className',
  colspan: 'colSpan',
  rowspan: 'rowSpan',
  srcset: 'srcSet',
};

function propertiesOf(attributes: readonly { name: string; value: string }[]): Properties {
  const properties: Properties = {};
  for (const { name, value } of attributes) {
    if (name === 'class') properties['className'] = value.split(/\s+/).filter((each) => each !== '');
    else {
      const key = name.startsWith('data-')
        ? name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
        : name;
      properties[propertyNames[key] ?? key] = value;
    }
  }
  return properties;
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

/** Text of a node on one line. */
export function lineOf(node: Nodes | readonly Nodes[]): string {
  const nodes = Array.isArray(node) ? (node as readonly Nodes[]) : [node as Nodes];
  return nodes.map(textOf).join('').replace(/\s+/g, ' ').trim();
}

/** Elements rendered as blocks. */
const blockNames =
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li listing main menu nav ol p pre section summary table tbody td tfoot th thead tr ul xmp';

const blockSet: ReadonlySet<string> = new Set(blockNames.split(' '));

/** Return whether a node is a block element. */
export function isBlock(node: Nodes): boolean {
  return node.type === 'element' && blockSet.has(node.tagName);
}

/** Return the text below a node as written, with line breaks. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (isElement(node, 'br')) return '\n';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
