import type { Element, Nodes } from 'hast';
import { footnoteElement } from './footnotes.ts';
import { attribute, findElement, isBlock, isElement, textOf } from './tree.ts';

/** A piece of a line with uniform markup. */
export interface Leaf {
  kind: 'text' | 'break' | 'code' | 'image' | 'note';
  /** Text as shown; the label of a note. */
  text: string;
  /** The picture, with address, description and caption. */
  image?: Element;
  /** Its markup, outermost first and without repetitions: `strong`, `em`, `sup`, `abbr …` with its title. */
  formats: readonly string[];
  link?: Link | undefined;
}

/** A link around a piece of text. */
export interface Link {
  href: string;
  title: string;
}

/** Markup around a piece of HTML. */
export interface Around {
  formats: readonly string[];
  link?: Link | undefined;
}

const formatOf = new Map(
  Object.entries({
    strong: 'b strong',
    em: 'i em cite dfn var',
    del: 's strike del',
    ...Object.fromEntries('sup sub mark ins u small'.split(' ').map((name) => [name, name])),
  }).flatMap(([format, names]) => names.split(' ').map((name) => [name, format] as const)),
);

/** Add an element's markup to the markup around it. */
export function within(node: Element, { formats, link }: Around): Around {
  const added = formatsOf(node).filter((format) => !formats.includes(format));
  const href = node.tagName === 'a' ? attribute(node, 'href') : '';
  return {
    formats: added.length === 0 ? formats : [...formats, ...added],
    link: href === '' ? link : { href, title: attribute(node, 'title') },
  };
}

function formatsOf(node: Element): string[] {
  const style = attribute(node, 'style');
  const title = node.tagName === 'abbr' ? attribute(node, 'title') : '';
  const own = title === '' ? formatOf.get(node.tagName) : `abbr ${title}`;
  const formats = own === undefined ? [] : [own];
  if (!/font-/i.test(style)) return formats;
  const weight = /font-weight\s*:\s*([a-z0-9]+)/i.exec(style)?.[1]?.toLowerCase() ?? '';
  // Google Docs wraps texts in `<b style="font-weight: normal">`.
  if (own === 'strong') return /^(?:normal|400)$/.test(weight) ? [] : formats;
  if (/^(?:bold|bolder|[6-9]00)$/.test(weight)) formats.push('strong');
  if (own !== 'em' && /font-style\s*:\s*italic/i.test(style)) formats.push('em');
  return formats;
}

/** List the pieces of a node; the edges of blocks within it become line breaks. */
export function leavesOf(node: Nodes, around: Around, leaves: Leaf[] = []): Leaf[] {
  if (node.type === 'text') leaves.push({ kind: 'text', text: node.value, ...around });
  if (node.type !== 'element') return leaves;
  if (node.tagName === 'br' || node.tagName === 'hr') leaves.push({ kind: 'break', text: '', ...around });
  else if (node.tagName === 'img')
    leaves.push({ kind: 'image', text: '', image: node, formats: [], link: around.link });
  else if (node.tagName === footnoteElement) leaves.push({ kind: 'note', text: attribute(node, 'id'), formats: [] });
  else if (isElement(node, 'code kbd samp') && !findElement(node, (child) => isElement(child, 'a img br'))) {
    const [, before = '', code = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(textOf(node))!;
    if (before !== '') leaves.push({ kind: 'text', text: ' ', ...around });
    // Markdown has no syntax for blank code.
    const kind = /[^\s\p{Cf}]/u.test(code) ? 'code' : 'text';
    if (code !== '') leaves.push({ kind, text: code.replace(/\s+/g, ' '), ...around });
    if (after !== '') leaves.push({ kind: 'text', text: ' ', ...around });
  } else {
    const inside = within(node, around);
    const isQuote = node.tagName === 'q';
    if (isQuote) leaves.push({ kind: 'text', text: '«', ...around });
    if (isBlock(node)) leaves.push({ kind: 'break', text: '', formats: [] });
    for (const child of node.children) leavesOf(child, inside, leaves);
    if (isBlock(node)) leaves.push({ kind: 'break', text: '', formats: [] });
    if (isQuote) leaves.push({ kind: 'text', text: '»', ...around });
  }
  return leaves;
}

/**
 * Tidy the pieces of a line for markdown: white space is collapsed as in HTML and moved out of markup, and line breaks and
 * spaces at both ends are dropped.
 */
export function tidyLine(leaves: readonly Leaf[]): Leaf[] {
  const pieces = placeSpaces(splitSpaces(leaves));
  const first = pieces.findIndex((piece) => !isVoid(piece));
  if (first === -1) return [];
  return pieces.slice(first, pieces.findLastIndex((piece) => !isVoid(piece)) + 1);
}

/** Return whether a piece is white space or a line break. */
export function isVoid({ kind, text: value }: Leaf): boolean {
  return kind === 'break' || (kind === 'text' && value.trim() === '');
}

/** Split texts into words and single spaces; spaces beside line breaks and other spaces are dropped. */
function splitSpaces(leaves: readonly Leaf[]): Leaf[] {
  const pieces: Leaf[] = [];
  let isAfterSpace = true;
  for (const leaf of leaves) {
    if (leaf.kind === 'break' && isSpace(pieces.at(-1))) pieces.pop();
    if (leaf.kind !== 'text') {
      pieces.push(leaf);
      isAfterSpace = leaf.kind === 'break';
      continue;
    }
    const body = leaf.text.trim();
    if (/^\s/.test(leaf.text) && !isAfterSpace) pieces.push({ ...leaf, text: ' ' });
    isAfterSpace ||= /^\s/.test(leaf.text);
    if (body === '') continue;
    pieces.push({ ...leaf, text: body.replace(/\s+/g, ' ') });
    isAfterSpace = /\s$/.test(leaf.text);
    if (isAfterSpace) pieces.push({ ...leaf, text: ' ' });
  }
  return pieces;
}

function isSpace(leaf: Leaf | undefined): boolean {
  return leaf?.kind === 'text' && leaf.text === ' ';
}

/** Give spaces and line breaks the markup that both neighbours share. */
function placeSpaces(pieces: readonly Leaf[]): Leaf[] {
  const isGap = (piece: Leaf): boolean => piece.kind === 'break' || isSpace(piece);
  const nexts: (Leaf | undefined)[] = [];
  for (let index = pieces.length - 1, next: Leaf | undefined; index >= 0; index -= 1) {
    nexts[index] = next;
    if (!isGap(pieces[index]!)) next = pieces[index];
  }
  let before: Leaf | undefined;
  return pieces.map((piece, index) => {
    if (!isGap(piece)) return (before = piece);
    const next = nexts[index];
    const formats = before && next ? before.formats.filter((format) => next.formats.includes(format)) : [];
    return { ...piece, formats, link: isSameLink(before?.link, next?.link) ? before?.link : undefined };
  });
}

/** Return whether two links have the same address and title. */
export function isSameLink(a: Link | undefined, b: Link | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && a.href === b.href && a.title === b.title);
}

/** Split pieces into paragraphs at two or more consecutive line breaks. Each is tidy, and none empty. */
export function paragraphsOf(leaves: readonly Leaf[]): Leaf[][] {
  const parts: Leaf[][] = [[]];
  let breaks = 0;
  for (const leaf of leaves) {
    if (leaf.kind === 'break') breaks += 1;
    else if (leaf.kind !== 'text' || leaf.text.trim() !== '') {
      if (breaks > 1) parts.push([]);
      breaks = 0;
    }
    parts.at(-1)!.push(leaf);
  }
  return parts.map(tidyLine).filter((part) => part.length > 0);
}

/**
 * Move pictures at the edges of a paragraph into separate paragraphs; small ones stay with the words beside them.
 */
export function apartFromPictures(line: readonly Leaf[]): Leaf[][] {
  let [start, end] = [0, line.length];
  const before: Leaf[] = [];
  const after: Leaf[] = [];
  while (start < end && (isPicture(line[start]!) || (start > 0 && isVoid(line[start]!)))) {
    if (isPicture(line[start]!)) before.push(line[start]!);
    start += 1;
  }
  while (end > start && (isPicture(line[end - 1]!) || (end < line.length && isVoid(line[end - 1]!)))) {
    if (isPicture(line[end - 1]!)) after.push(line[end - 1]!);
    end -= 1;
  }
  const rest = tidyLine(line.slice(start, end));
  return [
    ...before.map((leaf) => [leaf]),
    ...(rest.length > 0 ? [rest] : []),
    ...after.toReversed().map((leaf) => [leaf]),
  ];
}

function isPicture({ kind, image }: Leaf): boolean {
  return kind === 'image' && !['width', 'height'].some((name) => Number(attribute(image!, name) || 100) <= 32);
}
