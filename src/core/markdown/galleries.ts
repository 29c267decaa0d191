import type { Element, ElementContent, Root, RootContent } from 'hast';
import { h } from 'hastscript';
import { rehype } from 'rehype';
import type { Picture } from '../article.ts';
import { isPicture } from './images.ts';
import { isolatedRuns } from '../text/bidi.ts';
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

/**
 * Find an article's picture in the galleries of its rendered body, so that its page shows it once. There, it has the caption of the
 * text; without one, it gets its own.
 *
 * @returns The body with that caption; `undefined` if no gallery contains the picture.
 */
export function galleryWithPicture(html: string, { src, caption, credit }: Picture): string | undefined {
  // The writer of our HTML escapes `&` so, and `<` occurs only in tags.
  const source = ` src="${src.replaceAll('&', '&#x26;')}"`;
  const end = '</figure>';
  let isShown = false;
  const shown = html.replace(galleries, (gallery) => {
    if (!gallery.includes(source)) return gallery;
    isShown = true;
    return gallery.replace(figures, (figure) =>
      figure.includes(source) && !figure.includes('<figcaption>')
        ? figure.slice(0, -end.length) + captionHtml(caption, credit) + end
        : figure,
    );
  });
  return isShown ? shown : undefined;
}

const galleries = /<figure class="gallery".*?<\/ul><\/figure>/gs;
const figures = /<figure>.*?<\/figure>/gs;
const writer = rehype().data('settings', { fragment: true }).freeze();

function captionHtml(caption: string | undefined, credit: string | undefined): string {
  if (!caption && !credit) return '';
  const runs = isolatedRuns(caption ?? '').map((run) =>
    run.isLeftToRight ? h('bdi', { dir: 'ltr' }, run.text) : run.text,
  );
  const author = credit ? [caption ? ' ' : '', h('span.credit', h('bdi', credit))] : [];
  return writer.stringify(h(undefined, h('figcaption', ...runs, ...author)));
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
