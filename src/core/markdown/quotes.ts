import type { Element, ElementContent, Root, Text } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import { walkElements } from './walk.ts';

/**
 * Turn a blockquote that ends with a dash and a name into a figure of class `quote` with an attribution, which pages
 * show as a pull quote.
 *
 * @example '> «کتاب را آخر کار می‌گیرم.»\n> — ایوب رهنورد' // <figure class="quote"><blockquote>…</blockquote><figcaption>…
 */
export function rehypeQuotes(): (tree: Root) => void {
  return (tree) => {
    walkElements(tree, (node, index, parent) => {
      if (node.tagName !== 'blockquote') return undefined;
      const attribution = takeAttribution(node);
      if (!attribution) return undefined;
      parent.children[index] = h('figure.quote', node, h('figcaption', attribution));
      return index + 1;
    });
  };
}

const openingDash = /^\s*[—–―]\s*/;
const dashedLine = /\n\s*[—–―]\s*/g;
const sentenceEnd = /[.!?؟…][»"”]?\s*$/;

/**
 * Remove and return the attribution at the end of a blockquote that also contains a quotation; `undefined` if there is
 * none. In a dialogue, where every line begins with a dash, the last line counts as the attribution unless it ends with
 * sentence punctuation.
 */
function takeAttribution(quote: Element): ElementContent[] | undefined {
  const blocks = quote.children.filter((child): child is Element => child.type === 'element');
  const last = blocks.at(-1);
  if (last?.tagName !== 'p') return undefined;
  const [first] = last.children;
  if (blocks.length > 1 && first?.type === 'text' && openingDash.test(first.value)) {
    quote.children = trimEnd(quote.children.slice(0, quote.children.indexOf(last)));
    return [{ ...first, value: first.value.replace(openingDash, '') }, ...last.children.slice(1)];
  }
  const at = last.children.findLastIndex((child) => child.type === 'text' && /\n\s*[—–―]/.test(child.value));
  if (at === -1) return undefined;
  const { value } = last.children[at] as Text;
  const line = [...value.matchAll(dashedLine)].at(-1)!;
  const isDialogue = first?.type === 'text' && openingDash.test(first.value);
  if (isDialogue && sentenceEnd.test(toString(last))) return undefined;
  const after = last.children.slice(at + 1);
  last.children = trimEnd([...last.children.slice(0, at), { type: 'text', value: value.slice(0, line.index) }]);
  return [{ type: 'text', value: value.slice(line.index + line[0].length) }, ...after];
}

function trimEnd(nodes: ElementContent[]): ElementContent[] {
  const end = nodes.findLastIndex((node) => node.type !== 'text' || node.value.trim() !== '');
  return nodes.slice(0, end + 1);
}
