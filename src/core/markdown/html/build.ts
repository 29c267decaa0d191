import type { Nodes } from 'mdast';
import { rehype } from 'rehype';
import type { Kept } from './balance.ts';
import { convertHtml, type Conversion } from './convert.ts';
import { emptyElements, keptAttributes } from './elements.ts';
import type { Tag } from './tokens.ts';

/** Finds the position of a tag in the document. */
export type FindPlace = (
  tag: Tag,
  part: number,
) => Conversion['places'] extends ReadonlyMap<number, infer P> ? P : never;

/**
 * Build the nodes of siblings from their kept tokens. The tokens are serialised as HTML with known elements and
 * attributes only, so that the HTML parser determines the nesting.
 *
 * @param children The original siblings; those that are not raw HTML are put back in place.
 * @param isFlow Whether the siblings are blocks.
 */
export function buildNodes(
  tokens: readonly Kept[],
  children: readonly Nodes[],
  isFlow: boolean,
  findPlace: FindPlace,
): Nodes[] {
  const slots = new Map<number, Nodes>();
  const places: Map<number, ReturnType<FindPlace>> = new Map();
  let html = '';
  let before: number | undefined;
  for (const token of tokens) {
    // A line break, so that a block does not continue the last line of the one before it.
    if (isFlow && before !== undefined && before !== token.part) html += '\n';
    before = token.part;
    if (token.kind === 'part') {
      slots.set(html.length, children[token.part]!);
      html += isFlow ? '<hr>' : '<wbr>';
    } else if (token.kind === 'text') html += escapeHtml(token.value);
    else if (token.kind === 'open') {
      if (token.name === 'a' || token.name === 'img') places.set(html.length, findPlace(token.tag, token.part));
      html += writeTag(token.name, token.tag);
    } else if (!emptyElements.has(token.name)) html += `</${token.name}>`;
  }
  return convertHtml(parser.parse(html), { slots, places });
}

const parser = rehype().data('settings', { fragment: true }).freeze();

function writeTag(name: string, { attributes }: Tag): string {
  const written = keptAttributes(name, attributes).map(([key, value]) => ` ${key}="${escapeHtml(value)}"`);
  return `<${name}${written.join('')}>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"\0]/g, (character) => references[character]!);
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\0': '',
};
