import type { Nodes, Parents, Root, Text } from 'mdast';
import { isAddress } from './markdown-address.ts';
import { persianizeDigits, persianizeUnits } from './persian-digits.ts';
import { halfSpace, normalizeText } from './persian.ts';

/**
 * Write the text nodes of a document in proper Persian: letters, half-spaces and digits. Code and addresses stay. A
 * paragraph is judged as a whole, so that «Windows **11**» keeps its Latin number.
 */
export function remarkProse(): (tree: Root) => void {
  return (tree) => proseBlocks(tree).forEach(writeProperly);
}

/** A stretch of a block: the text of a node, or what stands for something that is no prose. */
export interface Piece {
  node?: Text;
  text: string;
}

/** List the paragraphs, headings and cells of a document, each as the pieces that its text is joined from. */
export function proseBlocks(parent: Parents): Piece[][] {
  if (parent.type === 'paragraph' || parent.type === 'heading' || parent.type === 'tableCell') {
    return [parent.children.flatMap((child) => piecesOf(child))];
  }
  return parent.children.flatMap((child) => ('children' in child ? proseBlocks(child) : []));
}

/** Write a text of its own, such as a caption, in proper Persian. @example proseOf('عكس 2') // 'عکس ۲' */
export function proseOf(text: string): string {
  return persianizeDigits(normalizeText(text));
}

/** U+FFFC stands for what is not prose: it is no letter, digit or space, so nothing reaches across it. */
export const gap = '\uFFFC';

function writeProperly(pieces: Piece[]): void {
  pieces.forEach((piece, index) => {
    if (piece.node) piece.text = normalizePiece(piece.text, pieces[index - 1]?.text, pieces[index + 1]?.text);
  });
  const whole = pieces.map(({ text }) => text).join('');
  const units = /[0-9۰-۹]/.test(whole) ? persianizeUnits(whole) : undefined;
  let start = 0;
  for (const { node, text } of pieces) {
    if (node) node.value = units?.slice(start, start + text.length).join('') ?? text;
    start += text.length;
  }
}

function piecesOf(node: Nodes): Piece[] {
  if (node.type === 'text') return [isAddress(node.value) ? { text: gap } : { node, text: node.value }];
  if (node.type === 'break') return [{ text: '\n' }];
  return 'children' in node ? node.children.flatMap((child) => piecesOf(child)) : [{ text: gap }];
}

/** A half-space at the edge of a text node may stand inside a word: «**کتاب**‌ها». */
function normalizePiece(text: string, before = gap, after = gap): string {
  const normal = normalizeText(text);
  if (!text.includes(halfSpace)) return normal;
  const joinsBefore = text.startsWith(halfSpace) && /\p{L}$/u.test(before) && /^\p{L}/u.test(normal);
  const joinsAfter = text.endsWith(halfSpace) && /\p{L}$/u.test(normal) && /^\p{L}/u.test(after);
  return (joinsBefore ? halfSpace : '') + normal + (joinsAfter ? halfSpace : '');
}
