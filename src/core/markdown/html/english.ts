import type { Nodes, Parents, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { findEnglish } from '../../text/english.ts';
import { persianLetter } from '../../text/persian.ts';
import { splitText } from './other-languages.ts';

/**
 * Mark English sentences inside Persian blocks, which have no language markup, so that they are read aloud and laid out
 * as English and keep their digits. Blocks without Persian letters are marked as a whole elsewhere.
 */
export function remarkEnglish(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    if (/(?:[a-z’']{1,30}[ ,\n]{1,3}){5}/i.test(String(file))) visit(tree);
  };
}

function visit(parent: Parents): void {
  for (const child of parent.children) {
    if (child.type === 'paragraph' || child.type === 'heading' || child.type === 'tableCell') {
      if (persianLetter.test(toString(child))) markIn(child);
    } else if ('children' in child && child.type !== 'foreign') visit(child);
  }
}

function markIn(parent: Parents): void {
  parent.children = parent.children.flatMap((child): Nodes[] => {
    if (child.type === 'text') {
      const ranges = findEnglish(child.value);
      const parts = ranges.length === 0 ? [child] : splitText(child, ranges, 'en');
      for (const part of parts) if (part.type === 'foreign') part.data.hProperties.dir = 'ltr';
      return parts;
    }
    if ('children' in child && child.type !== 'foreign') markIn(child);
    return [child];
  }) as typeof parent.children;
}
