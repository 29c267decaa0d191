import type { Element, Nodes } from 'hast';
import { rehype } from 'rehype';

const processor = rehype().data('settings', { fragment: true }).freeze();

/** Normalise HTML, removing our additions to CommonMark's output: direction, language, ids, anchors, loading, rel. */
export function plainHtml(html: string): string {
  const tree = processor.parse(html);
  strip(tree);
  return processor.stringify(tree).trim();
}

function strip(parent: Nodes): void {
  if (!('children' in parent)) return;
  parent.children = parent.children.filter((node) => !isAnchor(node)) as typeof parent.children;
  for (const node of parent.children) {
    if (node.type === 'element') removeAdded(node);
    strip(node);
  }
  parent.children = parent.children.flatMap((node) =>
    node.type === 'element' && node.tagName === 'bdi' ? node.children : [node],
  ) as typeof parent.children;
}

function isAnchor(node: Nodes): boolean {
  return node.type === 'element' && [node.properties['className']].flat().includes('anchor');
}

function removeAdded({ tagName, properties }: Element): void {
  const added = ['dir', 'lang', 'tabIndex', 'id', 'rel', 'loading', 'decoding', 'referrerPolicy', 'width', 'height'];
  if (tagName !== 'div') for (const name of added) delete properties[name];
}
