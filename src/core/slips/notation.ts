import type { Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import { findFormulas } from '../text/mathematics.ts';
import { mayHoldNotation, type NotationKind, otherNotation, otherSystems } from '../text/other-systems.ts';
import { maskRanges, type Range } from '../text/edits.ts';
import { isEscaped, nodesOf, rangeOf } from './source.ts';

/** Notation of another system, which readers see as typed, with its 1-based position in the document. */
export interface FoundNotation {
  kind: NotationKind;
  /** As written. */
  text: string;
  line: number;
  column: number;
}

declare module 'vfile' {
  interface DataMap {
    notation: FoundNotation[];
  }
}

/** Report notation of other systems in `file.data.notation`. The tree is not changed. */
export function remarkNotation(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const source = String(file);
    const found = mayHoldNotation(source) ? findNotation(tree, source) : [];
    if (found.length > 0) file.data.notation = found;
  };
}

/** Find notation of other systems in a document, outside code, comments, mathematics and addresses. */
export function findNotation(tree: Root, source: string): FoundNotation[] {
  const visible = maskRanges(source, ranges(tree));
  const masked = visible.includes('$') ? maskRanges(visible, findFormulas(visible)) : visible;
  const found: FoundNotation[] = [];
  let [line, lineStart, counted] = [1, 0, 0];
  for (const { 0: text, index, groups = {} } of masked.matchAll(pattern)) {
    const kind = kinds.find((each) => groups[each] !== undefined);
    if (kind === undefined || !isMeant(kind, text, masked, index)) continue;
    const start = index + text.search(kind === 'mdx' ? /\S/ : /[^\s>]/);
    for (let next = masked.indexOf('\n', counted); next !== -1 && next < start; next = masked.indexOf('\n', counted)) {
      [line, lineStart, counted] = [line + 1, next + 1, next + 1];
    }
    const written = source.slice(start, index + text.length).trim();
    found.push({ kind, text: written, line, column: start - lineStart + 1 });
  }
  return found;
}

const kinds = Object.keys(otherSystems) as readonly NotationKind[];
const pattern = new RegExp(otherNotation, 'gmu');

function ranges(tree: Root): Range[] {
  return [...nodesOf(tree)].filter(isOpaque).map(rangeOf);
}

/** Return whether the content of a node is code, hidden text or an address. */
function isOpaque(node: Nodes): boolean {
  const type: string = node.type;
  if (type === 'html') return (node as { value: string }).value.startsWith('<!--');
  return type === 'code' || type === 'inlineCode' || type === 'math' || type === 'inlineMath' || type === 'definition';
}

function isMeant(kind: NotationKind, text: string, source: string, at: number): boolean {
  if (isEscaped(source, at)) return false;
  if (kind === 'wiki')
    return /\p{L}/u.test(text) && !/^!?\[\[\^/.test(text) && !/[(:[\]]/.test(source[at + text.length] ?? '');
  // HTML elements may be in capitals; a component has a lower-case letter in its name, or a value in braces.
  if (kind === 'mdx' && text.startsWith('<')) {
    const [name = ''] = /[A-Za-z][\w.]*/.exec(text) ?? [];
    return text.includes('={') || (/[a-z]/.test(name) && !htmlNames.has(name.toLowerCase()));
  }
  return true;
}

const htmlNames = new Set(
  (
    'abbr address article aside audio base body br button canvas caption center cite code col dd del details dfn div dl dt ' +
    'em embed figcaption figure font footer form frame head header hr html iframe img input ins kbd label li link main map ' +
    'mark meta nav object ol option p param picture pre q s samp script section select small source span strike strong ' +
    'style sub summary sup table tbody td textarea tfoot th thead time title tr tt u ul var video wbr blockquote big'
  ).split(' '),
);
