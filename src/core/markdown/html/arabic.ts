import type { Parents, Root } from 'mdast';
import type { VFile } from 'vfile';
import { findArabic, mayHoldArabic } from '../../text/arabic.ts';
import { splitText } from './other-languages.ts';

/**
 * Mark Arabic sentences that have no language markup, and single quoted letters, so that their letters are not
 * converted to Persian ones.
 */
export function remarkArabic(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const source = String(file);
    // Arabic letters can also be written as character references.
    if (mayHoldArabic(source) || source.includes('&')) markIn(tree);
  };
}

function markIn(parent: Parents): void {
  for (let index = 0; index < parent.children.length; index += 1) {
    const child = parent.children[index]!;
    if (child.type === 'text') {
      const ranges = findArabic(child.value);
      if (ranges.length === 0) continue;
      const parts = splitText(child, ranges, 'ar');
      parent.children = [
        ...parent.children.slice(0, index),
        ...parts,
        ...parent.children.slice(index + 1),
      ] as typeof parent.children;
      index += parts.length - 1;
    } else if ('children' in child && child.type !== 'foreign') markIn(child);
  }
}
