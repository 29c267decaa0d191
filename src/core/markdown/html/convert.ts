import type { Element, Nodes as HastNodes, Root as HastRoot } from 'hast';
import type { BlockContent, Nodes, PhrasingContent, RootContent } from 'mdast';
import { foreignLanguage, foreignNode } from './other-languages.ts';
import { blockElements } from './elements.ts';
import { convertPhrases, type Conversion, slotOf, textOf, wrapPhrases } from './phrases.ts';
import { joinLines } from './lines.ts';
import { isBlockNode } from './nodes.ts';
import {
  type Converter,
  convertDefinitions,
  convertDetails,
  convertFigure,
  convertList,
  convertPreformatted,
} from './structures.ts';
import { convertTable } from './tables.ts';

export type { Conversion };

/**
 * Convert parsed HTML to nodes of a markdown document, in which a block contains either blocks or phrasing content.
 * Elements with a markdown equivalent become markdown nodes, so that later steps handle both in the same way.
 */
export function convertHtml(tree: HastRoot, conversion: Conversion): Nodes[] {
  return createFlow(conversion)(tree.children, []);
}

function createFlow(conversion: Conversion): Converter['flow'] {
  const holders = new Map<HastNodes, boolean>();
  /** Return whether a node is a block or contains one. */
  const holdsBlock = (node: HastNodes): boolean => {
    const known = holders.get(node);
    if (known !== undefined) return known;
    const slot = slotOf(node, conversion);
    const holds = slot
      ? isBlockSlot(slot, node)
      : node.type === 'element' && (blockElements.has(node.tagName) || node.children.some(holdsBlock));
    holders.set(node, holds);
    return holds;
  };
  const flow: Converter['flow'] = (children, around) => {
    const blocks: RootContent[] = [];
    let line: HastNodes[] = [];
    const flush = (): void => {
      const phrases = wrapPhrases(trim(convertPhrases(line, conversion)), around, conversion);
      line = [];
      if (phrases.length > 0) blocks.push({ type: 'paragraph', children: phrases });
    };
    for (let index = 0; index < children.length; index += 1) {
      const child = children[index]!;
      if (!holdsBlock(child)) {
        line.push(child);
        continue;
      }
      flush();
      const group = child.type === 'element' ? groupOf(children, index) : [child];
      index += group.length - 1;
      for (const block of convertBlock(group, around)) blocks.push(block);
    }
    flush();
    return blocks;
  };

  const converter: Converter = { flow, lineOf, conversion };

  function convertBlock(group: readonly HastNodes[], around: readonly Element[]): RootContent[] {
    const node = group[0] as Element;
    const slot = slotOf(node, conversion);
    if (slot) return [wrapSlot(slot, around)];
    const lang = foreignLanguage(node.properties['lang']);
    if (lang !== undefined && /^(?:p|div|blockquote|pre)$/.test(node.tagName)) {
      delete node.properties['lang'];
      const inner = node.tagName === 'blockquote' ? flow(node.children, around) : flow([node], around);
      return inner.length > 0 ? [foreignNode(lang, node.tagName === 'blockquote' ? 'blockquote' : 'div', inner)] : [];
    }
    const inside = lang === undefined ? around : [...around, node];
    switch (node.tagName) {
      case 'hr':
        return [{ type: 'thematicBreak' }];
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6': {
        const children = lineOf(node, inside);
        const depth = Number(node.tagName.charAt(1)) as 1 | 2 | 3 | 4 | 5 | 6;
        return children.length > 0 ? [{ type: 'heading', depth, children }] : [];
      }
      case 'blockquote': {
        const children = flow(node.children, inside) as BlockContent[];
        return children.length > 0 ? [{ type: 'blockquote', children }] : [];
      }
      case 'ul':
      case 'ol':
        return convertList(converter, node, node.children, inside);
      case 'li':
        return convertList(converter, undefined, group, around);
      case 'dl':
      case 'dt':
      case 'dd':
        return convertDefinitions(converter, node.tagName === 'dl' ? node.children : group, inside);
      case 'table':
        return convertTable(converter, node, inside);
      case 'figure':
        return convertFigure(converter, node, inside);
      case 'details':
        return convertDetails(converter, node, inside);
      case 'pre':
        return convertPreformatted(converter, textOf(node, conversion), inside);
      case 'caption':
      case 'figcaption':
      case 'summary': {
        const children = lineOf(node, inside);
        return children.length > 0 ? [{ type: 'paragraph', children }] : [];
      }
      default:
        // A phrase around several blocks is repeated inside each block.
        return flow(node.children, blockElements.has(node.tagName) ? inside : [...around, node]);
    }
  }

  /** Convert the content of a single-line element, such as a heading: blocks in it are joined by line breaks. */
  function lineOf(node: Element, around: readonly Element[]): PhrasingContent[] {
    return joinLines(flow(node.children, around));
  }

  function isBlockSlot(slot: Nodes, node: HastNodes): boolean {
    return isBlockNode(slot) || (node as Element).tagName === 'hr';
  }

  function wrapSlot(slot: Nodes, around: readonly Element[]): RootContent {
    if (around.length > 0 && (slot.type === 'paragraph' || slot.type === 'heading')) {
      slot.children = wrapPhrases(slot.children, around, conversion);
    }
    return slot as RootContent;
  }

  /** Group consecutive items or definitions outside a list, which form one list. */
  function groupOf(children: readonly HastNodes[], start: number): HastNodes[] {
    const kind = kindOf(children[start]!);
    if (kind === undefined) return [children[start]!];
    let end = start + 1;
    for (let index = end; index < children.length; index += 1) {
      if (kindOf(children[index]!) === kind) end = index + 1;
      else if (!isBlank(children[index]!)) break;
    }
    return children.slice(start, end);
  }

  function kindOf(node: HastNodes): 'li' | 'dl' | undefined {
    if (node.type !== 'element' || slotOf(node, conversion)) return undefined;
    return node.tagName === 'li' ? 'li' : node.tagName === 'dt' || node.tagName === 'dd' ? 'dl' : undefined;
  }

  return flow;
}

function isBlank(node: HastNodes): boolean {
  return node.type === 'comment' || (node.type === 'text' && node.value.trim() === '');
}

/** Trim the white space at both ends of a line; a blank line becomes empty. */
function trim(phrases: PhrasingContent[]): PhrasingContent[] {
  const isEmpty = (node: PhrasingContent): boolean =>
    node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
  const first = phrases.findIndex((node) => !isEmpty(node));
  if (first === -1) return [];
  const line = phrases.slice(first, phrases.findLastIndex((node) => !isEmpty(node)) + 1);
  const [start, end] = [line[0]!, line.at(-1)!];
  if (start.type === 'text') {
    const value = start.value.trimStart();
    const cut = start.value.length - value.length;
    if (cut > 0 && start.position) start.position = moveStart(start.position, cut);
    start.value = value;
  }
  if (end.type === 'text') end.value = end.value.trimEnd();
  return line;
}

type Position = NonNullable<HastRoot['position']>;

function moveStart({ start, end }: Position, by: number): Position {
  return { start: { ...start, column: start.column + by, offset: (start.offset ?? 0) + by }, end };
}
