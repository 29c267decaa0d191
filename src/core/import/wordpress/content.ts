import { type ImportNote, note } from '../notes.ts';
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
  const whole = expandBlocks(content, archive.blocks, notes);
  const isInBlocks = /<!--\s+wp:/.test(whole);
  const expanded = expandShortcodes(whole, {
    attachment: (number) => archive.attachments.get(number),
    attached: archive.attached.get(id) ?? [],
  });
  notes.push(...expanded.notes);
  const marked = isInBlocks ? withClassicParts(expanded.html) : markParagraphs(expanded.html);
  return { html: marked + writeFootnotes(footnotes, marked), notes };
}

/** Insert reusable blocks, and drop what only the theme fills in. */
function expandBlocks(content: string, blocks: ReadonlyMap<string, string>, notes: ImportNote[], depth = 0): string {
  let written = '';
  let from = 0;
  for (let at = content.indexOf('<!-- wp:'); at !== -1; at = content.indexOf('<!-- wp:', at + 1)) {
    const end = content.indexOf('-->', at);
    if (end === -1) break;
    const [, name, attributes = ''] =
      /^([a-z][\w/-]*)\s*(.*)\/$/s.exec(content.slice(at + '<!-- wp:'.length, end).trim()) ?? [];
    if (name === undefined) continue;
    written += content.slice(from, at);
    from = end + '-->'.length;
    const reference = /"ref":\s*(\d+)/.exec(attributes)?.[1];
    const inner = name === 'block' ? blocks.get(reference ?? '') : undefined;
    if (inner !== undefined && depth < maxDepth) written += expandBlocks(inner, blocks, notes, depth + 1);
    else if (name === 'block') notes.push(note('lost', 'A reusable block is not in the export.', reference));
    else if (!/^(?:footnotes|separator|spacer|more|nextpage)$/.test(name)) {
      notes.push(note('changed', 'A block that the theme fills in was left out.', name));
    }
  }
  return written + content.slice(from);
}

const maxDepth = 5;

/** Text outside of blocks was written in the classic editor. */
function withClassicParts(html: string): string {
  let depth = 0;
  return html
    .split(/(<!--\s+\/?wp:[^>]*?-->)/)
    .map((part, at) => {
      if (at % 2 === 1) {
        if (/^<!--\s+\/wp:/.test(part)) depth -= 1;
        else if (!/\/-->$/.test(part)) depth += 1;
        return '';
      }
      return depth <= 0 && part.trim() !== '' ? markParagraphs(part) : part;
    })
    .join('');
}

/** Write the list of footnotes, which the block editor keeps beside the text. */
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
