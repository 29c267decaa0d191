import { latinRuns } from '../core/latin-runs.ts';
import type { Hit } from './pagefind.ts';

/** Make the list item of a hit. Its first link leads to the article. Whatever the index holds is shown as text. */
export function hitItem({ url, excerpt, content, meta }: Hit): HTMLLIElement {
  const item = document.createElement('li');
  item.className = 'hit';
  const link = element('a', undefined, ...isolated(meta.title ?? url));
  link.href = url;
  item.append(element('h2', 'headline', link), element('p', 'hit-excerpt', ...highlighted(markCuts(excerpt, content))));
  const details = [meta.section, meta.date].filter((text) => text !== undefined && text !== '');
  if (details.length > 0)
    item.append(element('p', 'card-meta', ...details.map((text) => element('span', undefined, text!))));
  return item;
}

/**
 * Turn Pagefind's excerpt into nodes: text, and `<mark>` elements with text. No other markup comes through.
 */
export function highlighted(excerpt: string): (Text | HTMLElement)[] {
  const nodes: (Text | HTMLElement)[] = [];
  for (const piece of excerpt.split('<mark>').entries()) {
    const [marked, rest] = splitMark(piece);
    if (marked) nodes.push(element('mark', undefined, decoded(marked)));
    if (rest) nodes.push(document.createTextNode(decoded(rest)));
  }
  return nodes;
}

/** Show with «…» where an excerpt was cut out of its text. */
function markCuts(excerpt: string, content: string): string {
  const isBeginning = content.startsWith(excerpt.replace(/<\/?mark>/g, '').slice(0, 40));
  const isEnd = /[.!؟…](?:»|<\/mark>)*$/.test(excerpt);
  return `${isBeginning ? '' : '… '}${isEnd ? excerpt : `${excerpt.replace(/[\s،؛:(«–-]+$/, '')}…`}`;
}

/** Punctuation that Pagefind marks along with a word stays outside. */
function splitMark([index, piece]: [number, string]): [string, string] {
  const end = index === 0 ? -1 : piece.indexOf('</mark>');
  if (end < 0) return ['', piece];
  const marked = piece.slice(0, end).replace(/(?:[.،؛:!؟»)…]|&[a-z]+;)+$/, '');
  return [marked, piece.slice(marked.length).replace('</mark>', '')];
}

/** A title is read from the right, even where it begins with a Latin word; only its Latin words are not. */
function isolated(text: string): (string | HTMLElement)[] {
  return latinRuns(text).map((run) => (run.isLeftToRight ? element('bdi', undefined, run.text) : run.text));
}

function decoded(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className?: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== undefined) made.className = className;
  made.append(...children);
  return made;
}
