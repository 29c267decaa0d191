import type { Code, Html, Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { isDeep, plainDocument } from './guard.ts';
import { balance, type Kept, type Part } from './html/balance.ts';
import { buildNodes } from './html/build.ts';
import { joinLines } from './html/lines.ts';
import { holdsBlocks } from './html/other-languages.ts';
import { withoutLinks } from './html/phrases.ts';
import { createPlacer } from './html/places.ts';
import { plainLine } from './html/structures.ts';
import { readTokens, type Tag } from './html/tokens.ts';
import type { DroppedElement } from './findings.ts';

/**
 * Convert raw HTML to mdast nodes: Markdown's own where they exist, `htmlBlock` and `htmlPhrase` otherwise. Unknown
 * elements are unwrapped; comments, scripts and other non-rendered elements are removed with their content. An element
 * can't extend beyond its parent. An unclosed block ends with its own piece of HTML, and an unclosed phrase has no
 * effect; links lost in this way are reported in `file.data.dropped`.
 */
export function remarkRawHtml(): (tree: Root, file: VFile) => Root | undefined {
  return (tree, file) => {
    const source = String(file);
    if (!source.includes('<')) {
      dropEmpty(tree);
      return undefined;
    }
    replaceIn(tree, { source, hasOfficeTags: officeTag.test(source), dropped: (file.data.dropped ??= []) });
    dropEmpty(tree);
    return isDeep(tree) ? plainDocument(source) : undefined;
  };
}

interface Document {
  source: string;
  hasOfficeTags: boolean;
  lines?: readonly string[];
  dropped: DroppedElement[];
}

function replaceIn(parent: Parents, document: Document): void {
  const children: Nodes[] = [];
  if (document.hasOfficeTags) parent.children = parent.children.flatMap(hideTags) as typeof parent.children;
  for (const child of parent.children) {
    if ('children' in child) replaceIn(child, document);
    if (child.type === 'paragraph' && child.children.some(isHtml)) {
      for (const block of linesOf(child, document)) children.push(block);
    } else children.push(child);
  }
  parent.children = children as typeof parent.children;
  // A paragraph is replaced by its parent, since it may become several blocks.
  if (parent.type !== 'paragraph' && parent.children.some(isHtml)) {
    if (holdsBlocks(parent)) replaceBlocks(parent, document);
    else if (parent.type === 'tableCell') {
      parent.children = plainLine(linesOf(parent, document) as RootContent[]) as PhrasingContent[];
    } else parent.children = joinLines(linesOf(parent, document)) as typeof parent.children;
  }
  if (parent.type === 'link' || parent.type === 'linkReference')
    parent.children = parent.children.flatMap(withoutLinks);
}

function isHtml(node: Nodes): node is Html {
  return node.type === 'html';
}

/** Tags written by Word, such as `<o:p>`, which are text in CommonMark. */
const officeTag = /<\/?(?:o|v|w|st1):[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/i;

/** Split a text at tags written by Word, turning them into raw HTML nodes. */
function hideTags(node: Nodes): Nodes[] {
  if (node.type !== 'text' || !officeTag.test(node.value)) return [node];
  return node.value.split(new RegExp(`(${officeTag.source})`, 'gi')).flatMap((value, index): Nodes[] => {
    if (value === '') return [];
    return index % 2 === 1 ? [{ type: 'html', value }] : [{ type: 'text', value }];
  });
}

/** Convert the children of a paragraph or the like; block elements among them split it into several blocks. */
function linesOf({ children }: Parents, document: Document): Nodes[] {
  const parts = children.map((child): Part => (isHtml(child) ? readTokens(child.value) : undefined));
  const balanced = balance(parts, false);
  const findPlace = createFinder(children, document);
  for (const { tag, part } of balanced.unclosed) reportLink(tag, findPlace(tag, part), document);
  return buildNodes(balanced.kept, children, false, findPlace);
}

function replaceBlocks(parent: Parents, document: Document): void {
  const { children } = parent;
  const read = (isWithin: (index: number) => boolean): Part[] =>
    children.map((child, index) => {
      if (isHtml(child)) return readTokens(child.value);
      return isIndentedHtml(child) && isWithin(index) ? readTokens(child.value) : undefined;
    });
  let balanced = balance(
    read(() => false),
    true,
  );
  // Between an opening and a closing tag, indented lines that begin with a tag are HTML, not code.
  if (balanced.spans.length > 0 && children.some(isIndentedHtml)) {
    const within = new Set(
      balanced.spans.flatMap(([first, last]) => Array.from({ length: last - first }, (_, index) => first + index)),
    );
    balanced = balance(
      read((index) => within.has(index)),
      true,
    );
  }
  const findPlace = createFinder(children, document);
  for (const { tag, part } of balanced.unclosed) reportLink(tag, findPlace(tag, part), document);
  const tokens = Map.groupBy(balanced.kept, ({ part }) => part);
  const lasts = new Map(balanced.spans);
  const replaced: Nodes[] = [];
  for (let index = 0; index < children.length; index += 1) {
    const last = lasts.get(index) ?? index;
    if (last === index && !isHtml(children[index]!)) {
      replaced.push(children[index]!);
      continue;
    }
    const own: Kept[] = [];
    for (; index <= last; index += 1) for (const token of tokens.get(index) ?? []) own.push(token);
    index = last;
    for (const node of buildNodes(own, children, true, findPlace)) replaced.push(node);
  }
  parent.children = replaced as typeof parent.children;
}

/** Return whether a node is an indented code block that begins with a tag. */
function isIndentedHtml(node: Nodes): node is Code {
  if (node.type !== 'code' || !/^<\/?[a-z]/i.test(node.value) || !node.position) return false;
  // A fenced block has two more lines than its content.
  const { start, end } = node.position;
  return end.line - start.line + 1 === node.value.split('\n').length;
}

function createFinder(
  children: readonly Nodes[],
  document: Document,
): (tag: Tag, part: number) => { line: number; column: number } {
  const placers = new Map<number, ReturnType<typeof createPlacer>>();
  return ({ start }, part) => {
    document.lines ??= document.source.split('\n');
    let placer = placers.get(part);
    if (!placer) placers.set(part, (placer = createPlacer(children[part] as Html, document.lines)));
    return placer(start);
  };
}

function reportLink({ attributes }: Tag, place: { line: number; column: number }, { dropped }: Document): void {
  const address = attributes['href']?.trim() ?? '';
  if (/^(?:https?:|mailto:|tel:|\/|#.|[^:]*\.md(?:[?#]|$))/i.test(address)) {
    dropped.push({ name: 'a', address, ...place });
  }
}

function dropEmpty(parent: Parents): void {
  for (const child of parent.children) if ('children' in child) dropEmpty(child);
  if (parent.children.some(isEmptyParagraph)) {
    parent.children = parent.children.filter((child) => !isEmptyParagraph(child)) as typeof parent.children;
  }
}

function isEmptyParagraph(node: Nodes): node is Paragraph {
  return (
    node.type === 'paragraph' && node.children.every((child) => child.type === 'text' && child.value.trim() === '')
  );
}
