import type { Html, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { type FrontMatter, parseFrontMatter } from '../content/front-matter.ts';
import { unifyLines } from '../front-matter/forms.ts';
import { remarkArabic } from '../markdown/html/arabic.ts';
import { remarkEnglish } from '../markdown/html/english.ts';
import { remarkForeign } from '../markdown/html/other-languages.ts';
import { isDeep, isHostile } from '../markdown/guard.ts';
import { parseMarkdown } from '../markdown/parse.ts';
import { remarkRawHtml } from '../markdown/raw-html.ts';
import { type Piece, proseBlocks } from '../markdown/prose.ts';
import { findSlips } from '../slips/find-slips.ts';
import type { Slip } from '../slips/slip.ts';
import { type Alignment, alignText, unaligned } from './source-alignment.ts';
import { findRawHtml, type HtmlFlaw } from './raw-html.ts';
import { type TextField, textFields, withoutTexts } from './source-fields.ts';
import { type LineSwitch, switchesInHtml, switchesInYaml } from './source-switches.ts';

/** A paragraph, heading or cell of a file's body, or a text of its front matter. */
export interface SourceBlock extends Alignment {
  /** U+FFFC replaces anything that is not prose. */
  text: string;
  /** Path of the field; absent for the body. */
  field?: readonly PropertyKey[];
}

/** The prose of a Markdown file, with the position of every character in the file's text. */
export interface SourceDocument {
  /** Front matter first. */
  blocks: readonly SourceBlock[];
  switches: readonly LineSwitch[];
  /** Blocks of raw HTML with a markdown equivalent, with edits of the file's text. */
  rawHtml: readonly HtmlFlaw[];
  /** Mistyped markdown, with offsets in the file's text. */
  slips: readonly Slip[];
}

/** Read the prose of a file; empty if its front matter can't be read. */
export function readSourceDocument(text: string): SourceDocument {
  const parts = readParts(text);
  if (!parts) return { blocks: [], switches: [], rawHtml: [], slips: [] };
  const { frontMatter, tree } = parts;
  const { data, bodyStart } = frontMatter;
  const switches = switchesInYaml(unifyLines(text).slice(0, bodyStart));
  visit(tree, 'html', ({ value, position }: Html) => {
    const start = bodyStart + (position?.start.offset ?? 0);
    for (const found of switchesInHtml(value)) switches.push({ ...found, start: found.start + start });
  });
  const rawHtml = frontMatter.body.includes('<') ? findRawHtml(frontMatter.body, tree) : [];
  const slips = findSlips(tree, frontMatter.body);
  remarkForeign()(tree);
  const body = new VFile(frontMatter.body);
  const shown = remarkRawHtml()(tree, body) ?? tree;
  remarkArabic()(shown, body);
  remarkEnglish()(shown, body);
  const blocks = [
    ...textFields(data).map((field) => fieldBlock(field, frontMatter)),
    // Nodes without a position came from raw HTML.
    ...proseBlocks(shown)
      .filter((pieces) => pieces.some(({ node }) => node?.position))
      .map((pieces) => bodyBlock(pieces, frontMatter)),
  ];
  const place = offsetsIn(text);
  return {
    blocks: blocks.map((block) => ({ ...block, offsets: block.offsets.map(place) })),
    switches: switches.map((found) => ({ ...found, start: place(found.start) })),
    rawHtml: rawHtml.map(({ element, edit }) => {
      const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
      const [start, end] = [place(edit.start + bodyStart), place(edit.end + bodyStart - 1) + 1];
      return { element, edit: { start, end, text: edit.text.replaceAll('\n', lineEnd) } };
    }),
    slips: slips.map((slip) => placeSlip(slip, (offset) => place(bodyStart + offset), text)),
  };
}

/**
 * Serialize everything of a file that is not prose: its tree without texts, and its front matter without those for
 * readers.
 */
export function shapeOf(text: string): string {
  const parts = readParts(text);
  if (!parts) return '';
  const { frontMatter, tree } = parts;
  return JSON.stringify([withoutTexts(frontMatter.data), tree], function (this: Partial<Nodes>, key, value: unknown) {
    return key === 'position' || (key === 'value' && this.type === 'text') ? undefined : value;
  });
}

/** Parse the body of a file; `undefined` if its front matter can't be read. */
export function treeOf(text: string): Root | undefined {
  return readParts(text)?.tree;
}

function readParts(text: string): { frontMatter: FrontMatter; tree: Root } | undefined {
  const read = parseFrontMatter(text);
  if ('problem' in read) return undefined;
  const { frontMatter } = read;
  const tree = isHostile(frontMatter.body) ? undefined : parseMarkdown(frontMatter.body);
  return { frontMatter, tree: tree && !isDeep(tree) ? tree : { type: 'root', children: [] } };
}

function fieldBlock({ path, text }: TextField, { writtenAt }: FrontMatter): SourceBlock {
  const written = writtenAt(path);
  const isLiteral = written?.text === text;
  const start = written?.start ?? 0;
  return {
    field: path,
    text,
    offsets: text.split('').map((_, unit) => (isLiteral ? start + unit : start)),
    literal: Array<boolean>(text.length).fill(isLiteral),
  };
}

function bodyBlock(pieces: readonly Piece[], { body, bodyStart }: FrontMatter): SourceBlock {
  let last = pieces.find(({ node }) => node?.position)?.node?.position?.start.offset ?? 0;
  const aligned = pieces.map(({ node, text }) => {
    const [start, end] = [node?.position?.start.offset, node?.position?.end.offset];
    const alignment =
      start === undefined || end === undefined ? unaligned(text, last) : alignText(text, body, start, end);
    last = alignment.offsets.at(-1) ?? last;
    return alignment;
  });
  return {
    text: pieces.map(({ text }) => text).join(''),
    offsets: aligned.flatMap(({ offsets }) => offsets).map((offset) => offset + bodyStart),
    literal: aligned.flatMap(({ literal }) => literal),
  };
}

function placeSlip(slip: Slip, offsetOf: (offset: number) => number, text: string): Slip {
  const place = (offset: number): number => {
    const at = offsetOf(offset);
    // Never insert between U+000D and U+000A.
    return text.startsWith('\r\n', at - 1) ? at - 1 : at;
  };
  const moved = <Part extends { start: number; end: number }>(part: Part): Part => ({
    ...part,
    start: place(part.start),
    end: place(part.end),
  });
  const hasPairs = text.includes('\r\n');
  const edits = slip.edits.map((edit) => ({
    ...moved(edit),
    text: hasPairs ? edit.text.replaceAll('\n', '\r\n') : edit.text,
  }));
  return { ...moved(slip), edits };
}

/** Map offsets in a text with unified line ends to offsets in the original. */
function offsetsIn(text: string): (offset: number) => number {
  const first = text.startsWith('\uFEFF') ? 1 : 0;
  if (!text.includes('\r\n')) return (offset) => offset + first;
  const offsets: number[] = [];
  for (let at = first; at < text.length; at += 1) if (!text.startsWith('\r\n', at)) offsets.push(at);
  return (offset) => offsets[offset] ?? text.length;
}
