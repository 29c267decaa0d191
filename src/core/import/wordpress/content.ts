import { persianLetter } from '../../text/persian.ts';
import { type ImportNote, note } from '../notes.ts';
import { escapeHtml } from '../reading/html-scan.ts';
import type { WordPressArchive } from './archive.ts';
import { markParagraphs } from './autop.ts';
import { expandShortcodes } from './shortcodes.ts';

/** A post's content as plain HTML. */
export interface PostContent {
  html: string;
  notes: ImportNote[];
}

/**
 * Turn the content of a post into plain HTML: blocks and shortcodes are expanded, and the paragraphs of the classic
 * editor marked.
 *
 * @param footnotes The post's `footnotes` field: JSON, `[{"id":"…","content":"…"}]`.
 */
export function readContent(
  content: string,
  footnotes: string,
  { archive, id }: { archive: WordPressArchive; id: string },
): PostContent {
  const notes: ImportNote[] = [];
  // In HTML, this would begin a comment.
  const whole = expandBlocks(content.replaceAll('<![CDATA[', ''), {
    blocks: archive.blocks,
    notes,
    open: new Set(),
    left: maxExpanded,
  });
  const isInBlocks = /<!--\s+wp:/.test(whole);
  const expanded = expandShortcodes(describePictures(whole, archive), {
    attachment: (number) => archive.attachments.get(number),
    attached: archive.attached.get(id) ?? [],
  });
  notes.push(...expanded.notes);
  const marked = isInBlocks ? withClassicParts(expanded.html) : markParagraphs(embedLines(expanded.html));
  const distinct = new Map(notes.map((each) => [`${each.what}|${each.detail}`, each]));
  return { html: marked + writeFootnotes(footnotes, marked), notes: [...distinct.values()] };
}

/** WordPress embeds an address that stands alone on a line (developer.wordpress.org/reference/classes/wp_embed). */
function embedLines(html: string): string {
  return html.replace(/^[ \t]*(https?:\/\/[^\s<>"]+)[ \t]*$/gm, '<p>$1</p>');
}

interface BlockContext {
  blocks: ReadonlyMap<string, string>;
  notes: ImportNote[];
  /** Blocks that are being inserted. */
  open: Set<string>;
  /** How many characters may still be inserted. */
  left: number;
}

/** Insert reusable blocks, and drop blocks that the theme fills in. */
function expandBlocks(content: string, context: BlockContext): string {
  const { blocks, notes, open } = context;
  let written = '';
  let from = 0;
  for (let at = content.indexOf('<!-- wp:'); at !== -1; at = content.indexOf('<!-- wp:', at + 1)) {
    const end = content.indexOf('-->', at);
    if (end === -1) break;
    const next = content.indexOf('<!--', at + 1);
    if (next !== -1 && next < end) continue;
    const [, name, attributes = ''] =
      /^([a-z][\w/-]*)\s*(.*)\/$/s.exec(content.slice(at + '<!-- wp:'.length, end).trim()) ?? [];
    if (name === undefined) continue;
    written += content.slice(from, at);
    from = end + '-->'.length;
    const reference = /"ref":\s*(\d+)/.exec(attributes)?.[1] ?? '';
    const inner = name === 'block' ? blocks.get(reference) : undefined;
    if (inner !== undefined && !open.has(reference) && inner.length <= context.left) {
      open.add(reference);
      context.left -= inner.length;
      written += expandBlocks(inner, context);
      open.delete(reference);
    } else if (inner !== undefined)
      notes.push(note('lost', 'A reusable block contains itself, or is too large.', reference));
    else if (name === 'block') notes.push(note('lost', 'A reusable block is not in the export.', reference));
    else if (name.startsWith('acf/')) written += wordsOf(attributes);
    else if (!/^(?:footnotes|separator|spacer|more|nextpage)$/.test(name)) {
      notes.push(note('changed', 'A block that the theme fills in was left out.', name));
    }
  }
  return written + content.slice(from);
}

/** The texts in the fields of a block of Advanced Custom Fields: `{"data":{"text":"…","_text":"field_1"}}`. */
function wordsOf(attributes: string): string {
  try {
    const { data } = JSON.parse(attributes) as { data?: unknown };
    const values = Object.values((data ?? {}) as Record<string, unknown>);
    return values
      .filter((value) => typeof value === 'string' && persianLetter.test(value))
      .map((text) => `<div>${text as string}</div>`)
      .join('');
  } catch {
    return '';
  }
}

// Blocks within blocks could make a text of any length.
const maxExpanded = 2_000_000;

/** Mark paragraphs in texts outside blocks, which are from the classic editor. */
function withClassicParts(html: string): string {
  let depth = 0;
  return html
    .split(/(<!--\s+\/?wp:[^<>]*?-->)/)
    .map((part, at) => {
      if (at % 2 === 1) {
        if (/^<!--\s+\/?wp:(?:core\/)?freeform\b/.test(part)) return '';
        if (/^<!--\s+\/wp:/.test(part)) depth -= 1;
        else if (!part.endsWith('/-->')) depth += 1;
        return '';
      }
      return depth <= 0 && part.trim() !== '' ? markParagraphs(part) : part;
    })
    .join('');
}

/** Add descriptions from the media library to pictures without one. */
function describePictures(html: string, { attachments }: WordPressArchive): string {
  return html.replace(/<img\b[^<>]*>/gi, (img) => {
    const alt = attachments.get(/\bwp-image-(\d+)/i.exec(img)?.[1] ?? '')?.alt ?? '';
    if (alt === '' || /\balt\s*=\s*(?:"[^"]*[^"\s]|'[^']*[^'\s]|[^\s"'>])/i.test(img)) return img;
    return `<img alt="${escapeHtml(alt)}" ${img.slice('<img'.length).replace(/\salt\s*=\s*(?:"[^"]*"|'[^']*')/gi, '')}`;
  });
}

/** Write the list of footnotes, which the block editor stores in a field. */
function writeFootnotes(json: string, html: string): string {
  if (json.trim() === '') return '';
  let found: unknown;
  try {
    found = JSON.parse(json);
  } catch {
    return '';
  }
  if (!Array.isArray(found)) return '';
  const items = found.flatMap((each: unknown) => {
    const { id, content } = (each ?? {}) as { id?: unknown; content?: unknown };
    if (typeof id !== 'string' || typeof content !== 'string' || !/^[\w-]+$/.test(id)) return [];
    return [`<li id="${id}">${content} <a href="#${id}-link">↩︎</a></li>`];
  });
  return items.length === 0 || html === '' ? '' : `<ol>${items.join('')}</ol>`;
}
