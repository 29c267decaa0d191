import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import { decodeAddress, encodeUrl } from './addresses.ts';
import { placeOf } from './findings.ts';
import { proseOf } from './prose.ts';
import type { LocalImage } from './findings.ts';
import { pictureSources } from '../pictures/variants.ts';
import { isAbsoluteUrl } from '../urls.ts';
import { replaceChild, walkElements } from './walk.ts';

/**
 * Turn standalone pictures into figures, with the title as caption and credit: `![alt](src "caption | credit")`. Local
 * pictures, found by `file.data.findImage`, get their dimensions; those that can't be shown are removed and reported in
 * `file.data.missingImages`. Remote pictures are loaded over https without a referrer if `isShown` accepts their URL,
 * and are otherwise replaced by a link; pictures with any other URL, such as `data:`, are removed. Both replacements
 * and removals are reported in `file.data.dropped`.
 */
export function rehypeImages(isShown: (address: string) => boolean = () => false): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const { findImage } = file.data;
    const missing = (file.data.missingImages ??= []);
    const dropped = (file.data.dropped ??= []);
    const shown = (file.data.shownImages ??= new Map());
    const linked = new Set<Element>();
    walkElements(tree, (node, index, parent) => {
      if (node.tagName === 'p' && node.children.some(isPicture) && node.children.every(isPictureOrSpace)) {
        const figures = node.children.filter(isPicture).map(toFigure);
        replaceChild(parent, index, separate(figures));
        return index;
      }
      if (node.tagName === 'a') for (const image of imagesIn(node)) linked.add(image);
      if (node.tagName !== 'img') return undefined;
      if (!isLocal(sourceOf(node))) {
        const address = remoteAddress(node);
        if (address !== undefined && !isShown(address)) {
          dropped.push({ name: 'remote-image', address, ...placeOf(node) });
          replaceChild(parent, index, [linkTo(address, node, linked.has(node))]);
          return index + 1;
        }
        if (address !== undefined) node.properties = describeRemote(address, node);
        else dropped.push({ name: 'image', address: sourceOf(node), ...placeOf(node) });
      } else {
        const target = decodeAddress(sourceOf(node));
        const found = target === '' ? undefined : findImage?.(target);
        if (found && 'src' in found) {
          node.properties = describeLocal(node, found);
          shown.set(node, found);
        } else missing.push({ target, ...placeOf(node), ...(found && { reason: found }) });
      }
      return undefined;
    });
    removeEmpty(tree);
  };
}

/** Add the variants of local pictures as `<source>` elements. Runs last, when pictures are in their final places. */
export function rehypeVariants(): (tree: Root, file: VFile) => void {
  return (tree, { data: { shownImages } }) => {
    const broad = new Set(markBroadFigures(tree));
    walkElements(tree, (node, index, parent) => {
      const sources = pictureSources(shownImages?.get(node) ?? {}, broad.has(node) ? 'broad' : 'body');
      if (sources.length === 0) return undefined;
      const children = sources.map(({ srcset, ...source }) => h('source', { ...source, srcSet: srcset }));
      parent.children[index] = h('picture', children, node);
      return index + 1;
    });
  };
}

/** Minimum width in pixels, and minimum ratio of width to height. */
const leastBroad = { width: 1200, ratio: 1.25 };

/** Mark the figures that may be wider than the text, and return their pictures: large ones in landscape format. */
function markBroadFigures({ children }: Root): Element[] {
  return children.flatMap((figure) => {
    if (figure.type !== 'element' || figure.tagName !== 'figure' || 'className' in figure.properties) return [];
    const [image, ...others] = imagesIn(figure);
    const [width, height] = [Number(image?.properties['width']), Number(image?.properties['height'])];
    if (others.length > 0 || !(width >= leastBroad.width && width / height >= leastBroad.ratio)) return [];
    figure.properties['className'] = ['broad'];
    return [image!];
  });
}

const loading = { loading: 'lazy', decoding: 'async' };

function describeLocal(image: Element, { src, width, height, tone }: LocalImage): Properties {
  return { src, ...textsOf(image), width, height, ...loading, ...(tone && { className: [tone] }) };
}

function textsOf({ properties: { alt, title } }: Element): Properties {
  return { alt: proseOf(String(alt ?? '')), ...(typeof title === 'string' ? { title: proseOf(title) } : {}) };
}

function describeRemote(src: string, image: Element): Properties {
  return { src, ...textsOf(image), ...loading, referrerPolicy: 'no-referrer' };
}

function remoteAddress(image: Element): string | undefined {
  const source = sourceOf(image);
  return /^(?:https?:)?\/\//i.test(source) ? encodeUrl(source)?.replace(/^http:/, 'https:') : undefined;
}

/**
 * Create a link to a remote picture, labelled with its `alt`; only the label if the picture is inside a link already.
 */
function linkTo(address: string, image: Element, isLinked: boolean): ElementContent {
  const text = String(textsOf(image)['alt']).trim() || `تصویر در ${new URL(address).hostname}`;
  if (isLinked) return { type: 'text', value: text };
  return h('a', { href: address, rel: ['external', 'noopener', 'noreferrer'] }, text);
}

function imagesIn({ children }: Element): Element[] {
  return children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === 'img' ? [child] : imagesIn(child);
  });
}

function sourceOf(image: Element): string {
  return String(image.properties['src'] ?? '').trim();
}

function isLocal(source: string): boolean {
  return !isAbsoluteUrl(source);
}

/** Return whether a node is a picture, or a link that contains only a picture. */
export function isPicture(node: ElementContent): node is Element {
  if (node.type !== 'element') return false;
  return node.tagName === 'img' || (node.tagName === 'a' && node.children.length === 1 && isPicture(node.children[0]!));
}

function isPictureOrSpace(node: ElementContent): boolean {
  return isPicture(node) || (node.type === 'text' && node.value.trim() === '') || isBreak(node);
}

function isBreak(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'br';
}

function toFigure(picture: Element): Element {
  const image = picture.tagName === 'img' ? picture : (picture.children[0] as Element);
  const { title } = image.properties;
  delete image.properties['title'];
  const caption = typeof title === 'string' ? captionOf(title) : [];
  return h('figure', picture, caption.length > 0 ? h('figcaption', caption) : undefined);
}

/** Split «caption | credit». The credit follows the last bar, or is the whole title if that begins with «عکس: …». */
function captionOf(title: string): ElementContent[] {
  const [, before = '', after = ''] = /^(.*?)(?:(?:^|\s*)\|\s*([^|]*))?$/s.exec(title.trim()) ?? [];
  const isCredit = after === '' && /^\(?عکس(?:\s*از)?\s*:/.test(before);
  const caption = proseOf(isCredit ? '' : before.trim());
  const credit = proseOf((isCredit ? before : after).trim().replace(/^\((.*)\)$/s, '$1'));
  const children: ElementContent[] = caption === '' ? [] : [{ type: 'text', value: caption }];
  if (caption !== '' && credit !== '') children.push({ type: 'text', value: ' ' });
  if (credit === '') return children;
  return [...children, h('span.credit', credit)];
}

function separate(figures: Element[]): ElementContent[] {
  return figures.flatMap((figure, index) => (index === 0 ? [figure] : [{ type: 'text', value: '\n' }, figure]));
}

/** Remove rejected pictures, and the figures and links that become empty. */
function removeEmpty(parent: { children: (RootContent | ElementContent)[] }): void {
  for (const child of parent.children) if (child.type === 'element') removeEmpty(child);
  const kept = parent.children.filter(isAccepted);
  if (kept.length < parent.children.length) {
    parent.children = kept.filter((child, index) => !(isLineEnd(child) && index > 0 && isLineEnd(kept[index - 1]!)));
  }
}

function isAccepted(node: RootContent | ElementContent): boolean {
  if (node.type !== 'element') return true;
  if (node.tagName === 'img') return 'loading' in node.properties;
  if (node.tagName === 'figure')
    return node.children.some((child) => child.type === 'element' && child.tagName !== 'figcaption');
  return node.tagName !== 'a' || node.children.length > 0 || 'ariaLabel' in node.properties;
}

function isLineEnd(node: RootContent | ElementContent): boolean {
  return node.type === 'text' && node.value === '\n';
}
