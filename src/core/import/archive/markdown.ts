import type { Definition, Html, Image, Link, LinkReference, Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../../markdown/parse.ts';
import { isHostile } from '../../markdown/guard.ts';
import { applyEdits, type Edit } from '../../text/edits.ts';
import { escapeMarkdown, escapePhrase } from '../escape-markdown.ts';
import {
  type ConvertedText,
  convertHtml,
  lostLink,
  lostPicture,
  settlePicture,
  type TextContext,
} from '../html/convert.ts';
import { changeTags, isWhole, linkTarget } from './markdown-tags.ts';
import { isPictureName } from '../media-names.ts';
import { type ImportNote, note } from '../notes.ts';
import { videoEmbed, videoPages } from '../../content/video-hosts.ts';

/**
 * Convert a text that is markdown already. Only addresses, letters of its prose and blocks of HTML that pages do not show
 * are changed; everything else stays the same, byte for byte.
 */
export function convertMarkdown(markdown: string, context: TextContext): ConvertedText {
  if (isHostile(markdown)) {
    return {
      markdown,
      notes: [note('look', 'The text is nested too deeply to be converted; it was kept as it is.')],
    };
  }
  const tree = parseMarkdown(markdown, true);
  const edits: Edit[] = [];
  const notes: ImportNote[] = [];
  let video: string | undefined;
  const lostDefinitions = findLostDefinitions(tree, context);
  const takesVideo = (page: string): boolean => video === undefined && context.takesVideo(page);
  visit(tree, (node: Nodes, _, parent) => {
    const { start, end } = rangeOf(node);
    if (end <= start) return undefined;
    if (node.type === 'html') {
      // Removing a comment within a line could turn the line into a block.
      if (
        node.value.startsWith('<!--') &&
        parent &&
        /^(?:paragraph|heading|tableCell|link|strong|emphasis|delete)$/.test(parent.type)
      )
        return undefined;
      const converted = convertBlock(node, markdown, { ...context, takesVideo }, notes);
      video ??= converted?.video;
      if (converted) edits.push(converted.edit);
      return undefined;
    }
    if (node.type === 'text') {
      const source = markdown.slice(start, end);
      const text = context.restore(source);
      if (text !== source) edits.push({ start, end, text });
      return undefined;
    }
    if (node.type === 'linkReference' && lostDefinitions.has(node.identifier)) edits.push(...unlink(node));
    if (node.type === 'image' || node.type === 'link' || node.type === 'definition')
      edits.push(...changeAddress(node, markdown, context, notes));
    return undefined;
  });
  for (const [page, range] of loneVideos(tree, markdown)) {
    if (!takesVideo(page)) continue;
    video = page;
    edits.push({ ...range, text: '' });
  }
  return { markdown: applyEdits(markdown, withoutOverlaps(edits)), video, notes };
}

interface Range {
  start: number;
  end: number;
}

function rangeOf({ position }: object & Pick<Html, 'position'>): Range {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

/** Convert a block of complete HTML; single tags stay, or are removed if pages drop them anyway. */
function convertBlock(
  node: Html,
  source: string,
  context: TextContext,
  notes: ImportNote[],
): { edit: Edit; video?: string | undefined } | undefined {
  const { start, end } = rangeOf(node);
  const html = source.slice(start, end);
  // Text after a comment on its line belongs to the same block, and is shown.
  if (html.startsWith('<!--') && html.replace(/<!--[\s\S]*?(?:-->|$)/g, '').trim() === '')
    return { edit: { start, end, text: '' } };
  if (/^<\/?(?:div|center|font|span|section|article|main|header|footer|p|big|nobr)\b[^>]*>$/i.test(html)) {
    return { edit: { start, end, text: '' } };
  }
  if (!/<\/?(?:img|iframe|video|audio|embed|object|script|style|form|figure|a|div|picture)\b/i.test(html))
    return undefined;
  // Within a paragraph, a tag and its end are two nodes.
  if (/^<\/(?:iframe|video|audio|embed|object)\s*>$/i.test(html)) return { edit: { start, end, text: '' } };
  const isPlayer = /^<(?:iframe|video|audio|embed)\b[^>]*>$/i.test(html);
  if (!isPlayer && !isWhole(html)) {
    const edit = changeTags(html, start, end, context, notes);
    return edit && { edit };
  }
  const converted = convertHtml(html, context);
  notes.push(...converted.notes);
  const isLine = start === 0 || source[start - 1] === '\n';
  const text = converted.markdown.trim();
  const edit = { start, end, text: isLine ? text : text.replace(/\s*\n\s*/g, ' ') };
  return { edit, video: converted.video };
}

function changeAddress(
  node: Image | Link | Definition,
  source: string,
  context: TextContext,
  notes: ImportNote[],
): Edit[] {
  const { url } = node;
  if (node.type === 'image' && settlePicture(url, context) === undefined) {
    notes.push(note('lost', lostPicture, url));
    const words = escapeMarkdown(node.title || node.alt || '');
    return [{ ...rangeOf(node), text: words === '' ? '' : `*${words}*` }];
  }
  const isPicture = node.type === 'image' || (node.type === 'definition' && isPictureName(url));
  const found = isPicture ? (settlePicture(url, context) ?? url) : linkTarget(url, context);
  if (found === undefined) {
    notes.push(note('lost', lostLink, url));
    return node.type === 'link' ? unlink(node) : [{ ...rangeOf(node), text: '' }];
  }
  if (found === url) return [];
  const { start, end } = rangeOf(node);
  const written = source.slice(start, end);
  // The search begins after the label, which may contain the same text.
  const from = node.type === 'definition' ? written.indexOf(']:') : written.lastIndexOf('](');
  if (from === -1 && node.type === 'link') {
    // A bare address.
    const isPointed = written.startsWith('<') && /^(?:https?|mailto):/.test(found);
    const label = written.replace(/^<|>$/g, '');
    return [{ start, end, text: isPointed ? `<${found}>` : writeLink(label, found) }];
  }
  if (from === -1) return [];
  const spellings = [url, encodeURI(url), url.replaceAll(' ', '%20'), url.replaceAll('&', '&amp;')];
  for (const spelling of spellings) {
    const at = written.indexOf(spelling, from);
    if (spelling !== '' && at !== -1) {
      const isPointed = written[at - 1] === '<';
      const text = !isPointed && /[\s()<>]/.test(found) ? `<${found}>` : found;
      return [{ start: start + at, end: start + at + spelling.length, text }];
    }
  }
  return [];
}

function writeLink(label: string, target: string): string {
  const text = escapePhrase(label, { before: '[', after: ']', isLabel: true });
  return `[${text}](${/[\s()<>]/.test(target) ? `<${target}>` : target})`;
}

/** Identifiers of definitions with dead addresses. */
function findLostDefinitions(tree: Root, context: TextContext): ReadonlySet<string> {
  const lost = new Set<string>();
  visit(tree, 'definition', ({ identifier, url }) => {
    if (!isPictureName(url) && linkTarget(url, context) === undefined) lost.add(identifier);
  });
  return lost;
}

/** Reduce a link to its text. */
function unlink(node: Link | LinkReference): Edit[] {
  const { start, end } = rangeOf(node);
  const [first, last] = [node.children[0], node.children.at(-1)];
  if (!first || !last) return [{ start, end, text: '' }];
  return [
    { start, end: rangeOf(first).start, text: '' },
    { start: rangeOf(last).end, end, text: '' },
  ].filter((edit) => edit.end > edit.start);
}

/** Video addresses that are a whole paragraph, with its range. */
function loneVideos(tree: Root, source: string): [string, Range][] {
  return tree.children.flatMap((node): [string, Range][] => {
    if (node.type !== 'paragraph' || node.children.length !== 1) return [];
    const line = toString(node).trim();
    if (!/^https?:\/\/\S+$/.test(line) || !source.slice(rangeOf(node).start, rangeOf(node).end).includes(line))
      return [];
    const page = videoEmbed(line) === undefined ? videoPages(line)[0] : line;
    return page === undefined ? [] : [[page, rangeOf(node)]];
  });
}

/** Sort edits; of two that overlap, the outer one is kept. */
function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  const sorted = edits.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: Edit[] = [];
  for (const edit of sorted) if (edit.start >= (kept.at(-1)?.end ?? 0)) kept.push(edit);
  return kept;
}
