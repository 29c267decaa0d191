import type { Element, Root as HastRoot } from 'hast';
import { slugify } from '../../text/slug.ts';
import { type ImportNote, note } from '../notes.ts';
import { cleanTree } from './clean.ts';
import { replaceEmbeds } from './embeds.ts';
import { markFootnotes } from './footnotes.ts';
import { settlePictures } from './pictures.ts';
import { shapeTree } from './shape.ts';
import { toMarkdownTree } from './to-mdast.ts';
import { attribute, element, isElement, lineOf, parseHtml, rewrite, visitElements } from './tree.ts';
import { writeMarkdown } from './write.ts';

/** What the conversion of a text needs to know of the world around it. */
export interface TextContext {
  /** Absolute address against which relative ones are resolved. */
  base?: string | undefined;
  /** Whether the article has room for a video. */
  takesVideo: boolean;
  /**
   * Address of a picture in the new file, from its address as written and as resolved; `undefined` if there is no local
   * copy.
   */
  findPicture(written: string, resolved: string): string | undefined;
  /** Address in the new file of what an old address leads to; `undefined` if it is not of the old site. */
  findLink(address: string): string | undefined;
  /** Restore letters and half-spaces of a piece of text. */
  restore(text: string): string;
}

/** A text as markdown. */
export interface ConvertedText {
  markdown: string;
  /** Pages or files of embedded videos, in order. The first is not in the text, if there was room for it. */
  videos: readonly string[];
  notes: readonly ImportNote[];
}

/**
 * Convert HTML to markdown of our dialect. Nothing that a reader saw is lost without a note.
 *
 * @example convertHtml('<p>پل <b>تازه</b></p>', context).markdown // 'پل **تازه**\n'
 */
export function convertHtml(html: string, context: TextContext): ConvertedText {
  const tree = parseHtml(html);
  const resolve = (address: string): string | undefined => resolveAddress(address, context.base);
  const footnotes = markFootnotes(tree);
  const definitions: HastRoot[] = [...footnotes.values()].map((children) => ({ type: 'root', children }));
  for (const part of [tree, ...definitions]) settlePictures(part);
  const notes = [tree, ...definitions].flatMap(cleanTree);
  const embeds = replaceEmbeds(tree, context.takesVideo, resolve);
  notes.push(...embeds.notes);
  for (const part of [tree, ...definitions]) {
    settleAddresses(part, context, notes);
    restoreTexts(part, context.restore);
  }
  const texts = new Map([...footnotes.keys()].map((label, index) => [label, shapeTree(definitions[index]!)]));
  return { markdown: writeMarkdown(toMarkdownTree(shapeTree(tree), texts)), videos: embeds.videos, notes };
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
      const heading = headings.get(decode(href.slice(1)));
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

/** Why a picture is only its words now. */
export const lostPicture = 'A picture is nowhere to be found; its words remain.';

/** Address of a picture in the new file: of its local copy, or on its host; `undefined` if it has neither. */
export function settlePicture(written: string, context: TextContext): string | undefined {
  const resolved = resolveAddress(written, context.base);
  const found = context.findPicture(written, resolved ?? written);
  return found ?? (resolved !== undefined && /^https?:\/\//.test(resolved) ? resolved : undefined);
}

/** Why a link is only its words now. */
export const lostLink = 'A link whose address no page may have became plain text.';

/**
 * Address of a link in the new file: of an article, or as it was; `undefined` if pages must not have it, or if it names a
 * file that is not of the import.
 */
export function settleLink(written: string, context: TextContext): string | undefined {
  if (written.startsWith('record:')) return context.findLink(written);
  const resolved = resolveAddress(written, context.base);
  if (resolved === undefined) return undefined;
  const isFile = /^[^?#]*\.mdx?(?:[?#]|$)/i.test(resolved);
  const isNowhere = isFile && !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(resolved);
  return context.findLink(resolved) ?? (isNowhere ? undefined : resolved);
}

/** Make an address absolute; `undefined` if it has a scheme that pages must not link to, or is none. */
export function resolveAddress(address: string, base: string | undefined): string | undefined {
  const trimmed = address.trim();
  if (trimmed === '') return undefined;
  const withScheme = trimmed.startsWith('//') ? `https:${trimmed}` : trimmed;
  if (base === undefined && !/^[a-z][a-z0-9+.-]*:/i.test(withScheme)) return withScheme;
  const url = URL.parse(withScheme, base);
  if (!url || !/^(?:https?|mailto|tel):$/.test(url.protocol)) return undefined;
  // People read these files: what is absolute already keeps its letters.
  return /^[a-z]+:\/\/[^\s<>"]+$/i.test(withScheme) ? withScheme : url.href;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
