import type { Nodes, Parents, PhrasingContent, Root, RootContent, Table, TableCell } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { balance } from './balance.ts';
import { buildNodes } from './build.ts';
import { isHidden, keptName } from './elements.ts';
import type { HtmlBlock } from './nodes.ts';
import { readTokens } from './tokens.ts';

/** The markdown equivalent of a raw HTML block. */
interface WrittenHtml {
  /** Name of its first element. */
  element: string;
  markdown: string;
}

/**
 * Convert a block of raw HTML to markdown if it contains tables, lists, headings or quotations. Return `undefined` if
 * it does not, or contains anything without markdown syntax, such as cells with spans.
 *
 * @example writeHtmlAsMarkdown('<ul><li>یک</li></ul>') // { element: 'ul', markdown: '- یک' }
 */
export function writeHtmlAsMarkdown(html: string): WrittenHtml | undefined {
  const value = html.replace(/<!-- \/?wp:[^>]*-->/g, '');
  if (value.includes('<!')) return undefined;
  const tokens = readTokens(value);
  const opened = tokens.flatMap((token) => (token.kind === 'open' ? [token] : []));
  const isKnown = opened.every(
    ({ name, attributes }) => (keptName(name, false) ?? wrappers.has(name)) && !isHidden(attributes),
  );
  const element = opened.find(({ name }) => convertible.has(name))?.name;
  if (!isKnown || element === undefined) return undefined;
  const { kept, unclosed } = balance([tokens], true);
  if (unclosed.length > 0) return undefined;
  const blocks = buildNodes(kept, [], true, () => ({ line: 1, column: 1 })).map(toMarkdownNode);
  if (!blocks.every((block) => block !== undefined && isWritable(block))) return undefined;
  return { element, markdown: writer.stringify({ type: 'root', children: blocks as RootContent[] }).trim() };
}

const convertible: ReadonlySet<string> = new Set('table ul ol li h1 h2 h3 h4 h5 h6 blockquote'.split(' '));
/** Elements that can be unwrapped without a visible change. */
const wrappers: ReadonlySet<string> = new Set('span font big nobr colgroup col wbr'.split(' '));

function toMarkdownNode(node: Nodes): Nodes | undefined {
  return node.type === 'htmlBlock' ? tableOf(node) : node;
}

/**
 * Convert to a markdown table: a header row and equally long rows of single-line cells; `undefined` if it has others.
 */
function tableOf({ children, data }: HtmlBlock): Table | undefined {
  // Other HTML blocks have no markdown syntax.
  if (data.hName !== 'table') return undefined;
  const sections = children as HtmlBlock[];
  const [first, ...others] = sections.map((section) => section.data.hName);
  const isPlain =
    (first === 'thead' && others.every((name) => name === 'tbody')) || (first === 'tbody' && others.length === 0);
  if (!isPlain || others.length > 1) return undefined;
  const head = first === 'thead' ? (sections[0]!.children as HtmlBlock[]) : [];
  const body = (first === 'thead' ? sections[1]?.children : sections[0]!.children) as HtmlBlock[] | undefined;
  const rows = [...head, ...(body ?? [])].map((row) => row.children as HtmlBlock[]);
  const [row] = rows;
  const columns = row?.length ?? 0;
  if (head.length > 1 || columns === 0 || rows.some(({ length }) => length !== columns)) return undefined;
  if (!rows.flat().every(isPlainCell)) return undefined;
  const align = row!.map((_, column) => alignmentOf(rows.map((cells) => cells[column]!)));
  const cells = rows.map((each) => each.map(cellOf));
  const blank = row!.map((): TableCell => ({ type: 'tableCell', children: [] }));
  const all = head.length === 0 ? [blank, ...cells] : cells;
  return { type: 'table', align, children: all.map((each) => ({ type: 'tableRow', children: each })) };
}

function isPlainCell({ data, children }: HtmlBlock): boolean {
  const names = Object.keys(data.hProperties ?? {});
  return names.every((name) => name === 'align') && children.every((child) => inline.has(child.type));
}

const inline: ReadonlySet<string> = new Set(
  'text break strong emphasis delete link image inlineCode htmlPhrase foreign'.split(' '),
);

function alignmentOf(cells: readonly HtmlBlock[]): 'left' | 'center' | 'right' | null {
  const [align] = cells.map(({ data }) => data.hProperties?.['align']);
  return align === 'left' || align === 'center' || align === 'right' ? align : null;
}

function cellOf({ children }: HtmlBlock): TableCell {
  return { type: 'tableCell', children: (children as PhrasingContent[]).map(withTags) };
}

/** Write line breaks as `<br>`, since a markdown cell can't contain any other. */
function withTags(node: PhrasingContent): PhrasingContent {
  if (node.type === 'break') return { type: 'html', value: '<br>' };
  if (!('children' in node)) return node;
  return { ...node, children: (node.children as PhrasingContent[]).map(withTags) } as PhrasingContent;
}

function isWritable(node: Nodes): boolean {
  if (node.type === 'htmlBlock' || (node.type === 'foreign' && node.data.hName !== 'span')) return false;
  // A two-line heading can only be written as a setext heading, whose underline looks like a slip.
  if (node.type === 'heading' && node.children.some(({ type }) => type === 'break')) return false;
  return !('children' in node) || node.children.every(isWritable);
}

interface State {
  containerPhrasing: (node: Parents, info: Record<string, unknown>) => string;
}

function writePhrase(
  node: Extract<Nodes, { type: 'htmlPhrase' | 'foreign' }>,
  _: unknown,
  state: State,
  info: Record<string, unknown>,
): string {
  const attributes = Object.entries(node.data.hProperties ?? {}).map(
    ([name, value]) => ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`,
  );
  const { hName } = node.data;
  return `<${hName}${attributes.join('')}>${state.containerPhrasing(node, { ...info, before: '>', after: '<' })}</${hName}>`;
}

const writer = remark()
  .use(remarkGfm, { tablePipeAlign: false })
  .data('settings', {
    bullet: '-',
    listItemIndent: 'one',
    rule: '-',
    handlers: { htmlPhrase: writePhrase, foreign: writePhrase } as never,
  })
  .freeze() as unknown as { stringify: (tree: Root) => string };
