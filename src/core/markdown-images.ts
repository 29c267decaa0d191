import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';
import type { VFile } from 'vfile';
import { decodeAddress, encodeUrl } from './markdown-address.ts';
import { placeOf } from './markdown-place.ts';
import { proseOf } from './markdown-prose.ts';
import type { LocalImage } from './markdown.ts';
import { isAbsoluteUrl } from './urls.ts';
import { walkElements } from './markdown-walk.ts';

/**
 * Turn pictures that stand alone into figures, with the title as caption and credit: `![alt](src "caption | credit")`.
 * Local pictures get their size; those not found are left out and reported in `file.data.missingImages`. Remote ones
 * are loaded through https and without a referrer; all other addresses, `data:` among them, are left out.
 */
export function rehypeImages(findImage: (src: string) => LocalImage | undefined): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const missing = (file.data.missingImages ??= []);
    walkElements(tree, (node, index, parent) => {
      if (node.tagName === 'p' && node.children.some(isPicture) && node.children.every(isPictureOrSpace)) {
        const figures = node.children.filter(isPicture).map(toFigure);
        parent.children.splice(index, 1, ...separate(figures));
        return index;
      }
      if (node.tagName !== 'img') return undefined;
      const properties = describe(node, findImage);
      if (properties) node.properties = properties;
      else if (isLocal(sourceOf(node))) missing.push({ target: decodeAddress(sourceOf(node)), ...placeOf(node) });
      return undefined;
    });
    removeEmpty(tree);
  };
}

function describe(image: Element, findImage: (src: string) => LocalImage | undefined): Properties | undefined {
  const { alt, title } = image.properties;
  const text = { alt: proseOf(String(alt ?? '')), ...(typeof title === 'string' ? { title: proseOf(title) } : {}) };
  const loading = { loading: 'lazy', decoding: 'async' };
  const source = sourceOf(image);
  if (isLocal(source)) {
    const found = source === '' ? undefined : findImage(decodeAddress(source));
    return found && { src: found.src, ...text, width: found.width, height: found.height, ...loading };
  }
  const src = /^(?:https?:)?\/\//i.test(source) ? encodeUrl(source)?.replace(/^http:/, 'https:') : undefined;
  return src === undefined ? undefined : { src, ...text, ...loading, referrerPolicy: 'no-referrer' };
}

function sourceOf(image: Element): string {
  return String(image.properties['src'] ?? '').trim();
}

function isLocal(source: string): boolean {
  return !isAbsoluteUrl(source);
}

function isPicture(node: ElementContent): node is Element {
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
  const children: ElementContent[] = [picture];
  if (caption.length > 0) children.push({ type: 'element', tagName: 'figcaption', properties: {}, children: caption });
  return { type: 'element', tagName: 'figure', properties: {}, children };
}

/** Split «caption | credit»; a credit begins after the last bar, or is all there is: «عکس: …». */
function captionOf(title: string): ElementContent[] {
  const [, before = '', after = ''] = /^(.*?)(?:(?:^|\s*)\|\s*([^|]*))?$/s.exec(title.trim()) ?? [];
  const isCredit = after === '' && /^\(?عکس(?:\s*از)?\s*:/.test(before);
  const caption = proseOf(isCredit ? '' : before.trim());
  const credit = proseOf((isCredit ? before : after).trim().replace(/^\((.*)\)$/s, '$1'));
  const children: ElementContent[] = caption === '' ? [] : [{ type: 'text', value: caption }];
  if (caption !== '' && credit !== '') children.push({ type: 'text', value: ' ' });
  if (credit === '') return children;
  const text: ElementContent = { type: 'text', value: credit };
  return [...children, { type: 'element', tagName: 'span', properties: { className: ['credit'] }, children: [text] }];
}

function separate(figures: Element[]): ElementContent[] {
  return figures.flatMap((figure, index) => (index === 0 ? [figure] : [{ type: 'text', value: '\n' }, figure]));
}

/** Take out the pictures that were not accepted, and figures and links that held nothing else. */
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
