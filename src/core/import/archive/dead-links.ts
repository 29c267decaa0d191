import type { Link } from 'mdast';
import { visit } from 'unist-util-visit';
import { isHostile } from '../../markdown/guard.ts';
import { parseMarkdown } from '../../markdown/parse.ts';
import { applyEdits, type Edit } from '../../text/edits.ts';
import { decodePath } from '../../urls.ts';
import { type ImportNote, note } from '../notes.ts';
import { unpublished } from './survey.ts';

/**
 * Replace links to unpublished articles and missing files by their text.
 *
 * @param local Addresses of articles and files that the conversion has found.
 */
export function dropDeadLinks(
  markdown: string,
  local: ReadonlySet<string>,
): { markdown: string; notes: readonly ImportNote[] } {
  // Most texts have none, and parsing is slower than a search. Deeply nested texts are a problem anyway.
  if (!mayBeDead(markdown, local) || isHostile(markdown)) return { markdown, notes: [] };
  const edits: Edit[] = [];
  const notes: ImportNote[] = [];
  visit(parseMarkdown(markdown, true), ['link', 'definition'], (node) => {
    if (node.type !== 'link' && node.type !== 'definition') return;
    const { url } = node;
    if (!isDead(url, local)) return;
    const isHidden = url.startsWith(unpublished);
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (start === undefined || end === undefined) return;
    notes.push(
      isHidden
        ? note('look', 'A link to an unpublished article became plain text.', url.slice(unpublished.length))
        : note('lost', 'A link to a missing file became plain text.', url),
    );
    if (node.type === 'definition') {
      // Without its definition, a reference is plain text.
      edits.push({ start, end, text: '' });
      return;
    }
    const words: readonly (object & Pick<Link, 'position'>)[] = node.children;
    const first = words[0]?.position?.start.offset;
    const last = words.at(-1)?.position?.end.offset;
    edits.push({ start, end, text: first === undefined || last === undefined ? '' : markdown.slice(first, last) });
  });
  return { markdown: edits.length === 0 ? markdown : applyEdits(markdown, edits), notes };
}

const targets = /(?:\]\(|^ {0,3}\[[^\]\n]+\]:)[^\S\n]*(?:<([^>\n]*)>|([^)\s<]+))|<(unpublished:)/gm;

function mayBeDead(markdown: string, local: ReadonlySet<string>): boolean {
  for (const [, quoted, plain, hidden] of markdown.matchAll(targets)) {
    if (isDead((quoted ?? plain ?? hidden)!, local)) return true;
  }
  return false;
}

function isDead(url: string, local: ReadonlySet<string>): boolean {
  if (url.startsWith(unpublished)) return true;
  const isLocal = local.has(url) || local.has(decodePath(url) ?? url);
  return !isLocal && !/^(?:[a-z][a-z0-9+.-]*:|[#/?]|$)/i.test(url);
}
