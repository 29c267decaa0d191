import type { Element, ElementContent, Root } from 'hast';
import { isPictureName } from '../media-names.ts';
import { attribute, classesOf, element, findElement, isElement, lineOf, rewrite, visitElements } from './tree.ts';

/**
 * Normalise all pictures to `<img src alt title>`; a figure becomes a paragraph, with the caption as `title`. A preview that
 * links to the full picture is replaced by it.
 */
export function settlePictures(tree: Root): void {
  rewrite(tree, (node) => {
    if (node.type !== 'element') return [node];
    if (isElement(node, 'img')) return plainPicture(node);
    if (isElement(node, 'picture')) return node.children.filter((child) => isElement(child, 'img'));
    if (isElement(node, 'a')) return wholePicture(node);
    if (isElement(node, 'table') && classesOf(node).includes('tr-caption-container')) return captioned(node, 'td');
    if (isElement(node, 'div') && classesOf(node).includes('wp-caption')) return captioned(node, 'p');
    if (isElement(node, 'dl') && classesOf(node).some((name) => /^(?:wp-caption|gallery-item)$/.test(name)))
      return captioned(node, 'dd');
    if (isElement(node, 'figure')) return figure(node);
    if (isElement(node, 'div section')) return withBackground(node);
    if (isElement(node, 'ul') && isGallery(node) && lineOf(node) === '')
      return picturesIn(node).map((img) => element('p', [linked(img, node.children)]));
    return [node];
  });
}

function plainPicture(node: Element): ElementContent[] {
  const candidates = ['dataOrigFile', 'dataSrc', 'dataLazySrc', 'dataOriginal', 'src'];
  const address = candidates.map((name) => attribute(node, name)).find((src) => src !== '' && !/^data:/i.test(src));
  const src = address ?? largestOf(attribute(node, 'dataSrcSet') || srcSetOf(node));
  const alt = attribute(node, 'alt');
  if (src === undefined || src === '') return alt === '' ? [] : [{ type: 'text', value: alt }];
  // Systems replace emoji by pictures.
  if (/\/emoji\/|\/smilies?\//.test(src) && alt !== '') return [{ type: 'text', value: alt }];
  const title = attribute(node, 'dataCaption');
  const sizes = Object.fromEntries(
    ['width', 'height'].flatMap((name) => (attribute(node, name) === '' ? [] : [[name, attribute(node, name)]])),
  );
  return [element('img', [], { src, ...sizes, ...(alt === '' ? {} : { alt }), ...(title === '' ? {} : { title }) })];
}

/** Old cover blocks, and page builders, show pictures as the background of a block. */
function withBackground(node: Element): ElementContent[] {
  // Bounded, since the time of an open search grows with the square of a style's length.
  const [, src = ''] =
    /background(?:-image)?\s*:[^;]{0,200}?url\(\s*["']?([^"')]{1,500})/i.exec(attribute(node, 'style')) ?? [];
  if (!isPictureName(src.trim())) return [node];
  return [element('p', [element('img', [], { src: src.trim() })]), node];
}

function srcSetOf({ properties: { srcSet } }: Element): string {
  return Array.isArray(srcSet) ? srcSet.join(',') : typeof srcSet === 'string' ? srcSet : '';
}

/** The address with the greatest width or density in a `srcset` (HTML, section 4.8.4.2.1). */
function largestOf(srcSet: string): string | undefined {
  const options = srcSet.split(/,\s+|,(?=https?:)/).flatMap((option) => {
    const [src = '', size = '1x'] = option.trim().split(/\s+/);
    return src === '' ? [] : [{ src, size: Number.parseFloat(size) }];
  });
  return options.toSorted((a, b) => b.size - a.size)[0]?.src;
}

function wholePicture(node: Element): ElementContent[] {
  const [only, ...others] = picturesIn(node);
  if (!only || others.length > 0 || lineOf(node) !== '') return [node];
  const href = attribute(node, 'href');
  if (isPictureName(href)) return [{ ...only, properties: { ...only.properties, src: href } }];
  return /attachment_id=|\/attachment\//.test(href) || href === '' ? [only] : [node];
}

function figure(node: Element): ElementContent[] {
  const caption = node.children.filter((child) => isElement(child, 'figcaption'));
  const rest = node.children.filter((child) => !isElement(child, 'figcaption'));
  const pictures = picturesIn({ ...node, children: rest });
  const words = lineOf(caption);
  // Quotations, tables and players keep their caption as a paragraph below, and so do pictures whose caption has links.
  if (pictures.length === 0 || !isPlain(caption) || lineOf(rest) !== '') return [{ ...node, tagName: 'div' }];
  if (pictures.length === 1) return [element('p', [withCaption(linked(pictures[0]!, rest), words)])];
  const below = words === '' ? [] : caption.map((each) => element('p', each.children));
  return [...pictures.map((img) => element('p', [linked(img, rest)])), ...below];
}

function captioned(node: Element, captionName: string): ElementContent[] {
  const [img] = picturesIn(node);
  if (!img) return [node];
  const captions = node.children.flatMap((child) => captionsIn(child, captionName));
  const [caption] = captions;
  const isWhole = picturesIn(node).length === 1 && lineOf(node) === lineOf(captions);
  if (!isWhole || captions.length > 1 || !isPlain(captions)) return [element('div', node.children)];
  return [element('p', [withCaption(linked(img, node.children), caption ? lineOf(caption) : '')])];
}

/** Blocks of a caption, which contain words and no pictures. */
function captionsIn(node: ElementContent, name: string): Element[] {
  if (node.type !== 'element') return [];
  if (node.tagName === name && lineOf(node) !== '' && picturesIn(node).length === 0) return [node];
  return node.children.flatMap((child) => captionsIn(child, name));
}

function isPlain(caption: readonly ElementContent[]): boolean {
  return findElement({ type: 'root', children: [...caption] }, (child) => isElement(child, 'a img')) === undefined;
}

/** A picture with the link around it, if it has one. */
function linked(img: Element, nodes: readonly ElementContent[]): Element {
  const link = findElement(
    { type: 'root', children: [...nodes] },
    (child) => child.tagName === 'a' && picturesIn(child).includes(img),
  );
  return link ? { ...link, children: [img] } : img;
}

/** Add a caption to a picture, which may be within a link. */
function withCaption(node: Element, caption: string): Element {
  if (caption === '') return node;
  if (node.tagName === 'a') return { ...node, children: [withCaption(node.children[0] as Element, caption)] };
  return { ...node, properties: { ...node.properties, title: caption } };
}

function isGallery(node: Element): boolean {
  return classesOf(node).some((name) => /gallery/.test(name)) && picturesIn(node).length > 0;
}

function picturesIn(node: Element): Element[] {
  const pictures: Element[] = [];
  visitElements(node, (child) => {
    if (child.tagName === 'img') pictures.push(child);
  });
  return pictures;
}
