import type { Element, Nodes as HastNodes } from 'hast';
import type { RootContent } from 'mdast';
import type { HtmlBlock } from './nodes.ts';
import { foreignLanguage } from './other-languages.ts';
import { type Converter, plainLine } from './structures.ts';

/**
 * Convert a table. A table with a single cell or with nested tables is a layout table, so its cells become consecutive
 * blocks.
 */
export function convertTable(converter: Converter, table: Element, around: readonly Element[]): RootContent[] {
  const rows = sectionsOf(table).flatMap(({ rows }) => rows);
  const cells = rows.flatMap(cellsOf);
  const captions = elementsIn(table, 'caption').map((caption) => converter.lineOf(caption, around));
  const caption = captions.find((line) => line.length > 0);
  if (cells.length <= 1 || cells.some(holdsTable)) {
    const title: RootContent[] = caption ? [{ type: 'paragraph', children: caption }] : [];
    return [...title, ...cells.flatMap((cell) => converter.flow(cell.children, around))];
  }
  const sections = withHead(sectionsOf(table)).map(({ name, rows }) =>
    blockOf(
      name,
      rows.map((row) =>
        blockOf(
          'tr',
          cellsOf(row).map((cell) => convertCell(converter, cell, name === 'thead', around)),
        ),
      ),
    ),
  );
  return [blockOf('table', [...(caption ? [blockOf('caption', caption)] : []), ...sections])];
}

interface Section {
  name: string;
  rows: Element[];
}

/** List the non-empty sections of a table with their rows, in document order. */
function sectionsOf(table: Element): Section[] {
  return table.children.flatMap((child): Section[] => {
    if (child.type !== 'element' || !/^(?:thead|tbody|tfoot)$/.test(child.tagName)) return [];
    const rows = elementsIn(child, 'tr').filter((row) => cellsOf(row).length > 0);
    return rows.length > 0 ? [{ name: child.tagName, rows }] : [];
  });
}

/** Turn a first row of header cells into a `thead` if the table has none. */
function withHead(sections: readonly Section[]): Section[] {
  const [first, ...others] = sections;
  if (!first || first.name !== 'tbody') return [...sections];
  const [head, ...rows] = first.rows;
  if (rows.length + others.length === 0 || !cellsOf(head!).every(({ tagName }) => tagName === 'th'))
    return [...sections];
  return [{ name: 'thead', rows: [head!] }, ...(rows.length > 0 ? [{ name: 'tbody', rows }] : []), ...others];
}

function convertCell(converter: Converter, cell: Element, isHead: boolean, around: readonly Element[]): HtmlBlock {
  const { colSpan, rowSpan, align, lang } = cell.properties;
  const inside = foreignLanguage(lang) === undefined ? around : [...around, cell];
  const hProperties = {
    ...(typeof colSpan === 'number' && { colSpan }),
    ...(typeof rowSpan === 'number' && { rowSpan }),
    ...(typeof align === 'string' && { align }),
    ...(cell.tagName === 'th' && !isHead && { scope: 'row' }),
  };
  const children = plainLine(converter.flow(cell.children, inside));
  return { type: 'htmlBlock', data: { hName: cell.tagName, hProperties }, children };
}

function blockOf(hName: string, children: HtmlBlock['children']): HtmlBlock {
  return { type: 'htmlBlock', data: { hName }, children };
}

function cellsOf(row: Element): Element[] {
  return row.children.filter(
    (cell): cell is Element => cell.type === 'element' && (cell.tagName === 'td' || cell.tagName === 'th'),
  );
}

function elementsIn(parent: Element, name: string): Element[] {
  return parent.children.filter((child): child is Element => child.type === 'element' && child.tagName === name);
}

function holdsTable(node: HastNodes): boolean {
  return 'children' in node && node.children.some((child) => isTable(child) || holdsTable(child));
}

function isTable(node: HastNodes): boolean {
  return node.type === 'element' && node.tagName === 'table';
}
