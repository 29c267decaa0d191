import type { Element, Nodes, Root } from 'hast';

/** What a rendered document says, without markup. */
interface Summary {
  /** One block or table row a line. */
  text: string;
  /** The first paragraph that is not part of a list, quote, table or figure, or `''`. */
  firstParagraph: string;
}

/** Sum up a rendered document as plain text, without footnote markers and the anchors of headings. */
export function summarize(tree: Root): Summary {
  const paragraphs = tree.children.filter((node) => node.type === 'element' && node.tagName === 'p');
  return {
    text: blockTexts(tree).join('\n'),
    firstParagraph: paragraphs.flatMap(blockTexts).find((text) => text !== '') ?? '',
  };
}

/** List the visible texts of a tree, one for each block or table row; white space is collapsed. */
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
    if (node.type !== 'element' || isSilent(node)) return;
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
const silent = new Set(
  'audio canvas datalist head iframe math noembed noframes noscript object script select style svg template textarea title video'.split(
    ' ',
  ),
);
const blocks = new Set(
  'address article aside blockquote caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tr ul'.split(
    ' ',
  ),
);

/** Footnote markers, anchors and all that browsers do not show. */
function isSilent({ tagName, properties }: Element): boolean {
  if (silent.has(tagName) || properties['hidden'] === true || properties['id'] === 'fn-label') return true;
  if (/display\s*:\s*none/i.test(String(properties['style'] ?? ''))) return true;
  const classes = properties['className'];
  return (
    Array.isArray(classes) && (classes.includes('anchor') || classes.includes('fn-ref') || classes.includes('fn-back'))
  );
}
