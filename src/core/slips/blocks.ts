import type { Blockquote, Code } from 'mdast';
import { persianLetter } from '../text/persian.ts';
import type { Slip } from './slip.ts';
import { rangeOf } from './source.ts';

const persianParagraph = new RegExp(`\\n[ \\t]*\\n(?=[^\\n]*${persianLetter.source})`);

/**
 * Find code blocks with an unclosed fence. The fix closes them before the first Persian paragraph, if that is clear.
 */
export function findOpenFence(code: Code, source: string): Slip[] {
  const { start, end } = rangeOf(code);
  const written = source.slice(start, end);
  const [opening = '', fence = ''] = /^(`{3,}|~{3,})[^\n]*/.exec(written) ?? [];
  if (fence === '') return [];
  const last = /\n[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(written)?.[1];
  if (last !== undefined && last[0] === fence[0] && last.length >= fence.length) return [];
  const body = written.slice(opening.length);
  const text = persianParagraph.exec(body);
  const before = text ? body.slice(0, text.index) : body;
  const isPlain =
    before.trim() !== '' &&
    !persianLetter.test(before) &&
    !/^[ \t>]+/.test(source.slice(source.lastIndexOf('\n', start - 1) + 1, start));
  const at = start + opening.length + before.trimEnd().length;
  const edits = isPlain ? [{ start: at, end: at, text: `\n${fence}` }] : [];
  // Safe only if no prose follows: otherwise closing the fence changes the page.
  return [
    {
      rule: 'fence-open',
      start,
      end: start + opening.length,
      mark: fence,
      edits,
      isSafe: isPlain && !text,
      hidden: '',
    },
  ];
}

/** Find callouts in the syntax of GitHub and Obsidian: `> [!NOTE]`. */
export function findNoteSlips(quote: Blockquote, source: string): Slip[] {
  const [first] = quote.children;
  if (first?.type !== 'paragraph' || first.children[0]?.type !== 'text') return [];
  const { start, end } = rangeOf(first);
  const written = source.slice(start, end);
  const [found = '', mark = '', title = ''] =
    /^(\[![\p{L}\p{M}\p{N}_\u200C-]+\][+-]?)[ \t]*([^\n]*)/u.exec(written) ?? [];
  if (found === '') return [];
  const [next] = /^\n[ \t>]*/.exec(written.slice(found.length)) ?? [];
  const isPlain = !/[*_[\]`<]/.test(title);
  const prefix = next?.slice(1).trimEnd() ?? '';
  const edit =
    title === ''
      ? { start, end: start + found.length + (next?.length ?? 0), text: '' }
      : { start, end: start + found.length, text: next === undefined ? title : `**${title.trim()}**\n${prefix}` };
  const isAlone = title === '' && next === undefined;
  return [
    {
      rule: 'note-form',
      start,
      end: start + mark.length,
      proposed: title === '' ? '> …' : `> **${title.trim()}**`,
      edits: isAlone || !isPlain ? [] : [edit],
      isSafe: true,
      hidden: mark,
    },
  ];
}
