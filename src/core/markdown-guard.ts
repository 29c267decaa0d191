import type { Nodes } from 'mdast';

/** How deep quotes, lists, brackets and emphasis may be nested before a document is shown as plain paragraphs. */
export const maxDepth = 100;

/**
 * Tell whether a document is built to exhaust the parser: nesting far beyond what anyone writes, or paragraphs with
 * thousands of delimiters, on which micromark takes quadratic time. One pass over the lines; nothing is parsed.
 */
export function isHostile(markdown: string): boolean {
  const paragraph = { depth: 0, brackets: 0, runs: 0, tags: 0, lazy: 0, isContained: false };
  for (const line of markdown.split(/\r\n?|\n/)) {
    if (/^[\s>]*$/.test(line)) {
      Object.assign(paragraph, { depth: 0, brackets: 0, runs: 0, tags: 0, lazy: 0, isContained: false });
      if (line.split('>').length > maxDepth) return true;
      continue;
    }
    const containers = countContainers(line);
    paragraph.isContained ||= containers > 0;
    if (paragraph.isContained && /^[^\s>*+\d-]/.test(line)) paragraph.lazy += 1;
    countInline(line, paragraph);
    if (containers > maxDepth || paragraph.depth > maxDepth || paragraph.runs > maxRuns) return true;
    if (paragraph.tags > maxTags || paragraph.lazy > maxLazyLines || longRun.test(line)) return true;
  }
  return false;
}

/** Tell whether a parsed document is nested deeper than {@link maxDepth}. Does not recurse. */
export function isDeep(tree: Nodes): boolean {
  const pending: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, depth } = next;
    if (depth > maxDepth) return true;
    if ('children' in node) for (const child of node.children) pending.push({ node: child, depth: depth + 1 });
  }
  return false;
}

const maxRuns = 2000;
const maxTags = 500;
const maxLazyLines = 500;
const longRun = /(?:[^\s*_~`]([*_~])\1{99}|([*_~])\2{99,}[^\s*_~])/;
const thematicBreak = /^[ \t]*([-*_])(?:[ \t]*\1)*[ \t]*$/;

/** Count the quotes and list items that a line opens; deep indentation before a marker counts as nesting. */
function countContainers(line: string): number {
  if (thematicBreak.test(line)) return 0;
  const marker = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)|\[\^[^\]]{1,99}\]:)/y;
  let count = 0;
  let columns = 0;
  for (let match = marker.exec(line); match; match = marker.exec(line)) {
    count += 1;
    columns += match[0].search(/[^ \t]/);
    if (count > maxDepth) break;
  }
  return columns > 2 * maxDepth ? columns : count;
}

function countInline(line: string, paragraph: { depth: number; brackets: number; runs: number; tags: number }): void {
  for (const [delimiter] of line.matchAll(/\\.|[[\]]|[*_~]+|</g)) {
    if (delimiter === '[') paragraph.brackets += 1;
    else if (delimiter === ']') paragraph.brackets = Math.max(0, paragraph.brackets - 1);
    else if (delimiter === '<') paragraph.tags += 1;
    else if (!delimiter.startsWith('\\')) paragraph.runs += 1;
    paragraph.depth = Math.max(paragraph.depth, paragraph.brackets);
  }
}
