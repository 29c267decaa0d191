import { escapeHtml, hasTags, plainText, restoreTags, titleText } from '../reading/html-scan.ts';
import { nameOf, resolveAddress } from '../reading/values.ts';
import type { ImportedBody } from '../record.ts';
import { cleanParagraphs } from '../text.ts';
import { attributeOf, childOf, childrenOf, textOf, type XmlElement, type XmlNode } from '../xml/read-xml.ts';

/**
 * Return the prefix that this room uses for a namespace, regardless of the document's own.
 *
 * @example prefixOf('http://purl.org/dc/elements/1.1/') // 'dc'
 */
export function prefixOf(namespace: string): string | undefined {
  return prefixes.get(namespace.replace(/^https:/, 'http:').replace(/\/$/, ''));
}

/**
 * Read the text of a construct of Atom (RFC 4287, section 3.1) or of the old Atom 0.3, as HTML.
 *
 * @returns `undefined` if it is not text: at another address, or in another media type.
 */
export function contentOf(element: XmlElement | undefined): ImportedBody | undefined {
  if (!element) return undefined;
  const type = attributeOf(element, 'type').toLowerCase();
  if (attributeOf(element, 'src') !== '' || (type.includes('/') && !/^text\/|xml$/.test(type))) return undefined;
  if (type === 'xhtml' || type.endsWith('xhtml+xml') || attributeOf(element, 'mode') === 'xml')
    return { form: 'html', text: serialize(childOf(element, 'xhtml:div')?.nodes ?? element.nodes) };
  const text = textOf(element);
  const isHtml = type === 'html' || type === 'text/html' || attributeOf(element, 'mode') === 'escaped';
  return isHtml ? bodyOf(text) : bodyOf(text, hasTags(text));
}

/** Make a body of HTML, or of a text without tags, whose lines become paragraphs. */
export function bodyOf(text: string, isHtml = true): ImportedBody {
  const html = restoreTags(text);
  if (hasTags(html) || (isHtml && !/\n\s*\S/.test(html.trim()))) return { form: 'html', text: html };
  return { form: 'text', paragraphs: cleanParagraphs(isHtml ? decodeLines(html) : html) };
}

/** Return the plain text of a body on one line. */
export function textOfBody(body: ImportedBody): string {
  return body.form === 'text' ? body.paragraphs.join(' ') : plainText(body.text);
}

/** Read a title in any of its types. */
export function titleOf(element: XmlElement | undefined): string {
  return titleText(textOf(element));
}

/** Return the address of the first link with a relation, `alternate` by default; `''` if there is none. */
export function linkOf(element: XmlElement, relation: string): string {
  const links = childrenOf(element, 'link').filter((link) => (attributeOf(link, 'rel') || 'alternate') === relation);
  const page = links.find((link) => /html/.test(attributeOf(link, 'type'))) ?? links[0];
  return attributeOf(page, 'href').trim();
}

/** Return the base of the addresses in an element (`xml:base`), which may be relative to that of the element around it. */
export function baseOf(
  element: Pick<XmlElement, 'attributes'> | undefined,
  outer: string | undefined,
): string | undefined {
  return resolveAddress(attributeOf(element, 'xml:base'), outer) || outer;
}

/** Names of an entry's authors, without their e-mail addresses. */
export function authorsOf(element: XmlElement | undefined): string[] {
  const names = childrenOf(element, 'author').map((author) => nameOf(textOf(childOf(author, 'name'))));
  return [...new Set(names)].filter((name) => name !== '');
}

function decodeLines(text: string): string {
  return text.split('\n').map(plainText).join('\n');
}

function serialize(nodes: readonly XmlNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? escapeHtml(node) : serializeElement(node))).join('');
}

function serializeElement({ name, attributes, nodes }: XmlElement): string {
  const tag = name.replace(/^xhtml:/, '');
  if (!/^[a-z][a-z\d]*$/i.test(tag)) return serialize(nodes);
  const pairs = [...attributes].filter(([key]) => /^[a-z][a-z\d-]*$/i.test(key) && key !== 'xmlns');
  const open = `${tag}${pairs.map(([key, value]) => ` ${key}="${escapeHtml(value)}"`).join('')}`;
  return voids.has(tag) ? `<${open}>` : `<${open}>${serialize(nodes)}</${tag}>`;
}

const voids = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
const prefixes = new Map([
  ['http://www.w3.org/2005/Atom', ''],
  ['http://purl.org/atom/ns#', ''],
  ['http://purl.org/rss/1.0', ''],
  ['http://my.netscape.com/rdf/simple/0.9', ''],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf'],
  ['http://www.w3.org/1999/xhtml', 'xhtml'],
  ['http://purl.org/rss/1.0/modules/content', 'content'],
  ['http://purl.org/dc/elements/1.1', 'dc'],
  ['http://purl.org/dc/terms', 'dcterms'],
  ['http://search.yahoo.com/mrss', 'media'],
  ['http://purl.org/syndication/thread/1.0', 'thr'],
  ['http://www.w3.org/2007/app', 'app'],
  ['http://purl.org/atom/app#', 'app'],
  ['http://schemas.google.com/blogger/2018', 'blogger'],
  ['http://schemas.google.com/blogger/2008', 'blogger'],
  ['http://schemas.google.com/g/2005', 'gd'],
]);
