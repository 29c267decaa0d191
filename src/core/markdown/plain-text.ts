import type { Element, Nodes, Root } from 'hast';
import { silentElements } from '../text/html-elements.ts';
import { writeScript } from '../text/scripts.ts';

/** The text of a rendered document, without markup. */
interface Summary {
  /** One line per block or table row. */
  text: string;
  /** The first paragraph outside of lists, quotes, tables and figures, or `''`. */
  firstParagraph: string;
}

/** Extract the plain text of a rendered document, without footnote markers and heading anchors. */
export function summarize(tree: Root): Summary {
  const paragraphs = tree.children.filter((node) => node.type === 'element' && node.tagName === 'p');
  return {
    text: blockTexts(tree).join('\n'),
    firstParagraph: paragraphs.flatMap(blockTexts).find((text) => text !== '') ?? '',
  };
}

/** List the visible texts of a tree, one per block or table row, with white space collapsed. */
export function blockTexts(tree: Nodes): string[] {
  const lines: string[] = [];
  let line = '';
  const flush = (): void => {
    const text = line.replace(/\s{2,}|[^\S ]/g, ' ').trim();
    if (text !== '') lines.push(text);
    line = '';
  };
  const add = (node: Nodes): void => {
    if (node.type === 'text') line += node.value;
    if (node.type === 'root') node.children.forEach(add);
    if (node.type === 'element' && node.tagName === 'math') line += String(node.properties['alttext'] ?? '');
    if (node.type !== 'element' || isSilent(node)) return;
    if (node.tagName === 'sup' || node.tagName === 'sub') {
      line += writeScript(node.tagName, blockTexts({ type: 'root', children: node.children }).join(' '));
      return;
    }
    const isBlock = blocks.has(node.tagName);
    if (isBlock) flush();
    if (spaced.has(node.tagName)) line += ' ';
    node.children.forEach(add);
    if (isBlock) flush();
  };
  add(tree);
  flush();
  return lines;
}

const spaced = new Set(['br', 'td', 'th']);
const blocks = new Set(
  'address article aside blockquote caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tr ul'.split(
    ' ',
  ),
);

/** Return whether an element is a footnote marker, an anchor, or not rendered by browsers. */
function isSilent({ tagName, properties }: Element): boolean {
  if (silentElements.has(tagName) || properties['hidden'] === true || properties['id'] === 'fn-label') return true;
  if (/display\s*:\s*none/i.test(String(properties['style'] ?? ''))) return true;
  const classes = properties['className'];
  return (
    Array.isArray(classes) && (classes.includes('anchor') || classes.includes('fn-ref') || classes.includes('fn-back'))
  );
}
