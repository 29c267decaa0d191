import type { Element, Nodes } from 'hast';
import { toString } from 'hast-util-to-string';
import { rehype } from 'rehype';
import { letterKey } from '../../src/core/import/text.ts';
import { decodePath } from '../../src/core/urls.ts';

/** The visible content of a piece of HTML. */
export interface Readable {
  /** Folded letters and digits, split at white space and the edges of blocks, without numbers of notes. */
  words: string[];
  /** Bold letters outside headings, captions and code. */
  bold: string;
  /** Characters that could be markup. */
  signs: string;
  /** Distinct addresses of links with content, sorted; without links whose text or picture is their address. */
  links: string[];
  /** Addresses of pictures, in order. */
  pictures: string[];
}

const parser = rehype().data('settings', { fragment: true }).freeze();
const unseen = new Set(
  'script style template head title noscript textarea select option button iframe input'.split(' '),
);
const blocks = new Set(
  'address article aside blockquote br caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr img li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/**
 * Extract the visible content of a piece of HTML in source order.
 *
 * @param isSource Whether a preview that links to its full picture counts as that picture.
 */
export function readHtml(html: string, isSource = false): Readable {
  const found: Readable = { words: [], bold: '', signs: '', links: [], pictures: [] };
  const texts: string[] = [];
  const visit = (node: Nodes, isBold: boolean | undefined): void => {
    if (node.type === 'text') {
      texts.push(node.value);
      if (isBold) found.bold += letterKey(node.value).replace(/[a-z]/g, '');
    }
    if (!('children' in node)) return;
    if (node.type === 'element') {
      if (unseen.has(node.tagName) || isOurs(node)) return;
      const isBlock = blocks.has(node.tagName);
      if (isBlock) texts.push('\n');
      if (node.tagName === 'img') found.pictures.push(addressKey(String(node.properties['src'] ?? '')));
      if (node.tagName === 'a') {
        const preview = isSource ? previewOf(node) : undefined;
        if (preview !== undefined) {
          texts.push('\n');
          found.pictures.push(addressKey(preview));
          return;
        }
        const { href } = node.properties;
        if (typeof href === 'string' && href !== '' && hasContent(node) && !isBare(node, href))
          found.links.push(addressKey(href));
      }
      for (const child of node.children) visit(child, isBoldIn(node, isBold));
      if (isBlock) texts.push('\n');
      return;
    }
    for (const child of node.children) visit(child, isBold);
  };
  visit(parser.parse(html), false);
  found.words = wordKeys(texts.join(''));
  found.signs = texts.join('').replace(/[^*_`~[\]\\<>#$={}^@]/g, '');
  found.links = [...new Set(found.links)].filter((link) => !found.pictures.includes(link)).toSorted();
  return found;
}

/** Split a text at white space into folded letters and digits. */
export function wordKeys(text: string): string[] {
  return text
    .replace(/\s*[٪%]/g, '')
    .split(/\s+/)
    .map(letterKey)
    .filter((word) => word !== '');
}

/** Return whether the text of an element is bold; `undefined` where that is not compared. */
function isBoldIn(node: Element, isBold: boolean | undefined): boolean | undefined {
  if (isBold === undefined || /^(?:h[1-6]|th|code|kbd|samp|pre|figcaption)$/.test(node.tagName)) return undefined;
  if (String(node.properties['className']).includes('caption')) return undefined;
  return isBold || node.tagName === 'b' || node.tagName === 'strong' || /bold/.test(String(node.properties['style']));
}

/** Return whether an element is added by this site: anchors of headings, numbers of notes. */
function isOurs({ properties: { className } }: Element): boolean {
  return (
    Array.isArray(className) && className.some((name) => name === 'anchor' || name === 'fn-ref' || name === 'fn-back')
  );
}

function previewOf(link: Element): string | undefined {
  const href = String(link.properties['href'] ?? '');
  const isPreview = countPictures(link) === 1 && toString(link).trim() === '';
  return isPreview && /\.(?:jpe?g|png|webp)(?:[?#]|$)/.test(href) ? href : undefined;
}

function countPictures(node: Nodes): number {
  if (node.type !== 'element') return 0;
  return node.tagName === 'img' ? 1 : node.children.reduce((sum, child) => sum + countPictures(child), 0);
}

function hasContent(node: Nodes): boolean {
  if (node.type === 'text') return /[^\s\p{Cf}]/u.test(node.value);
  if (node.type !== 'element') return false;
  return node.tagName === 'img' || node.children.some(hasContent);
}

function isBare(node: Element, href: string): boolean {
  const text = toString(node).trim();
  return [text, `mailto:${text}`, `http://${text}`].some((address) => addressKey(address) === addressKey(href));
}

/** Normalise an address. */
export function addressKey(address: string): string {
  const url = URL.parse(address, 'https://example.org/');
  if (!url) return address;
  return decodePath(url.href) ?? url.href;
}
