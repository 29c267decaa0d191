import type { Html, InlineCode, Nodes, Parents, PhrasingContent, Root, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { languageTag } from '../../text/html-elements.ts';
import type { Range } from '../../text/edits.ts';
import { dropControls } from '../../text/control-characters.ts';

/** Text in a language other than Persian, which is left unchanged. */
export interface Foreign {
  type: 'foreign';
  children: Nodes[];
  data: { hName: 'span' | 'blockquote' | 'div'; hProperties: { lang: string; dir?: 'ltr' } };
}

declare module 'mdast' {
  interface RootContentMap {
    foreign: Foreign;
  }
  interface PhrasingContentMap {
    foreign: Foreign;
  }
}

/**
 * Turn raw HTML that marks text as another language («<q lang="ar">…</q>», BCP 47) or as code («<kbd>…</kbd>») into
 * nodes; nothing else of the tags is kept. Elements without a closing sibling stay raw HTML.
 */
export function remarkForeign(): (tree: Root) => void {
  return markIn;
}

/**
 * Create a node for text in another language. The text is kept except for control characters, which could affect the
 * text after it.
 */
export function foreignNode(lang: string, hName: Foreign['data']['hName'], children: Nodes[]): Foreign {
  children.forEach(cleanTexts);
  return { type: 'foreign', children, data: { hName, hProperties: { lang } } };
}

/** Split a text at the edges of its parts in another language, which become nodes of that language. */
export function splitText(text: Text, ranges: readonly Range[], lang: string): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let from = 0;
  for (const { start, end } of ranges) {
    if (start > from) parts.push(slice(text, from, start));
    const inner: Nodes[] = [slice(text, start, end)];
    parts.push(foreignNode(lang, 'span', inner) as PhrasingContent);
    from = end;
  }
  if (from < text.value.length) parts.push(slice(text, from, text.value.length));
  return parts;
}

/**
 * Return part of a text node, with its position if the node has no escapes or references, which would shift offsets.
 */
function slice({ value, position }: Text, start: number, end: number): Text {
  const part: Text = { type: 'text', value: value.slice(start, end) };
  const offset = position?.start.offset;
  if (!position || offset === undefined || position.end.offset !== offset + value.length) return part;
  const at = (index: number) => ({ line: position.start.line, column: 1, offset: offset + index });
  return { ...part, position: { start: at(start), end: at(end) } };
}

/** Return the value of a `lang` attribute; `undefined` for Persian and for invalid language tags. */
export function foreignLanguage(lang: unknown): string | undefined {
  const isTag = typeof lang === 'string' && languageTag.test(lang);
  return isTag && !/^(?:fa|fas|per)(?:-|$)/i.test(lang) ? lang : undefined;
}

/** Find the closing tag of a code element that begins at a child of a paragraph; -1 if none begins there. */
export function codeEnd(parent: Parents, index: number): number {
  const child = parent.children[index]!;
  const opened = child.type === 'html' && !holdsBlocks(parent) ? readOpenTag(child, false) : undefined;
  return opened && opened.lang === undefined ? closingIndex(parent.children, index) : -1;
}

/** Return whether the children of a node are blocks and not parts of a line. */
export function holdsBlocks(parent: Parents): boolean {
  const { type } = parent;
  if (type === 'foreign') return parent.data.hName !== 'span';
  return type === 'root' || type === 'blockquote' || type === 'listItem' || type === 'footnoteDefinition';
}

const codeTag = /^(?:code|kbd|samp|var|tt)$/i;
const openTag = /^<([a-z][a-z0-9-]*)(\s[^>]*)?>\s*$/i;
const langAttribute = /\slang\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i;

function cleanTexts(node: Nodes): void {
  if (node.type === 'text') node.value = dropControls(node.value);
  else if ('children' in node) node.children.forEach(cleanTexts);
}

function markIn(parent: Parents): void {
  const kept: Nodes[] = [];
  const isFlow = holdsBlocks(parent);
  for (let index = 0; index < parent.children.length; index += 1) {
    const child = parent.children[index]!;
    const opened = child.type === 'html' ? readOpenTag(child, isFlow) : undefined;
    const end = opened ? closingIndex(parent.children, index) : -1;
    if (!opened || end === -1) {
      kept.push(child);
      continue;
    }
    kept.push(wrap(opened, parent.children.slice(index + 1, end), isFlow));
    index = end;
  }
  parent.children = kept as typeof parent.children;
  for (const child of parent.children) if ('children' in child && child.type !== 'foreign') markIn(child);
}

interface OpenTag {
  name: string;
  /** Absent for code. */
  lang?: string;
}

function readOpenTag({ value }: Html, isFlow: boolean): OpenTag | undefined {
  const [, name, attributes = ''] = openTag.exec(value) ?? [];
  if (name === undefined || attributes.endsWith('/')) return undefined;
  if (!isFlow && codeTag.test(name)) return { name };
  // Links are converted elsewhere, with their `lang` attribute.
  if (/^a$/i.test(name)) return undefined;
  const [, double, single, bare] = langAttribute.exec(attributes) ?? [];
  const lang = foreignLanguage(double ?? single ?? bare);
  return lang === undefined ? undefined : { name, lang };
}

/**
 * Find the closing tag of an element among its siblings, allowing nested elements of the same name; -1 if there is
 * none.
 */
function closingIndex(siblings: readonly Nodes[], index: number): number {
  let closings = closingsKnown.get(siblings);
  if (!closings) closingsKnown.set(siblings, (closings = findClosings(siblings)));
  return closings.get(index) ?? -1;
}

/** Cached because each of many siblings may ask. */
const closingsKnown = new WeakMap<readonly Nodes[], ReadonlyMap<number, number>>();
const anyTag = /^<(\/?)([a-z][a-z0-9-]*)(?=[\s>])[^>]*>\s*$/i;

function findClosings(siblings: readonly Nodes[]): Map<number, number> {
  const closings = new Map<number, number>();
  const open = new Map<string, number[]>();
  siblings.forEach((sibling, index) => {
    const [, end, tag] = (sibling.type === 'html' && anyTag.exec(sibling.value)) || [];
    if (tag === undefined) return;
    const waiting = open.get(tag.toLowerCase()) ?? [];
    open.set(tag.toLowerCase(), waiting);
    if (end === '') waiting.push(index);
    else if (waiting.length > 0) closings.set(waiting.pop()!, index);
  });
  return closings;
}

function wrap({ name, lang }: OpenTag, children: Nodes[], isFlow: boolean): Foreign | InlineCode {
  if (lang === undefined) return { type: 'inlineCode', value: children.map((child) => toString(child)).join('') };
  return foreignNode(lang, !isFlow ? 'span' : /^blockquote$/i.test(name) ? 'blockquote' : 'div', children);
}
