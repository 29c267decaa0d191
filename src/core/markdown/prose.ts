import type { Nodes, Parents, Root, Text } from 'mdast';
import { isAddress } from './addresses.ts';
import { persianizeDigits, persianizeUnits } from '../numbers/digits.ts';
import { halfSpace, normalizeText, restoreHalfSpaces } from '../text/persian.ts';
import { isBlockNode } from './html/nodes.ts';
import { splitForeign, splitProse, type Stretch } from '../text/prose.ts';

/**
 * Correct the letters, half-spaces and digits in the text nodes of a document. Code and URLs are kept. Each paragraph
 * is considered as a whole, so that «Windows **11**» keeps its Latin number.
 */
export function remarkProse(): (tree: Root) => void {
  return (tree) => proseBlocks(tree).forEach(writeProperly);
}

/** Part of a block: the text of a node, or a placeholder for something that is not prose. */
export interface Piece {
  node?: Text;
  text: string;
}

/** List the paragraphs, headings and cells of a document, each as the pieces that make up its text. */
export function proseBlocks(parent: Parents): Piece[][] {
  if (parent.type === 'paragraph' || parent.type === 'heading' || parent.type === 'tableCell') {
    return [parent.children.flatMap((child) => piecesOf(child))];
  }
  // An HTML block may contain phrasing content directly, without a paragraph.
  if (parent.type === 'htmlBlock' && !parent.children.some(isBlockNode)) {
    return [parent.children.flatMap((child) => piecesOf(child))];
  }
  return parent.children.flatMap((child) =>
    'children' in child && child.type !== 'foreign' ? proseBlocks(child) : [],
  );
}

/**
 * Correct the letters, half-spaces and digits of a separate text, such as a caption. @example proseOf('عكس 2') // 'عکس
 * ۲'
 */
export function proseOf(text: string): string {
  return splitProse(text)
    .map((stretch) => (stretch.isProse ? persianizeDigits(normalizeText(stretch.text)) : stretch.text))
    .join('');
}

/**
 * U+FFFC, the placeholder for anything that is not prose. It is not a letter, digit or space, so rules do not match
 * across it.
 */
export const gap = '\uFFFC';

function writeProperly(pieces: readonly Piece[]): void {
  const parts = withoutNotation(pieces).flatMap(({ node, text, isProse }): (Stretch & { node: Text | undefined })[] =>
    node && isProse ? splitProse(text).map((stretch) => ({ node, ...stretch })) : [{ node, text, isProse: false }],
  );
  parts.forEach((part, index) => {
    if (part.isProse) part.text = normalizePiece(part.text, parts[index - 1]?.text, parts[index + 1]?.text);
  });
  const masked = parts.map(({ text, isProse, node }) => (isProse || !node ? text : gap.repeat(text.length))).join('');
  const units = /[0-9۰-۹]/.test(masked) ? persianizeUnits(masked) : undefined;
  const values = new Map<Text, string>();
  let start = 0;
  for (const { node, text, isProse } of parts) {
    const written = isProse ? units?.slice(start, start + text.length).join('') : undefined;
    if (node) values.set(node, (values.get(node) ?? '') + (written ?? text));
    start += text.length;
  }
  for (const [node, value] of values) node.value = value;
}

/** Split pieces at the edges of other systems' notation, which may span several pieces: `{{< map "https://…" >}}`. */
function withoutNotation(pieces: readonly Piece[]): (Stretch & Piece)[] {
  const stretches = splitForeign(pieces.map(({ text }) => text).join(''));
  if (stretches.length === 1) return pieces.map((piece) => ({ ...piece, isProse: stretches[0]!.isProse }));
  let [at, end] = [0, stretches[0]?.text.length ?? 0];
  let current = 0;
  return pieces.flatMap(({ node, text }) => {
    const cut: (Stretch & Piece)[] = [];
    for (let from = 0; from < text.length;) {
      while (at === end) end += stretches[(current += 1)]!.text.length;
      const length = Math.min(end - at, text.length - from);
      const part = { text: text.slice(from, from + length), isProse: stretches[current]!.isProse };
      cut.push(node ? { node, ...part } : part);
      from += length;
      at += length;
    }
    return cut;
  });
}

function piecesOf(node: Nodes): Piece[] {
  if (node.type === 'text') {
    if (isAddress(node.value)) return [{ text: gap + punctuationAfter(node.value) }];
    return [{ node, text: node.value }];
  }
  if (node.type === 'break') return [{ text: '\n' }];
  // A superscript is not part of the number before it, but does belong to a Latin word, as in «CO_2».
  if (node.type === 'htmlPhrase' && /^su[bp]$/.test(node.data.hName)) {
    return [{ text: '_' }, ...node.children.flatMap((child) => piecesOf(child)), { text: '_' }];
  }
  // Text in another language is left unchanged.
  return 'children' in node && node.type !== 'foreign'
    ? node.children.flatMap((child) => piecesOf(child))
    : [{ text: gap }];
}

/** Return trailing Persian punctuation that the parser includes in a bare URL: `«https://example.org»`. */
function punctuationAfter(address: string): string {
  let start = address.length;
  while (start > 0 && '،؛؟»”…)]'.includes(address.charAt(start - 1))) start -= 1;
  const tail = address.slice(start);
  return /[،؛؟»”…]/u.test(tail) ? tail : '';
}

/** A half-space at the edge of a text node may be inside a word: «**کتاب**‌ها». */
function normalizePiece(written: string, before = gap, after = gap): string {
  const text =
    isWordMark(written.charCodeAt(0)) || isWordMark(written.charCodeAt(written.length - 1))
      ? restoreEdges(written, before, after)
      : written;
  const normal = normalizeText(text);
  if (!text.includes(halfSpace)) return normal;
  const joinsBefore = text.startsWith(halfSpace) && /\p{L}$/u.test(before) && /^\p{L}/u.test(normal);
  const joinsAfter = text.endsWith(halfSpace) && /\p{L}$/u.test(normal) && /^\p{L}/u.test(after);
  return (joinsBefore ? halfSpace : '') + normal + (joinsAfter ? halfSpace : '');
}

/** Restore the half-spaces at the edges of a text node, judged by the adjacent letters. */
function restoreEdges(text: string, before: string, after: string): string {
  const [first, last] = [before.slice(-1), after.slice(0, 1)];
  const restored = restoreHalfSpaces(first + text + last);
  return restored.slice(first.length, restored.length - last.length);
}

/** Return whether a code unit is ¬ or a soft hyphen. */
function isWordMark(unit: number): boolean {
  return unit === 0xac || unit === 0xad;
}
