import type { Element, Nodes as HastNodes, Root as HastRoot } from 'hast';
import type { Html, Nodes, Paragraph, Parents, Root } from 'mdast';
import { rehype } from 'rehype';
import { silentElements } from '../text/html-elements.ts';
import { type Foreign, foreignLanguage, foreignNode, holdsBlocks } from './other-languages.ts';
import { blockTexts } from './plain-text.ts';

/**
 * Replace raw HTML with what a browser would show of it: `<br>` becomes a line break; other tags are removed and their
 * text kept; comments, and scripts and other non-rendered elements with their content, are removed.
 */
export function remarkDropHtml(): (tree: Root) => void {
  return dropIn;
}

const parser = rehype().data('settings', { fragment: true }).freeze();
const silentTag = new RegExp(`^<(${[...silentElements].join('|')})[\\s/>]`, 'i');
// Processing instructions and CDATA, which the HTML parser would end at the first `>`.
const notHtml = /<\?.*?(?:\?>|$)|<!\[CDATA\[.*?(?:\]\]>|$)/gs;
// The HTML parser behind rehype is recursive; no real paragraph has this many tags.
const maxTags = 1000;

/** Return whether raw HTML has so many tags that it is dropped without parsing. */
export function isVast(html: string): boolean {
  return html.split('<').length > maxTags;
}

/** Parse raw HTML. Offsets in the tree match the text. */
export function parseHtml(html: string): HastRoot {
  return parser.parse(html.replace(notHtml, (match) => ' '.repeat(match.length)));
}

function dropIn(parent: Parents): void {
  if (parent.children.some((child) => child.type === 'html')) {
    if (holdsBlocks(parent)) replaceBlocks(parent);
    else replaceInline(parent);
  }
  for (const child of parent.children) if ('children' in child) dropIn(child);
  parent.children = parent.children.filter((child) => !isEmptyParagraph(child)) as typeof parent.children;
}

function isEmptyParagraph(node: Nodes): boolean {
  return (
    node.type === 'paragraph' && node.children.every((child) => child.type === 'text' && child.value.trim() === '')
  );
}

function replaceBlocks(parent: Parents): void {
  const children = parent.children.flatMap((child) => (child.type === 'html' ? visibleParagraphs(child) : [child]));
  parent.children = children as typeof parent.children;
}

function visibleParagraphs({ value }: Html): (Paragraph | Foreign)[] {
  if (isVast(value)) return [];
  return paragraphsOf(parser.parse(value.replace(notHtml, '')));
}

/** List the paragraphs of raw HTML; those of an element in another language stay together. */
function paragraphsOf(node: HastNodes): (Paragraph | Foreign)[] {
  const lang = languageOf(node);
  if (lang !== undefined) {
    const hName = (node as Element).tagName === 'blockquote' ? 'blockquote' : 'div';
    return [foreignNode(lang, hName, plainParagraphs(node))];
  }
  if (!('children' in node) || !node.children.some(hasForeign)) return plainParagraphs(node);
  return node.children.flatMap((child) => paragraphsOf(child));
}

function plainParagraphs(node: HastNodes): Paragraph[] {
  return blockTexts(node).map((text) => ({ type: 'paragraph', children: [{ type: 'text', value: text }] }));
}

function hasForeign(node: HastNodes): boolean {
  return languageOf(node) !== undefined || ('children' in node && node.children.some(hasForeign));
}

function languageOf(node: HastNodes): string | undefined {
  return node.type === 'element' ? foreignLanguage(node.properties['lang']) : undefined;
}

function replaceInline(parent: Parents): void {
  const children: Nodes[] = [];
  let silentUntil = -1;
  parent.children.forEach((child, index) => {
    if (index <= silentUntil) return;
    if (child.type !== 'html') children.push(child);
    else if (/^<br[\s/>]/i.test(child.value)) children.push({ type: 'break' });
    else silentUntil = closingTag(parent, index, child.value);
  });
  parent.children = children as typeof parent.children;
}

/** Index of the tag that closes a non-rendered element; -1 if there is none or `tag` does not open one. */
function closingTag(parent: Parents, index: number, tag: string): number {
  const name = silentTag.exec(tag)?.[1]?.toLowerCase();
  if (name === undefined) return -1;
  return parent.children.findIndex(
    (child, at) => at > index && child.type === 'html' && child.value.toLowerCase().startsWith(`</${name}`),
  );
}
