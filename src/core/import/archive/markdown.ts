import type { Definition, Html, Image, Link, Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Node as UnistNode } from 'unist';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../../markdown/parse.ts';
import { isHostile } from '../../markdown/guard.ts';
import { applyEdits, type Edit } from '../../text/edits.ts';
import { escapeMarkdown } from '../escape-markdown.ts';
import {
  type ConvertedText,
  convertHtml,
  lostPicture,
  resolveAddress,
  settlePicture,
  type TextContext,
} from '../html/convert.ts';
import { type ImportNote, note } from '../notes.ts';
import { videoEmbed, videoPages } from '../../content/video-hosts.ts';

/**
 * Carry over a text that is markdown already. Only addresses, the letters of its prose and blocks of HTML that pages do
 * not show change; everything else stays as it was written, byte for byte.
 */
export function convertMarkdown(markdown: string, context: TextContext): ConvertedText {
  if (isHostile(markdown)) {
    return {
      markdown,
      videos: [],
      notes: [note('look', 'The text is nested too deeply to be converted; it was kept as it is.')],
    };
  }
  const tree = parseMarkdown(markdown, true);
  const edits: Edit[] = [];
  const notes: ImportNote[] = [];
  const videos: string[] = [];
  const takes = (): boolean => context.takesVideo && videos.length === 0;
  visit(tree, (node: Nodes) => {
    const { start, end } = rangeOf(node);
    if (end <= start) return undefined;
    if (node.type === 'html') {
      const edit = convertBlock(node, markdown, context, takes(), notes, videos);
      if (edit) edits.push(edit);
      return undefined;
    }
    if (node.type === 'text') {
      const source = markdown.slice(start, end);
      const text = context.restore(source);
      if (text !== source) edits.push({ start, end, text });
      return undefined;
    }
    if (node.type === 'image' || node.type === 'link' || node.type === 'definition') {
      const edit = changeAddress(node, markdown, context, notes);
      if (edit) edits.push(edit);
    }
    return undefined;
  });
  for (const [page, range] of loneVideos(tree, markdown)) {
    if (!takes()) break;
    videos.push(page);
    edits.push({ ...range, text: '' });
  }
  return { markdown: applyEdits(markdown, withoutOverlaps(edits)), videos, notes };
}

interface Range {
  start: number;
  end: number;
}

function rangeOf({ position }: UnistNode): Range {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

/** Blocks of HTML that are whole are converted as HTML; single tags stay, or go if pages drop them anyway. */
function convertBlock(
  node: Html,
  source: string,
  context: TextContext,
  takesVideo: boolean,
  notes: ImportNote[],
  videos: string[],
): Edit | undefined {
  const { start, end } = rangeOf(node);
  const html = source.slice(start, end);
  if (/^<!--/.test(html)) return { start, end, text: '' };
  if (/^<\/?(?:div|center|font|span|section|article|main|header|footer|p|big|nobr)\b[^>]*>$/i.test(html)) {
    return { start, end, text: '' };
  }
  if (!/<\/?(?:img|iframe|video|audio|embed|object|script|style|form|figure|a|div|picture)\b/i.test(html))
    return undefined;
  // Within a paragraph, a tag and its end are two nodes.
  if (/^<\/(?:iframe|video|audio|embed|object)\s*>$/i.test(html)) return { start, end, text: '' };
  const isPlayer = /^<(?:iframe|video|audio|embed)\b[^>]*>$/i.test(html);
  if (!isPlayer && !isWhole(html)) return changeTag(html, start, end, context);
  const converted = convertHtml(html, { ...context, takesVideo });
  notes.push(...converted.notes);
  videos.push(...converted.videos.slice(0, takesVideo ? 1 : 0));
  const isLine = start === 0 || source[start - 1] === '\n';
  const text = converted.markdown.trim();
  return { start, end, text: isLine ? text : text.replace(/\s*\n\s*/g, ' ') };
}

/** Whether all elements that begin in a piece of HTML end in it. */
function isWhole(html: string): boolean {
  const open: string[] = [];
  for (const [, slash, name = '', rest = ''] of html.matchAll(
    /<(\/?)([a-z][a-z0-9-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/gi,
  )) {
    const tag = name.toLowerCase();
    if (/^(?:img|br|hr|input|source|meta|link|embed|wbr|col|param|track)$/.test(tag) || rest.endsWith('/')) continue;
    if (slash === '') open.push(tag);
    else if (open.pop() !== tag) return false;
  }
  return open.length === 0;
}

/** Rewrite the address in a single opening tag, such as `<a href="…">`. */
function changeTag(html: string, start: number, end: number, context: TextContext): Edit | undefined {
  const text = html.replace(
    /(<a\b[^>]*?\bhref\s*=\s*)(["'])(.*?)\2/gis,
    (whole, head: string, quote: string, href: string) => {
      const target = linkTarget(href, context);
      return target === undefined || target === href ? whole : `${head}${quote}${target}${quote}`;
    },
  );
  return text === html ? undefined : { start, end, text };
}

function changeAddress(
  node: Image | Link | Definition,
  source: string,
  context: TextContext,
  notes: ImportNote[],
): Edit | undefined {
  const { url } = node;
  if (node.type === 'image' && settlePicture(url, context) === undefined) {
    notes.push(note('lost', lostPicture, url));
    const words = escapeMarkdown(node.title || node.alt || '');
    return { ...rangeOf(node), text: words === '' ? '' : `*${words}*` };
  }
  const isPicture =
    node.type === 'image' || (node.type === 'definition' && /\.(?:avif|gif|jpe?g|png|svg|webp)$/i.test(url));
  const found = isPicture ? (settlePicture(url, context) ?? url) : linkTarget(url, context);
  if (found === undefined) {
    notes.push(note('lost', 'A link whose address no page may have was left as text.', url));
    return undefined;
  }
  if (found === url) return undefined;
  const { start, end } = rangeOf(node);
  const written = source.slice(start, end);
  // The address is looked for where the label ends, so that a label with the same text stays.
  const from = node.type === 'definition' ? written.indexOf(']:') : written.lastIndexOf('](');
  if (from === -1) return written.startsWith('<') ? { start, end, text: `<${found}>` } : undefined;
  const spellings = [url, encodeURI(url), url.replaceAll(' ', '%20'), url.replaceAll('&', '&amp;')];
  for (const spelling of spellings) {
    const at = written.indexOf(spelling, from);
    if (spelling !== '' && at !== -1) {
      const isPointed = written[at - 1] === '<';
      const text = !isPointed && /[\s()<>]/.test(found) ? `<${found}>` : found;
      return { start: start + at, end: start + at + spelling.length, text };
    }
  }
  return undefined;
}

function linkTarget(url: string, context: TextContext): string | undefined {
  if (url.startsWith('#')) return url;
  if (url.startsWith('record:')) return context.findLink(url) ?? url.slice('record:'.length);
  const resolved = resolveAddress(url, context.base);
  return resolved === undefined
    ? undefined
    : (context.findLink(resolved) ?? (context.base === undefined ? url : resolved));
}

/** Addresses of videos that are a paragraph of their own, with the paragraph's range. */
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

/** Sort edits; of two that overlap, the outer one stays. */
function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  const sorted = edits.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: Edit[] = [];
  for (const edit of sorted) if (edit.start >= (kept.at(-1)?.end ?? 0)) kept.push(edit);
  return kept;
}
