import type { Element, ElementContent, Root, RootContent } from 'hast';
import { h } from 'hastscript';
import { isPicture } from './images.ts';
import { formatNumber } from '../text/persian.ts';

/**
 * Group two or more consecutive pictures, in one paragraph or several, into a gallery: a figure of class `gallery` with
 * a list of figures. Runs after {@link rehypeImages}, which makes figures of pictures.
 */
export function rehypeGalleries(): (tree: Root) => void {
  return gatherIn;
}

/** Return whether a rendered body contains a gallery. */
export function hasGallery(html: string): boolean {
  // In our HTML a literal `<` occurs only in tags.
  return html.includes('<figure class="gallery"');
}

type Child = RootContent | ElementContent;

function gatherIn(parent: { children: Child[] }): void {
  for (const child of parent.children) if (child.type === 'element') gatherIn(child);
  if (parent.children.filter(isFigure).length < 2) return;
  const children: Child[] = [];
  for (let index = 0; index < parent.children.length;) {
    const end = endOfRun(parent.children, index);
    const run = parent.children.slice(index, end);
    const figures = run.filter(isFigure);
    if (figures.length > 1) children.push(galleryOf(figures));
    else for (const child of run) children.push(child);
    index = end;
  }
  parent.children = children;
}

/**
 * Return the end index of the run of figures at `start`, excluding trailing white space; `start + 1` if there is none.
 */
function endOfRun(children: readonly Child[], start: number): number {
  let end = start + 1;
  if (!isFigure(children[start]!)) return end;
  for (let index = end; index < children.length; index++) {
    if (isFigure(children[index]!)) end = index + 1;
    else if (!isSpace(children[index]!)) break;
  }
  return end;
}

function galleryOf(figures: readonly Element[]): Element {
  const items = figures.map((figure) => h('li', figure));
  const label = `گالری با ${formatNumber(figures.length)} تصویر`;
  return h('figure.gallery', { ariaLabel: label }, h('ul', items));
}

function isFigure(node: Child): node is Element {
  if (node.type !== 'element' || node.tagName !== 'figure' || 'className' in node.properties) return false;
  // A figure can also contain a table, a quotation, or a link that replaced a picture.
  return node.children.some(isPicture);
}

function isSpace(node: Child): boolean {
  return node.type === 'text' && node.value.trim() === '';
}
