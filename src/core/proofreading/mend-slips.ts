import type { Nodes } from 'mdast';
import type { BlockFinding } from './proofread.ts';
import { readSourceDocument, treeOf } from './source-document.ts';
import { bisect, write } from './trials.ts';

/**
 * Select the slips whose fix is sound: the slip is gone, and readers see the same words as before, except addresses and
 * numbers that became markup.
 */
export function acceptSlips(text: string, slips: readonly BlockFinding[]): BlockFinding[] {
  if (slips.length === 0) return [];
  const words = countWords(wordsOf(text));
  const before = countSlips(text);
  return bisect(slips, (some) => {
    const changed = write(text, some);
    const after = countSlips(changed);
    const left = new Map(before);
    for (const slip of some) add(left, keyOf(slip.id, text.slice(...extentOf(slip))), -1);
    const expected = new Map(words);
    for (const { hidden = '', shown = '' } of some) {
      for (const word of splitWords(hidden)) add(expected, word, -1);
      for (const word of splitWords(shown)) add(expected, word, 1);
    }
    return (
      [...left].every(([key, count]) => (after.get(key) ?? 0) <= count) &&
      isEqual(expected, countWords(wordsOf(changed)))
    );
  });
}

function extentOf({ edits }: BlockFinding): [number, number] {
  return [edits[0]!.start, edits.at(-1)!.end];
}

function countSlips(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, edits } of readSourceDocument(text).slips) {
    if (edits.length > 0) add(counts, keyOf(rule, text.slice(edits[0]!.start, edits.at(-1)!.end)), 1);
  }
  return counts;
}

function keyOf(rule: string, written: string): string {
  return `${rule} ${written}`;
}

/** List the words of a file's body that readers see. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  let run = '';
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' || node.type === 'html') return;
    if (node.type === 'image') run += node.alt ?? '';
    if ('value' in node) run += node.value;
    if ('children' in node) node.children.forEach(visit);
    if (!inline.has(node.type)) {
      words.push(...splitWords(run));
      run = '';
    }
  };
  const tree = treeOf(text);
  if (tree) visit(tree);
  return words;
}

const inline = new Set(['text', 'emphasis', 'strong', 'delete', 'link', 'linkReference', 'inlineCode', 'image']);

function splitWords(text: string): string[] {
  // A kashida after a number is a dash, and one within a word is decoration; neither belongs to the word. Nor do the
  // marks of emoji (U+FE0F, U+20E3).
  return (
    text
      .replaceAll('\u0640', '')
      .replace(/[\uFE0F\u20E3]/g, ' ')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

function countWords(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) add(counts, word, 1);
  return counts;
}

function add(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

function isEqual(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  return (
    [...one].every(([word, count]) => (other.get(word) ?? 0) === count) &&
    [...other].every(([word, count]) => (one.get(word) ?? 0) === count)
  );
}
