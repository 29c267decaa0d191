import type { Element, ElementContent, Nodes, Root } from 'hast';

/**
 * Set `dir="ltr"` on blocks with Latin letters and no Persian or Arabic ones, as `dir="auto"` would, but at build time.
 * Lists are set as a whole or not at all, since the marker of a single left-to-right item would be on the wrong side.
 */
export function rehypeDirection(): (tree: Root) => void {
  return (tree) => {
    mark(tree);
  };
}

type Script = 'none' | 'latin' | 'rtl';

const blocks = new Set('p ul ol blockquote td th h2 h3 h4 h5 h6 figcaption caption dt dd summary'.split(' '));
const rtlLetter = /[\u0590-\u05FF\u0620-\u064A\u066E-\u06D3\u06FA-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/** Mark the outermost Latin blocks below a node and return the node's script. */
function mark(node: Nodes): Script {
  if (node.type === 'text') return scriptOf(node.value);
  if (!('children' in node) || (node.type === 'element' && isForeign(node))) return 'none';
  const scripts = new Set(node.children.map((child) => mark(child)));
  const script = scripts.has('rtl') ? 'rtl' : scripts.has('latin') ? 'latin' : 'none';
  if (node.type === 'element' && script === 'latin' && blocks.has(node.tagName)) {
    node.properties['dir'] = 'ltr';
    node.children.forEach(unmark);
  }
  return script;
}

/** Code has its own direction; footnote markers and checkboxes have none. */
function isForeign({ tagName, properties }: Element): boolean {
  const classes = properties['className'];
  return tagName === 'code' || (Array.isArray(classes) && classes.some((name) => String(name).startsWith('fn-')));
}

function scriptOf(text: string): Script {
  if (rtlLetter.test(text)) return 'rtl';
  return /\p{Script=Latin}/u.test(text) ? 'latin' : 'none';
}

function unmark(node: ElementContent): void {
  if (node.type !== 'element') return;
  if (blocks.has(node.tagName)) delete node.properties['dir'];
  node.children.forEach(unmark);
}
