import type { Element, Nodes as HastNodes } from 'hast';
import type { Nodes, PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { foreignLanguage, foreignNode } from './other-languages.ts';

/** What conversion needs besides the tree. */
export interface Conversion {
  /** Nodes of the document by the offsets of the elements that stand in for them. */
  slots: ReadonlyMap<number, Nodes>;
  /** Positions in the document by the offsets of links and pictures. */
  places: ReadonlyMap<number, { line: number; column: number }>;
}

/** Return the node of the document that an element stands in for, if it does. */
export function slotOf(node: HastNodes, { slots }: Conversion): Nodes | undefined {
  if (node.type !== 'element' || (node.tagName !== 'wbr' && node.tagName !== 'hr')) return undefined;
  return slots.get(node.position?.start.offset ?? -1);
}

/** Text below a node as it is written, with line breaks. */
export function textOf(node: HastNodes, conversion: Conversion): string {
  if (node.type === 'text') return node.value;
  const slot = slotOf(node, conversion);
  if (slot) return toString(slot);
  if (node.type === 'element' && node.tagName === 'br') return '\n';
  return 'children' in node ? node.children.map((child) => textOf(child, conversion)).join('') : '';
}

/** Convert parts of a line. */
export function convertPhrases(nodes: readonly HastNodes[], conversion: Conversion): PhrasingContent[] {
  const phrases: PhrasingContent[] = [];
  for (const node of nodes) {
    if (node.type === 'text') phrases.push({ type: 'text', value: node.value.replace(/[ \t\n\f\r]+/g, ' ') });
    else if (node.type === 'element') {
      for (const phrase of convertPhrase(node, conversion)) phrases.push(phrase);
    }
  }
  return phrases;
}

/** Put phrases into elements, the last of which is the innermost. */
export function wrapPhrases(
  phrases: PhrasingContent[],
  around: readonly Element[],
  conversion: Conversion,
): PhrasingContent[] {
  return around.reduceRight((inner, element) => wrapPhrase(element, inner, conversion), phrases);
}

function convertPhrase(node: Element, conversion: Conversion): PhrasingContent[] {
  const slot = slotOf(node, conversion);
  if (slot) return [slot as PhrasingContent];
  const position = positionOf(node, conversion);
  switch (node.tagName) {
    case 'br':
      return [{ type: 'break' }];
    case 'img': {
      const { src, alt, title } = node.properties;
      // Without an address, there is nothing to show or to miss.
      if (typeof src !== 'string' || src === '') return [];
      const texts = { alt: typeof alt === 'string' ? alt : '', ...(typeof title === 'string' && { title }) };
      return [{ type: 'image', url: src, ...texts, ...position }];
    }
    case 'code': {
      const value = textOf(node, conversion).replace(/\s+/g, ' ');
      return value.trim() === '' ? [] : [{ type: 'inlineCode', value }];
    }
    default:
      return wrapPhrase(node, convertPhrases(node.children, conversion), conversion);
  }
}

/** Put phrases into an element; what is empty is left out. */
function wrapPhrase(element: Element, children: PhrasingContent[], conversion: Conversion): PhrasingContent[] {
  if (children.every((child) => child.type === 'text' && child.value.trim() === '')) return children;
  const lang = foreignLanguage(element.properties['lang']);
  const inner = lang === undefined ? children : [foreignNode(lang, 'span', children) as PhrasingContent];
  switch (element.tagName) {
    case 'b':
      return [{ type: 'strong', children: inner }];
    case 'i':
      return [{ type: 'emphasis', children: inner }];
    case 'del':
      return [{ type: 'delete', children: inner }];
    case 'a':
      return linkOf(element, inner, conversion);
    case 'q':
      // Browsers show quotation marks around it.
      return lang === undefined ? [{ type: 'text', value: '«' }, ...inner, { type: 'text', value: '»' }] : inner;
    case 'abbr': {
      const { title } = element.properties;
      if (typeof title !== 'string' || title.trim() === '') return inner;
      return [{ type: 'htmlPhrase', data: { hName: 'abbr', hProperties: { title: title.trim() } }, children: inner }];
    }
    case 'ins':
    case 'mark':
    case 's':
    case 'small':
    case 'sub':
    case 'sup':
    case 'u':
      return [{ type: 'htmlPhrase', data: { hName: element.tagName }, children: inner }];
    default:
      return inner;
  }
}

/** Targets that lead nowhere, or run something: nobody misses them. */
const noTarget = /^(?:#?$|(?:javascript|vbscript|data):)/i;

function linkOf(element: Element, children: PhrasingContent[], conversion: Conversion): PhrasingContent[] {
  const { href, title } = element.properties;
  // oxlint-disable-next-line no-control-regex
  const url = typeof href === 'string' ? href.replace(/[\u0000-\u001F]+/g, '').trim() : '';
  // Links cannot be nested, and the link of a footnote's marker is needed.
  if (noTarget.test(url.replace(/\s/g, '')) || children.some(holdsFootnote)) return children;
  const texts = typeof title === 'string' && title.trim() !== '' ? { title } : {};
  const inner = children.flatMap(withoutLinks);
  return [{ type: 'link', url, ...texts, children: inner, ...positionOf(element, conversion) }];
}

function holdsFootnote(node: Nodes): boolean {
  return node.type === 'footnoteReference' || ('children' in node && node.children.some(holdsFootnote));
}

/** Unwrap the links in a part of a line: links cannot be nested. */
export function withoutLinks(node: PhrasingContent): PhrasingContent[] {
  if (!('children' in node)) return [node];
  const children = (node.children as PhrasingContent[]).flatMap(withoutLinks);
  return node.type === 'link' || node.type === 'linkReference' ? children : [Object.assign(node, { children })];
}

function positionOf(node: Element, { places }: Conversion) {
  const place = places.get(node.position?.start.offset ?? -1);
  return place ? { position: { start: place, end: place } } : {};
}
