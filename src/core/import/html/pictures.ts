import type { Element, ElementContent, Root } from 'hast';
import {
  attribute,
  classesOf,
  element,
  findElement,
  isBlank,
  isElement,
  lineOf,
  rewrite,
  visitElements,
} from './tree.ts';

/**
 * Bring all pictures into one form: `<img src alt title>`, in a paragraph of its own where it stood in a figure, with the
 * caption as its `title`. Of a preview that links to the whole picture, the whole picture remains.
 */
export function settlePictures(tree: Root): void {
  rewrite(tree, (node) => {
    if (node.type !== 'element') return [node];
    if (isElement(node, 'img')) return plainPicture(node);
    if (isElement(node, 'picture')) return node.children.filter((child) => isElement(child, 'img'));
    if (isElement(node, 'a')) return wholePicture(node);
    if (isElement(node, 'table') && classesOf(node).includes('tr-caption-container')) return captioned(node, 'td');
    if (isElement(node, 'div') && classesOf(node).includes('wp-caption')) return captioned(node, 'p');
    if (isElement(node, 'figure')) return figure(node);
    if (isElement(node, 'ul') && isGallery(node)) return picturesIn(node).map((img) => element('p', [img]));
    return [node];
  });
}

function plainPicture(node: Element): ElementContent[] {
  const candidates = ['dataOrigFile', 'dataSrc', 'dataLazySrc', 'dataOriginal', 'src'];
  const addresses = candidates.map((name) => attribute(node, name)).filter((src) => src !== '' && !/^data:/i.test(src));
  const src = addresses[0] ?? largestOf(attribute(node, 'dataSrcSet') || srcSetOf(node));
  const alt = attribute(node, 'alt');
  if (src === undefined || src === '') return alt === '' ? [] : [{ type: 'text', value: alt }];
  // Emoji that were replaced by pictures.
  if (/\/emoji\/|\/smilies?\//.test(src) && alt !== '') return [{ type: 'text', value: alt }];
  const title = attribute(node, 'dataCaption');
  const sizes = Object.fromEntries(
    ['width', 'height'].flatMap((name) => (attribute(node, name) === '' ? [] : [[name, attribute(node, name)]])),
  );
  return [element('img', [], { src, ...sizes, ...(alt === '' ? {} : { alt }), ...(title === '' ? {} : { title }) })];
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

const pictureName = /\.(?:avif|gif|jfif|jpe?g|png|svg|webp)(?:[?#]|$)/i;

function wholePicture(node: Element): ElementContent[] {
  const inner = node.children.filter((child) => !isBlank(child));
  const [only] = inner;
  if (inner.length !== 1 || !isElement(only, 'img')) return [node];
  const href = attribute(node, 'href');
  if (pictureName.test(href)) return [{ ...only, properties: { ...only.properties, src: href } }];
  return /attachment_id=|\/attachment\//.test(href) || href === '' ? [only] : [node];
}

function figure(node: Element): ElementContent[] {
  const caption = node.children.filter((child) => isElement(child, 'figcaption'));
  const rest = node.children.filter((child) => !isElement(child, 'figcaption'));
  const pictures = picturesIn({ ...node, children: rest });
  const words = lineOf(caption);
  if (pictures.length === 0) {
    // A quotation, table or player with a caption.
    return words === '' ? rest : [...rest, ...caption.map((each) => element('p', each.children))];
  }
  if (lineOf(rest) !== '') return [...rest, ...caption.map((each) => element('p', each.children))];
  if (pictures.length === 1) return [element('p', [withCaption(pictures[0]!, words)])];
  return [
    ...pictures.map((img) => element('p', [img])),
    ...(words === '' ? [] : caption.map((each) => element('p', each.children))),
  ];
}

function captioned(node: Element, captionName: string): ElementContent[] {
  const [img] = picturesIn(node);
  if (!img) return [node];
  const caption = findElement(
    node,
    (child) => child.tagName === captionName && lineOf(child) !== '' && picturesIn(child).length === 0,
  );
  return [element('p', [withCaption(img, caption ? lineOf(caption) : '')])];
}

function withCaption(img: Element, caption: string): Element {
  return caption === '' ? img : { ...img, properties: { ...img.properties, title: caption } };
}

function isGallery(node: Element): boolean {
  return classesOf(node).some((name) => /gallery/.test(name)) && picturesIn(node).length > 0;
}

/** Pictures below an element; a linked one keeps its link only if it leads to more than the picture. */
function picturesIn(node: Element): Element[] {
  const pictures: Element[] = [];
  visitElements(node, (child) => {
    if (child.tagName === 'img') pictures.push(child);
  });
  return pictures;
}
