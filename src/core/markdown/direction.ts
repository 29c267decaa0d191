import { isEnglish } from '../text/english.ts';
import type { Element, ElementContent, Nodes, Root } from 'hast';

/**
 * Set `dir="ltr"` on blocks with Latin letters and no Persian or Arabic ones, as `dir="auto"` would, but at build time;
 * and `lang="en"` if they are English (WCAG 2.2, 3.1.2) and no ancestor has a `lang` attribute.
 * Lists are set as a whole or not at all, since the marker of a single left-to-right item would be on the wrong side.
 */
export function rehypeDirection(): (tree: Root) => void {
  return (tree) => {
    mark(tree, false);
  };
}

type Script = 'none' | 'latin' | 'rtl';

const blocks = new Set('p ul ol blockquote td th h2 h3 h4 h5 h6 figcaption caption dt dd summary'.split(' '));
const rtlLetter = /[\u0590-\u05FF\u0620-\u064A\u066E-\u06D3\u06FA-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/** Mark the outermost Latin blocks below a node and return the node's script. */
function mark(node: Nodes, hasLanguage: boolean): Script {
  if (node.type === 'text') return scriptOf(node.value);
  if (!('children' in node) || (node.type === 'element' && isForeign(node))) return 'none';
  const isMarked = hasLanguage || (node.type === 'element' && 'lang' in node.properties);
  const scripts = new Set(node.children.map((child) => mark(child, isMarked)));
  const script = scripts.has('rtl') ? 'rtl' : scripts.has('latin') ? 'latin' : 'none';
  if (node.type === 'element' && script === 'latin' && blocks.has(node.tagName)) {
    node.properties['dir'] = 'ltr';
    node.children.forEach(unmark);
    if (!isMarked && isEnglish(proseIn(node))) node.properties['lang'] = 'en';
  }
  return script;
}

/** Code has its own direction; footnote markers and checkboxes have none. */
function isForeign({ tagName, properties }: Element): boolean {
  const classes = properties['className'];
  return tagName === 'code' || (Array.isArray(classes) && classes.some((name) => String(name).startsWith('fn-')));
}

/** Return the text below a node, without parts that have their own `lang`; each block becomes a sentence. */
function proseIn(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node) || (node.type === 'element' && (isForeign(node) || 'lang' in node.properties))) return ' ';
  const text = node.children.map(proseIn).join('');
  return node.type === 'element' && blocks.has(node.tagName) ? `${text}\n` : text;
}

function scriptOf(text: string): Script {
  if (rtlLetter.test(text)) return 'rtl';
  return /\p{Script=Latin}/u.test(text) ? 'latin' : 'none';
}

function unmark(node: ElementContent): void {
  if (node.type !== 'element') return;
  if (blocks.has(node.tagName)) delete node.properties['dir'];
  if (node.properties['lang'] === 'en' && blocks.has(node.tagName)) delete node.properties['lang'];
  node.children.forEach(unmark);
}
