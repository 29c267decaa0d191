import { rehype } from 'rehype';

/** A parsed document. */
export type Root = ReturnType<ReturnType<typeof rehype>['parse']>;
/** Any node of a parsed document. */
export type Node = Root | Root['children'][number];
/** An element of a parsed document. */
export type Element = Extract<Root['children'][number], { type: 'element' }>;

/** A built page: its path in the site's folder, its source and its tree. */
export interface Page {
  path: string;
  html: string;
  tree: Root;
}

const parser = rehype().freeze();

/** Parse an HTML document. */
export function parsePage(path: string, html: string): Page {
  return { path, html, tree: parser.parse(html) };
}

/** List every element below `node` in document order, with its ancestors, outermost first. */
export function elementsOf(
  node: Node,
  ancestors: readonly Element[] = [],
): { element: Element; ancestors: readonly Element[] }[] {
  if (!('children' in node)) return [];
  const inner = node.type === 'element' ? [...ancestors, node] : ancestors;
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return [{ element: child, ancestors: inner }, ...elementsOf(child, inner), ...contentOf(child, inner)];
  });
}

/** List the elements with one of these names. */
export function findAll(node: Node, ...names: string[]): Element[] {
  return elementsOf(node)
    .map(({ element }) => element)
    .filter(({ tagName }) => names.includes(tagName));
}

/** List the elements with `data-part="name"`. */
export function findParts(node: Node, name: string): Element[] {
  return elementsOf(node)
    .map(({ element }) => element)
    .filter((element) => attributeOf(element, 'data-part') === name);
}

/** Value of an attribute as in HTML; `undefined` if absent. */
export function attributeOf(element: Element, name: string): string | undefined {
  return attributesOf(element).find(([key]) => key === name)?.[1];
}

/** List the attributes of an element by their HTML names. */
export function attributesOf(element: Element): [name: string, value: string][] {
  return Object.entries(element.properties ?? {}).flatMap(([key, value]): [string, string][] => {
    if (value === null || value === undefined || value === false) return [];
    return [[attributeName(key), Array.isArray(value) ? value.join(' ') : value === true ? '' : String(value)]];
  });
}

/** Text below a node, including scripts and styles. */
export function textOf(node: Node): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** Describe an element for a finding: `a[href="/tags/"]`. */
export function describe(element: Element): string {
  const shown = attributesOf(element).filter(([name]) => /^(?:id|href|src|name|data-part|datetime|class)$/.test(name));
  return element.tagName + shown.map(([name, value]) => `[${name}="${value}"]`).join('');
}

const specialNames: Readonly<Record<string, string>> = {
  className: 'class',
  htmlFor: 'for',
  httpEquiv: 'http-equiv',
  acceptCharset: 'accept-charset',
};

function attributeName(key: string): string {
  const special = specialNames[key];
  if (special) return special;
  if (/^aria[A-Z]/.test(key)) return key.toLowerCase().replace('aria', 'aria-');
  if (/^data[A-Z]/.test(key)) return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return key.toLowerCase();
}

/** Elements within a `template`, whose content is a document of its own. */
function contentOf(element: Element, ancestors: readonly Element[]): ReturnType<typeof elementsOf> {
  return element.content ? elementsOf(element.content, [...ancestors, element]) : [];
}
