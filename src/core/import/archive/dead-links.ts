import type { Node as UnistNode } from 'unist';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../../markdown/parse.ts';
import { applyEdits, type Edit } from '../../text/edits.ts';
import { type ImportNote, note } from '../notes.ts';
import { unpublished } from './survey.ts';

/**
 * Replace the links of a text that would lead nowhere by their words: those to articles that readers do not see, and
 * those to files that are not there.
 *
 * @param local Addresses of articles and files that the conversion has found.
 */
export function dropDeadLinks(
  markdown: string,
  local: ReadonlySet<string>,
): { markdown: string; notes: readonly ImportNote[] } {
  if (!relativeLink.test(markdown)) return { markdown, notes: [] };
  const edits: Edit[] = [];
  const notes: ImportNote[] = [];
  visit(parseMarkdown(markdown, true), ['link', 'definition'], (node) => {
    if (node.type !== 'link' && node.type !== 'definition') return;
    const { url } = node;
    const isHidden = url.startsWith(unpublished);
    if (!isHidden && (/^(?:[a-z][a-z0-9+.-]*:|[#/?]|$)/i.test(url) || isLocal(url, local))) return;
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (start === undefined || end === undefined) return;
    notes.push(
      isHidden
        ? note('look', 'A link to an article that is not published became its words.', url.slice(unpublished.length))
        : note('lost', 'A link to a file that is nowhere to be found became its words.', url),
    );
    if (node.type === 'definition') {
      // The words of a reference stay a link only as long as there is an address.
      edits.push({ start, end, text: '' });
      return;
    }
    const words: readonly UnistNode[] = node.children;
    const first = words[0]?.position?.start.offset;
    const last = words.at(-1)?.position?.end.offset;
    edits.push({ start, end, text: first === undefined || last === undefined ? '' : markdown.slice(first, last) });
  });
  return { markdown: edits.length === 0 ? markdown : applyEdits(markdown, edits), notes };
}

const relativeLink =
  /\]\(\s*<?(?!https?:|mailto:|tel:|#|\/)|^\[[^\]\n]+\]:\s*<?(?!https?:|mailto:|tel:|#|\/)|<unpublished:/m;

function isLocal(url: string, local: ReadonlySet<string>): boolean {
  if (local.has(url)) return true;
  try {
    return local.has(decodeURI(url));
  } catch {
    return false;
  }
}
