import type { Html, Nodes, Parents, PhrasingContent } from 'mdast';
import { persianLetter } from '../../text/persian.ts';

/**
 * Replace emphasis that our parser (`markdown/syntax/attention.ts`) would not recognise in its place by tags, in all
 * paragraphs, headings and cells below a node.
 */
export function replaceUnreadMarks(parent: Parents): void {
  if (/^(?:paragraph|heading|tableCell)$/.test(parent.type)) {
    const pieces: Piece[] = [];
    for (const child of parent.children) list(child, pieces);
    if (pieces.some(({ mark }) => mark !== undefined)) {
      const unread = findUnread(pieces);
      if (unread.size > 0) replaceIn(parent, unread);
    }
    return;
  }
  for (const child of parent.children) if ('children' in child) replaceUnreadMarks(child);
}

/** A piece of a line as written: text, or one of the two marks of emphasis. */
interface Piece {
  shown: string;
  mark?: Mark;
}

interface Mark {
  node: Nodes;
  sign: '*' | '**' | '~~';
  /** Index of the other mark. */
  partner: number;
  isOpening: boolean;
}

const signs = { strong: '**', emphasis: '*', delete: '~~' } as const;
const tags = { strong: 'strong', emphasis: 'em', delete: 'del' } as const;

function list(node: Nodes, pieces: Piece[]): void {
  switch (node.type) {
    case 'strong':
    case 'emphasis':
    case 'delete': {
      const opening = pieces.length;
      const mark: Mark = { node, sign: signs[node.type], partner: -1, isOpening: true };
      pieces.push({ shown: '', mark });
      for (const child of node.children) list(child, pieces);
      mark.partner = pieces.length;
      pieces.push({ shown: '', mark: { ...mark, partner: opening, isOpening: false } });
      return;
    }
    case 'link':
      pieces.push({ shown: '[' });
      for (const child of node.children) list(child, pieces);
      pieces.push({ shown: '](…)' });
      return;
    case 'text':
    case 'html':
      pieces.push({ shown: node.value });
      return;
    case 'inlineCode':
      pieces.push({ shown: '``' });
      return;
    case 'break':
      pieces.push({ shown: '\n' });
      return;
    default:
      pieces.push({ shown: '[]' });
  }
}

/** Inner pairs come first, because a pair that becomes tags changes the neighbours of outer ones. */
function findUnread(pieces: readonly Piece[]): ReadonlySet<Nodes> {
  const unread = new Set<Nodes>();
  pieces.forEach(({ mark }, closing) => {
    if (!mark || mark.isOpening) return;
    const opening = mark.partner;
    const isRead =
      opens(mark.sign, textBefore(pieces, opening, -1), textAfter(pieces, opening, closing)) &&
      closes(mark.sign, textBefore(pieces, closing, opening), textAfter(pieces, closing, pieces.length)) &&
      !isCrowded(pieces, opening, closing);
    if (isRead) return;
    unread.add(mark.node);
    pieces[opening]!.shown = '<b>';
    pieces[closing]!.shown = '</b>';
  });
  return unread;
}

/** Whether another mark is adjacent to a pair, except an enclosing one of the same sign. */
function isCrowded(pieces: readonly Piece[], opening: number, closing: number): boolean {
  const own = pieces[opening]!.mark!.sign[0];
  const isOther = (piece: Piece | undefined, isEnclosing: boolean): boolean =>
    piece?.mark !== undefined && (piece.mark.isOpening !== isEnclosing || piece.mark.sign[0] !== own);
  return isOther(pieces[opening - 1], true) || isOther(pieces[closing + 1], false);
}

/** Number of characters examined on either side of a mark. */
const reach = 16;

function textBefore(pieces: readonly Piece[], at: number, limit: number): string {
  let text = '';
  for (let index = at - 1; index > limit && text.length < reach; index -= 1)
    text = pieces[index]!.shown.slice(-reach) + text;
  return text.slice(-reach);
}

function textAfter(pieces: readonly Piece[], at: number, limit: number): string {
  let text = '';
  for (let index = at + 1; index < limit && text.length < reach; index += 1)
    text += pieces[index]!.shown.slice(0, reach);
  return text.slice(0, reach);
}

// Like the parser, this tests single UTF-16 code units: half of an emoji is not punctuation.
const punctuation = /[\p{P}\p{S}]/u;
const beside = new RegExp(`[\\u200C\\u200B\\u064B-\\u0652\\u0670]|${persianLetter.source}|[۰-۹٠-٩]`);

function opens(sign: string, before: string, first: string): boolean {
  const [outer, inner] = [before.slice(-1), first.charAt(0)];
  if (inner === '' || /\s/.test(inner) || isProduct(sign, before, first)) return false;
  const isNote = sign === '*' && '،؛؟!.:…»)]'.includes(inner);
  if (outer === '' || /\s/.test(outer)) return !isNote;
  if (!punctuation.test(inner)) return !(sign === '*' && /[-_]/.test(outer));
  return !isNote && (punctuation.test(outer) || beside.test(outer));
}

function closes(sign: string, last: string, after: string): boolean {
  const [inner, outer] = [last.slice(-1), after.charAt(0)];
  if (inner === '' || /\s/.test(inner) || isProduct(sign, last, after)) return false;
  if (outer === '' || /\s/.test(outer)) return true;
  if (!punctuation.test(inner)) return !(sign === '*' && /[-_]/.test(outer));
  return punctuation.test(outer) || beside.test(outer);
}

/** Whether a mark between two numbers could be read as an operator, such as multiplication. */
function isProduct(sign: string, before: string, after: string): boolean {
  if (!/^\s*[([{]{0,2}[-−+]?[0-9۰-۹٠-٩]/.test(after) || !/[0-9۰-۹٠-٩][^\s]{0,9}\s*$/.test(before)) return false;
  return sign === '*' || /\s$/.test(before) === /^\s/.test(after);
}

function replaceIn(parent: Parents, unread: ReadonlySet<Nodes>): void {
  parent.children = (parent.children as PhrasingContent[]).flatMap((child): PhrasingContent[] => {
    if (!('children' in child)) return [child];
    replaceIn(child, unread);
    if (!unread.has(child)) return [child];
    const name = tags[child.type as keyof typeof tags];
    const tag = (value: string): Html => ({ type: 'html', value });
    return [tag(`<${name}>`), ...(child.children as PhrasingContent[]), tag(`</${name}>`)];
  });
}
