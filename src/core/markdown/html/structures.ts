import type { Element, Nodes as HastNodes } from 'hast';
import type { BlockContent, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { persianLetter } from '../../text/persian.ts';
import { type Conversion, slotOf, wrapPhrases } from './phrases.ts';
import { foreignLanguage } from './other-languages.ts';

/** Callbacks for converting the content of a list, figure or table. */
export interface Converter {
  /** Converts siblings to blocks, repeating the phrases around them inside each block. */
  flow: (children: readonly HastNodes[], around: readonly Element[]) => RootContent[];
  /** Converts the content of a single-line element. */
  lineOf: (element: Element, around: readonly Element[]) => PhrasingContent[];
  conversion: Conversion;
}

/** Convert a list, or items outside a list. */
export function convertList(
  { flow, conversion }: Converter,
  list: Element | undefined,
  children: readonly HastNodes[],
  around: readonly Element[],
): RootContent[] {
  const items: { blocks: BlockContent[]; value?: string }[] = [];
  let rest: HastNodes[] = [];
  const flush = (): void => {
    const blocks = flow(rest, around) as BlockContent[];
    rest = [];
    if (blocks.length === 0) return;
    // A list nested directly in a list, without an item, belongs to the preceding item.
    if (items.length > 0 && blocks[0]!.type === 'list') items.at(-1)!.blocks.push(...blocks);
    else items.push({ blocks });
  };
  for (const child of children) {
    if (child.type !== 'element' || child.tagName !== 'li' || slotOf(child, conversion)) rest.push(child);
    else {
      flush();
      const lang = foreignLanguage(child.properties['lang']);
      const blocks = flow(child.children, lang === undefined ? around : [...around, child]) as BlockContent[];
      const { value } = child.properties;
      items.push({ blocks, ...(value !== undefined && { value: String(value) }) });
    }
  }
  flush();
  const filled = items.filter(({ blocks }) => blocks.length > 0);
  if (filled.length === 0) return [];
  const { start = 1, type, reversed } = list?.properties ?? {};
  const isOrdered = list?.tagName === 'ol';
  const hProperties = {
    ...(type !== undefined && { type }),
    // A reversed list without a start counts down to 1.
    ...(reversed === true && { reversed, start: list?.properties['start'] }),
  };
  return [
    {
      type: 'list',
      ordered: isOrdered,
      ...(isOrdered && { start: Number(start) }),
      spread: false,
      ...(Object.keys(hProperties).length > 0 && { data: { hProperties } }),
      children: filled.map(({ blocks, value }) => ({
        type: 'listItem',
        spread: blocks.filter((block) => block.type === 'paragraph').length > 1,
        ...(value !== undefined && isOrdered && { data: { hProperties: { value } } }),
        children: blocks,
      })),
    },
  ];
}

/** Convert a definition list, or terms and descriptions outside a list. */
export function convertDefinitions(
  { flow, lineOf }: Converter,
  children: readonly HastNodes[],
  around: readonly Element[],
): RootContent[] {
  const parts: RootContent[] = [];
  const add = (child: HastNodes): void => {
    if (child.type === 'element' && child.tagName === 'div') child.children.forEach(add);
    else if (child.type === 'element' && child.tagName === 'dt') {
      parts.push({ type: 'htmlBlock', data: { hName: 'dt' }, children: lineOf(child, around) });
    } else {
      const isPart = child.type === 'element' && child.tagName === 'dd';
      const blocks = flow(isPart ? child.children : [child], around);
      if (blocks.length > 0) parts.push({ type: 'htmlBlock', data: { hName: 'dd' }, children: plainLine(blocks) });
    }
  };
  children.forEach(add);
  const filled = parts.filter((part) => 'children' in part && part.children.length > 0);
  return filled.length > 0 ? [{ type: 'htmlBlock', data: { hName: 'dl' }, children: filled }] : [];
}

/**
 * Convert a figure that contains a single picture, table, quotation or code block. Any other is unwrapped; galleries
 * handle figures of figures.
 */
export function convertFigure({ flow, lineOf }: Converter, figure: Element, around: readonly Element[]): RootContent[] {
  const isCaption = (child: HastNodes): boolean => child.type === 'element' && child.tagName === 'figcaption';
  const blocks = flow(
    figure.children.filter((child) => !isCaption(child)),
    around,
  );
  const captions = figure.children.filter(isCaption).map((caption) => lineOf(caption as Element, around));
  const caption = captions.find((line) => line.length > 0);
  const content = blocks.flatMap((block) => (isOfPictures(block) ? block.children.filter(isPicture) : [block]));
  const [only] = content;
  const isShown = content.length === 1 && (isPicture(only!) || /^(?:blockquote|code|htmlBlock)$/.test(only!.type));
  if (!isShown || (only!.type === 'htmlBlock' && only!.data.hName !== 'table')) {
    return [...blocks, ...captions.filter((line) => line.length > 0).map(paragraphOf)];
  }
  const children: RootContent[] = [only!];
  if (caption) children.push({ type: 'htmlBlock', data: { hName: 'figcaption' }, children: caption });
  return [{ type: 'htmlBlock', data: { hName: 'figure' }, children }];
}

/** Convert `<details>`, which is unwrapped if it lacks a summary or other content. */
export function convertDetails(
  { flow, lineOf }: Converter,
  details: Element,
  around: readonly Element[],
): RootContent[] {
  const summary = details.children.find((child) => child.type === 'element' && child.tagName === 'summary');
  const line = summary ? lineOf(summary as Element, around) : [];
  const blocks = flow(
    details.children.filter((child) => child !== summary),
    around,
  );
  if (line.length === 0 || blocks.length === 0) return [...(line.length > 0 ? [paragraphOf(line)] : []), ...blocks];
  const isOpen = details.properties['open'] === true;
  const head: RootContent = { type: 'htmlBlock', data: { hName: 'summary' }, children: line };
  return [
    {
      type: 'htmlBlock',
      data: { hName: 'details', ...(isOpen && { hProperties: { open: true } }) },
      children: [head, ...blocks],
    },
  ];
}

/** Convert preformatted text to code, or to paragraphs if it is Persian prose, such as a poem. */
export function convertPreformatted(
  { conversion }: Converter,
  text: string,
  around: readonly Element[],
): RootContent[] {
  const value = text.replace(/^\n|\s+$/g, '');
  if (value.trim() === '') return [];
  if (!persianLetter.test(value)) return [{ type: 'code', value }];
  return value
    .split(/\n[ \t]*\n\s*/)
    .map((lines) => lines.split('\n').map((line) => line.trim()))
    .map((lines) => {
      const children = lines.flatMap((line, index): PhrasingContent[] => [
        ...(index > 0 ? [{ type: 'break' as const }] : []),
        { type: 'text', value: line },
      ]);
      return paragraphOf(wrapPhrases(children, around, conversion));
    });
}

/** Unwrap the only paragraph of a block that accepts phrasing content directly. */
export function plainLine(blocks: RootContent[]): (RootContent | PhrasingContent)[] {
  const [only] = blocks;
  return blocks.length === 1 && only!.type === 'paragraph' ? only!.children : blocks;
}

function paragraphOf(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

function isOfPictures(block: RootContent): block is Paragraph {
  return block.type === 'paragraph' && block.children.some(isPicture) && block.children.every(isPictureOrSpace);
}

function isPicture(node: Nodes): boolean {
  return node.type === 'image' || (node.type === 'link' && node.children.length === 1 && isPicture(node.children[0]!));
}

function isPictureOrSpace(node: Nodes): boolean {
  return isPicture(node) || node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}
