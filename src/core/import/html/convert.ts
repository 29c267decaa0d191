import type { Element, Root as HastRoot } from 'hast';
import { slugify } from '../../text/slug.ts';
import { decodePath } from '../../urls.ts';
import { type ImportNote, note } from '../notes.ts';
import { cleanTree } from './clean.ts';
import { replaceEmbeds } from './embeds.ts';
import { markFootnotes } from './footnotes.ts';
import { settlePictures } from './pictures.ts';
import { shapeTree } from './shape.ts';
import { toMarkdownTree } from './to-mdast.ts';
import { attribute, element, isElement, lineOf, parseHtml, rewrite, visitElements } from './tree.ts';
import { writeMarkdown } from './write.ts';

/** Context of a text's conversion. */
export interface TextContext {
  /** Absolute address against which relative ones are resolved. */
  base?: string | undefined;
  /** Return whether a page on a video host, or a video file, can be the article's video. */
  takesVideo(page: string): boolean;
  /**
   * Address of a picture in the new file, from its address as written and as resolved; `undefined` if there is no local
   * copy.
   */
  findPicture(written: string, resolved: string): string | undefined;
  /** New address for an old one; `undefined` if it is not an address of the old site. */
  findLink(address: string): string | undefined;
  /** Restore letters and half-spaces of a piece of text. */
  restore(text: string): string;
}

/** A text converted to markdown. */
export interface ConvertedText {
  markdown: string;
  /** Page or file of the embedded video that is no longer in the text. */
  video?: string | undefined;
  notes: readonly ImportNote[];
}

/**
 * Convert HTML to markdown of our dialect. All visible content is carried over, or reported in a note.
 *
 * @example convertHtml('<p>پل <b>تازه</b></p>', context).markdown // 'پل **تازه**\n'
 */
export function convertHtml(html: string, context: TextContext): ConvertedText {
  return convertTree(parseHtml(html), context);
}

/** Convert parsed HTML to markdown as {@link convertHtml} does. The tree is changed. */
export function convertTree(tree: HastRoot, context: TextContext): ConvertedText {
  const resolve = (address: string): string | undefined => resolveAddress(address, context.base);
  const footnotes = markFootnotes(tree);
  const definitions: HastRoot[] = [...footnotes.values()].map((children) => ({ type: 'root', children }));
  for (const part of [tree, ...definitions]) settlePictures(part);
  const notes = [tree, ...definitions].flatMap(cleanTree);
  const embeds = replaceEmbeds(tree, (page) => context.takesVideo(page), resolve);
  notes.push(...embeds.notes);
  for (const part of [tree, ...definitions]) {
    settleAddresses(part, context, notes);
    restoreTexts(part, context.restore);
  }
  const texts = new Map([...footnotes.keys()].map((label, index) => [label, shapeTree(definitions[index]!)]));
  return { markdown: writeMarkdown(toMarkdownTree(shapeTree(tree), texts)), video: embeds.video, notes };
}

/** Rewrite the addresses of pictures and links. */
function settleAddresses(tree: HastRoot, context: TextContext, notes: ImportNote[]): void {
  const headings = new Map<string, string>();
  visitElements(tree, (node) => {
    if (isElement(node, 'h1 h2 h3 h4 h5 h6')) for (const id of idsOf(node)) headings.set(id, slugify(lineOf(node)));
  });
  rewrite(tree, (node) => {
    if (node.type !== 'element') return [node];
    if (node.tagName === 'img') {
      const src = attribute(node, 'src');
      const found = settlePicture(src, context);
      if (found !== undefined) return [{ ...node, properties: { ...node.properties, src: found } }];
      notes.push(note('lost', lostPicture, src));
      const words = attribute(node, 'title') || attribute(node, 'alt');
      return words === '' ? [] : [element('em', [{ type: 'text', value: words }])];
    }
    if (node.tagName !== 'a') return [node];
    const href = attribute(node, 'href');
    if (href === '') return node.children;
    if (href.startsWith('#')) {
      const heading = headings.get(decodePath(href.slice(1)) ?? '');
      return heading ? [{ ...node, properties: { href: `#${heading}` } }] : node.children;
    }
    const target = settleLink(href, context);
    if (target === undefined) {
      notes.push(note('lost', lostLink, href));
      return node.children;
    }
    const title = attribute(node, 'title');
    const keepsTitle = title !== '' && title !== lineOf(node);
    return [{ ...node, properties: keepsTitle ? { href: target, title } : { href: target } }];
  });
}

function idsOf(heading: Element): string[] {
  const ids = [attribute(heading, 'id')];
  visitElements(heading, (node) => ids.push(attribute(node, 'id'), attribute(node, 'name')));
  return ids.filter((id) => id !== '');
}

function restoreTexts(parent: HastRoot | Element, restore: (text: string) => string): void {
  for (const child of parent.children) {
    if (child.type === 'text') child.value = restore(child.value);
    else if (child.type === 'element' && !isElement(child, 'code pre kbd samp')) restoreTexts(child, restore);
  }
}

/** Note for a picture that was replaced by its caption or description. */
export const lostPicture = 'A picture was not found; its caption or description was kept.';

/** New address of a picture: its local copy, or its web address; `undefined` if it has neither. */
export function settlePicture(written: string, context: TextContext): string | undefined {
  const resolved = resolveAddress(written, context.base);
  const found = context.findPicture(written, resolved ?? written);
  return found ?? (resolved !== undefined && /^https?:\/\//.test(resolved) ? resolved : undefined);
}

/** Note for a link that was replaced by its text. */
export const lostLink = 'A link with an address that pages must not have became plain text.';

/** New address of a link; `undefined` if pages must not have it, or if it names a file that is not imported. */
export function settleLink(written: string, context: TextContext): string | undefined {
  if (written.startsWith('record:')) return context.findLink(written);
  const resolved = resolveAddress(written, context.base);
  if (resolved === undefined) return undefined;
  const isFile = /^[^?#]*\.mdx?(?:[?#]|$)/i.test(resolved);
  const isNowhere = isFile && !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(resolved);
  return context.findLink(resolved) ?? (isNowhere ? undefined : resolved);
}

/** Make an address absolute; `undefined` if it is invalid, or has a scheme that pages must not link to. */
export function resolveAddress(address: string, base: string | undefined): string | undefined {
  const trimmed = address.trim();
  if (trimmed === '') return undefined;
  const withScheme = trimmed.startsWith('//') ? `https:${trimmed}` : trimmed;
  if (base === undefined && !/^[a-z][a-z0-9+.-]*:/i.test(withScheme)) return withScheme;
  const url = URL.parse(withScheme, base);
  if (!url || !/^(?:https?|mailto|tel):$/.test(url.protocol)) return undefined;
  // Absolute addresses keep their letters, which `href` would percent-encode, since people read these files.
  return /^[a-z]+:\/\/[^\s<>"]+$/i.test(withScheme) ? withScheme : url.href;
}
