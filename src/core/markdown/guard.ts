import type { Nodes, Root } from 'mdast';

/** Maximum nesting depth of quotes, lists, brackets and emphasis; deeper documents are shown as plain paragraphs. */
const maxDepth = 100;

/**
 * Return whether a document is built to exhaust the parser: nesting far beyond what people write, or paragraphs with
 * thousands of delimiters, on which micromark takes quadratic time. One pass over the lines, without parsing.
 */
export function isHostile(markdown: string): boolean {
  let paragraph = emptyParagraph;
  let openings = 0;
  let isOpen = false;
  const lines = markdown.split(/\r\n?|\n/);
  for (const line of lines) {
    const isOpenBefore = isOpen;
    isOpen = containerMark.test(line);
    if (isOpen && !isOpenBefore) openings += 1;
    // micromark 4.0.3 copies everything read so far whenever a quote, a list or a footnote ends.
    if (openings * lines.length > maxCopies) return true;
    if (countContainers(line) > maxDepth || longRun.test(line) || line.split('|').length > maxColumns) return true;
    if (/^[\s>]*$/.test(line)) paragraph = emptyParagraph;
    // HTML blocks contain only tags, and micromark parses them in linear time.
    else if (paragraph === htmlLines || htmlStart.test(line)) paragraph = htmlLines;
    else paragraph = addLine(paragraph, line);
    if (paragraph.depth > maxDepth || paragraph.delimiters > maxDelimiters) return true;
    // For each unmatched run of backticks, the parser scans to the end of the paragraph.
    if (paragraph.backticks * paragraph.length > maxBacktickScan) return true;
    if (paragraph.tags > maxTags || paragraph.lines > maxLines || paragraph.lazyLines > maxLazyLines) return true;
  }
  return false;
}

/** Return whether a parsed document is nested deeper than {@link maxDepth}. Not recursive. */
export function isDeep(tree: Nodes): boolean {
  const pending: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, depth } = next;
    if (depth > maxDepth) return true;
    if ('children' in node) for (const child of node.children) pending.push({ node: child, depth: depth + 1 });
  }
  return false;
}

/** Split a document that would exhaust the parser into plain paragraphs, without parsing any markdown. */
export function plainDocument(markdown: string): Root {
  const paragraphs = markdown.split(/\n[ \t]*\n\s*/).filter((text) => text.trim() !== '');
  return {
    type: 'root',
    children: paragraphs.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value: value.trim() }] })),
  };
}

/** Counts for the lines between two blank ones; `depth` is the deepest nesting of brackets. */
interface Paragraph {
  isContained: boolean;
  brackets: number;
  depth: number;
  delimiters: number;
  tags: number;
  lines: number;
  lazyLines: number;
  /** Number of runs of backticks. */
  backticks: number;
  /** In UTF-16 code units. */
  length: number;
}

const emptyParagraph: Paragraph = {
  isContained: false,
  brackets: 0,
  depth: 0,
  delimiters: 0,
  tags: 0,
  lines: 0,
  lazyLines: 0,
  backticks: 0,
  length: 0,
};
const htmlLines: Paragraph = { ...emptyParagraph };
/** Start of an HTML block that ends at a blank line (CommonMark 0.31, section 4.6, condition 6). */
const htmlStart =
  /^ {0,3}<\/?(?:address|article|aside|blockquote|caption|center|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|menu|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?:[\s>]|\/>|$)/i;
const maxDelimiters = 2000;
const maxTags = 500;
const maxLines = 5000;
const maxLazyLines = 500;
const maxColumns = 1000;
const maxCopies = 5_000_000;
const maxBacktickScan = 50_000_000;
const containerMark = /^[ \t]*(?:>|[-+*](?:[ \t]|$)|[\d۰-۹٠-٩]{1,9}[.)](?:[ \t]|$)|\[\^[^\]]{1,99}\]:)/;
const longRun = /[^\s*_~]([*_~])\1{99}|([*_~])\2{99,100}[^\s*_~]/;
const thematicBreak = /^[ \t]*([-*_])(?:[ \t]*\1)*[ \t]*$/;

/** Count the quotes and list items that a line opens; deep indentation before a marker counts as nesting. */
function countContainers(line: string): number {
  if (!/^[ \t]*[>*+\d۰-۹٠-٩[-]/.test(line) || thematicBreak.test(line)) return 0;
  const marker = /[ \t]*(?:>|(?:[-+*]|[\d۰-۹٠-٩]{1,9}[.)])(?=[ \t]|$)|\[\^[^\]]{1,99}\]:)/y;
  let count = 0;
  let columns = 0;
  for (let match = marker.exec(line); match && count <= maxDepth; match = marker.exec(line)) {
    count += 1;
    columns += match[0].search(/[^ \t]/);
  }
  return columns > 2 * maxDepth ? columns : count;
}

function addLine(before: Paragraph, line: string): Paragraph {
  const paragraph = { ...before, lines: before.lines + 1, length: before.length + line.length };
  // A line without a marker after a quote or an item is a lazy continuation.
  if (paragraph.isContained && /^[^\s>*+\d۰-۹٠-٩-]/.test(line)) paragraph.lazyLines += 1;
  paragraph.isContained ||= /^ {0,3}(?:>|[*+-][ \t]|[\d۰-۹٠-٩]{1,9}[.)])/.test(line);
  for (const [delimiter] of line.matchAll(/\\.|[[\]<]|[*_~]+|`+/g)) {
    if (delimiter === '[') paragraph.brackets += 1;
    else if (delimiter === '<') paragraph.tags += 1;
    else if (delimiter.startsWith('`')) paragraph.backticks += 1;
    else if (!delimiter.startsWith('\\')) paragraph.delimiters += 1;
    if (delimiter === ']') paragraph.brackets = Math.max(0, paragraph.brackets - 1);
    paragraph.depth = Math.max(paragraph.depth, paragraph.brackets);
  }
  return paragraph;
}
