import { findLiquid } from './notation/tags.ts';

// Least number of words outside tags. Lists of posts often have a sentence or two above them.
const fewestWords = 3;
const fewestBesideLists = 12;

/**
 * Return whether a page is made by a template: nearly all of its text is in tags, as in lists of posts. Takes linear
 * time.
 */
export function isMadeByTemplate(body: string): boolean {
  const tags = findLiquid(body);
  if (tags.length === 0) return false;
  if (tags.some(({ open, content }) => open === '{{' && content === 'content')) return true;
  let own = '';
  let from = 0;
  let block: string | undefined;
  for (const { start, end, open, content } of tags) {
    if (block === undefined) own += `${body.slice(from, start)} `;
    from = end;
    const [name = ''] = open === '{%' ? content.split(/\s/, 1) : [];
    if (name === `end${block}`) block = undefined;
    else if (hidden.has(name)) block ??= name;
  }
  if (block === undefined) own += body.slice(from);
  const hasList = tags.some(({ open, content }) => open === '{%' && /^(?:for|tablerow)\b/.test(content));
  return countWords(own) < (hasList ? fewestBesideLists : fewestWords);
}

const hidden = new Set(['for', 'tablerow', 'comment', 'capture']);

function countWords(html: string): number {
  const text = html
    .split(/(?=<(?:script|style)\b)/i)
    .map((part) => part.replace(/^<(script|style)\b[^]*?(?:<\/\1>|$)/i, ' '))
    .join('')
    .replace(/<[^<>]*>/g, ' ');
  return (text.match(/\p{L}[\p{L}\p{M}\u200C]*/gu) ?? []).length;
}
