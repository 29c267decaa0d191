import type { Element, ElementContent, Root } from 'hast';
import { persianLetter } from '../../text/persian.ts';
import type { Flow } from './flow.ts';
import { groupLeaves, withoutWholeFormat } from './group.ts';
import { shapeDefinitions, shapeDetails, shapeList, shapeQuote } from './parts.ts';
import { apartFromPictures, type Around, type Leaf, leavesOf, paragraphsOf, tidyLine, within } from './phrases.ts';
import { shapeTable } from './tables.ts';
import { attribute, classesOf, element, isBlank, isBlock, isElement, text, textOf } from './tree.ts';

/**
 * Give a cleaned tree the structure of markdown, so that converting it only renames elements: blocks contain either blocks
 * or a line of phrases, none is empty, and phrases contain no blocks.
 */
export function shapeTree(tree: Root): Root {
  const holders = new Set<Element>();
  findHolders(tree, holders);
  return { type: 'root', children: flowWith(holders)(tree.children as ElementContent[], { formats: [] }) };
}

/** Collect the elements that are or contain blocks. */
function findHolders(parent: Root | Element, holders: Set<Element>): boolean {
  let holds = false;
  for (const child of parent.children) {
    if (child.type === 'element' && (findHolders(child, holders) || isBlock(child))) {
      holders.add(child);
      holds = true;
    }
  }
  return holds;
}

function flowWith(holders: ReadonlySet<Element>): Flow {
  const flow: Flow = (children, around) => {
    const blocks: Element[] = [];
    let leaves: Leaf[] = [];
    const flush = (): void => {
      for (const paragraph of paragraphsWith(leaves)) blocks.push(paragraph);
      leaves = [];
    };
    const add = (nodes: readonly ElementContent[], outside: Around): void => {
      for (let index = 0; index < nodes.length; index += 1) {
        const child = nodes[index]!;
        if (child.type !== 'element' || !holders.has(child)) leavesOf(child, outside, leaves);
        else if (!isBlock(child)) add(child.children, within(child, outside));
        else {
          flush();
          // Consecutive items without a list become one.
          let end = index + 1;
          if (child.tagName === 'li')
            while (end < nodes.length && (isElement(nodes[end], 'li') || isBlank(nodes[end]!))) end += 1;
          const block = child.tagName === 'li' ? element('ul', nodes.slice(index, end)) : child;
          for (const each of shapeBlock(block, outside, flow, holders)) blocks.push(each);
          index = end - 1;
        }
      }
    };
    add(children, around);
    flush();
    return blocks;
  };
  return flow;
}

function paragraphsWith(leaves: readonly Leaf[]): Element[] {
  return paragraphsOf(leaves)
    .flatMap(apartFromPictures)
    .map((line) => element('p', groupLeaves(line)));
}

function shapeBlock(node: Element, around: Around, flow: Flow, holders: ReadonlySet<Element>): Element[] {
  const inside = within(node, around);
  switch (node.tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return isHeading(node) ? shapeHeading(node, around) : flow(node.children, inside);
    case 'hr':
      return [element('hr', [])];
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return shapeList(node, inside, flow);
    case 'blockquote':
      return shapeQuote(node, inside, flow);
    case 'pre':
    case 'listing':
    case 'xmp':
      return node.children.some((child) => child.type === 'element' && holders.has(child))
        ? flow(node.children, inside)
        : shapePreformatted(node, inside);
    case 'table':
      return shapeTable(node, around, flow);
    case 'dl':
      return shapeDefinitions(node, inside, flow);
    case 'details':
      return shapeDetails(node, inside, flow);
    default:
      return flow(node.children, inside);
  }
}

const notInHeadings = 'h1 h2 h3 h4 h5 h6 ul ol menu dir li table dl details blockquote pre listing xmp hr figure';

/** Whether a heading contains only words and pictures without captions. */
function isHeading(node: Element): boolean {
  return node.children.every(
    (child) =>
      child.type !== 'element' ||
      (!isElement(child, notInHeadings) &&
        !(child.tagName === 'img' && attribute(child, 'title') !== '') &&
        isHeading(child)),
  );
}

/** A heading is a line of text; its pictures follow as paragraphs. The only `<h1>` is the page's headline. */
function shapeHeading(node: Element, around: Around): Element[] {
  const leaves = leavesOf(node, around);
  const words = leaves.map((leaf): Leaf =>
    leaf.kind === 'break' || leaf.kind === 'image' ? { ...leaf, kind: 'text', text: ' ' } : leaf,
  );
  const line = groupLeaves(withoutWholeFormat(tidyLine(words)));
  const pictures = leaves.filter(({ kind }) => kind === 'image').map((leaf) => element('p', groupLeaves([leaf])));
  return line.length === 0 ? pictures : [element(node.tagName === 'h1' ? 'h2' : node.tagName, line), ...pictures];
}

/** Preformatted text is code; Persian text, such as a poem, becomes lines. */
function shapePreformatted(node: Element, around: Around): Element[] {
  const source = textOf(node).replace(/^\n|\s+$/g, '');
  const classes = [node, ...node.children].flatMap((each) => (each.type === 'element' ? classesOf(each) : []));
  const isCode =
    !persianLetter.test(source) || classes.some((name) => /^(?:wp-block-code|lang(?:uage)?-|brush|hljs)/.test(name));
  const leaves = leavesOf({ ...node, tagName: 'span' }, around);
  if (isCode && source.trim() !== '' && !leaves.some(({ link, kind }) => link || kind === 'image')) {
    const [language] = classes.flatMap((name) => /^lang(?:uage)?-([a-z0-9+#-]+)$/i.exec(name)?.[1] ?? []);
    const code = text(source.replace(/[ \t]+$/gm, ''));
    return [element('pre', [element('code', [code], language ? { className: [`language-${language}`] } : {})])];
  }
  const lines = leaves.flatMap((leaf): Leaf[] =>
    leaf.kind !== 'text'
      ? [leaf]
      : leaf.text.split('\n').flatMap((line, index): Leaf[] => {
          const words: Leaf = { ...leaf, text: line };
          return index === 0 ? [words] : [{ ...leaf, kind: 'break', text: '' }, words];
        }),
  );
  return paragraphsWith(lines);
}
