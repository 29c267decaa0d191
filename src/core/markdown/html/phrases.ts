import type { Element, Nodes as HastNodes } from 'hast';
import type { Nodes, PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { foreignLanguage, foreignNode } from './other-languages.ts';

/** Input of the conversion besides the tree. */
export interface Conversion {
  /** Document nodes by the offsets of their placeholder elements. */
  slots: ReadonlyMap<number, Nodes>;
  /** Document positions of links and pictures, by their offsets. */
  places: ReadonlyMap<number, { line: number; column: number }>;
}

/** Return the document node that a placeholder element replaced; `undefined` for any other element. */
export function slotOf(node: HastNodes, { slots }: Conversion): Nodes | undefined {
  if (node.type !== 'element' || (node.tagName !== 'wbr' && node.tagName !== 'hr')) return undefined;
  return slots.get(node.position?.start.offset ?? -1);
}

/** Return the text below a node as written, with line breaks. */
export function textOf(node: HastNodes, conversion: Conversion): string {
  if (node.type === 'text') return node.value;
  const slot = slotOf(node, conversion);
  if (slot) return toString(slot);
  if (node.type === 'element' && node.tagName === 'br') return '\n';
  return 'children' in node ? node.children.map((child) => textOf(child, conversion)).join('') : '';
}

/** Convert phrasing content. */
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

/** Wrap phrases in elements, ordered from outermost to innermost. */
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
      // A picture without an address shows nothing and is not reported.
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

/** Wrap phrases in an element; an empty element is omitted. */
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
      // Browsers render `<q>` with quotation marks.
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

/** Link targets that lead nowhere or run code; they are dropped without a report. */
const noTarget = /^(?:#?$|(?:javascript|vbscript|data):)/i;

function linkOf(element: Element, children: PhrasingContent[], conversion: Conversion): PhrasingContent[] {
  const { href, title } = element.properties;
  // oxlint-disable-next-line no-control-regex
  const url = typeof href === 'string' ? href.replace(/[\u0000-\u001F]+/g, '').trim() : '';
  // Links can't be nested, and a footnote reference must remain a link.
  if (noTarget.test(url.replace(/\s/g, '')) || children.some(holdsFootnote)) return children;
  const texts = typeof title === 'string' && title.trim() !== '' ? { title } : {};
  const inner = children.flatMap(withoutLinks);
  return [{ type: 'link', url, ...texts, children: inner, ...positionOf(element, conversion) }];
}

function holdsFootnote(node: Nodes): boolean {
  return node.type === 'footnoteReference' || ('children' in node && node.children.some(holdsFootnote));
}

/** Unwrap the links in a phrase, since links can't be nested. */
export function withoutLinks(node: PhrasingContent): PhrasingContent[] {
  if (!('children' in node)) return [node];
  const children = (node.children as PhrasingContent[]).flatMap(withoutLinks);
  return node.type === 'link' || node.type === 'linkReference' ? children : [Object.assign(node, { children })];
}

function positionOf(node: Element, { places }: Conversion) {
  const place = places.get(node.position?.start.offset ?? -1);
  return place ? { position: { start: place, end: place } } : {};
}
