import type { Element, Properties } from 'hast';
import { contentOf, type Flow, rawElement } from './flow.ts';
import { groupLeaves, withoutWholeFormat } from './group.ts';
import { type Around, type Leaf, leavesOf, tidyLine, within } from './phrases.ts';
import { attribute, element, isElement, lineOf } from './tree.ts';

interface Section {
  name: string;
  rows: Element[][];
}

/**
 * Shape a table for markdown if all cells are single lines without spans; otherwise it stays HTML. Layout tables are
 * unwrapped.
 */
export function shapeTable(node: Element, around: Around, flow: Flow): Element[] {
  const inside = within(node, around);
  const captions = node.children.filter((child) => isElement(child, 'caption'));
  const parts = node.children.filter((child): child is Element => isElement(child, 'thead tbody tfoot'));
  const sections = parts.map(({ tagName, children }): Section => ({
    name: tagName,
    rows: children
      .filter((child): child is Element => isElement(child, 'tr'))
      .map((row) => row.children.filter((child): child is Element => isElement(child, 'td th')))
      .filter((row) => row.some((cell) => !isEmptyCell(cell))),
  }));
  const rows = sections.flatMap((section) => section.rows);
  const cells = rows.flat();
  if (cells.length <= 1 || cells.some(isPage)) {
    return [...captions, ...parts].flatMap((part) =>
      part.tagName === 'caption'
        ? flow(part.children, inside)
        : part.children.flatMap((row) =>
            row.type !== 'element'
              ? []
              : row.children.flatMap((cell) =>
                  cell.type === 'element' ? flow(cell.children, within(cell, inside)) : [],
                ),
          ),
    );
  }
  const columns = rows.reduce((most, { length }) => Math.max(most, length), 0);
  const [head, ...others] = rows;
  const hasHead = head!.every(({ tagName }) => tagName === 'th') || sections[0]?.name === 'thead';
  const isMarkdown =
    captions.every((caption) => lineOf(caption) === '') &&
    !sections.some(({ name }) => name === 'tfoot') &&
    columns <= 100 &&
    (!hasHead || (head!.length === columns && rows.length > 1)) &&
    cells.every(isLine) &&
    (hasHead ? others : rows).every((row) => row.every(({ tagName }) => tagName === 'td'));
  if (isMarkdown) {
    const aligns = Array.from({ length: columns }, (_, column) => alignOf(rows, column));
    return [
      element(
        'table',
        rows.map((row, index) => {
          const isHead = hasHead && index === 0;
          return element(
            'tr',
            row.map((cell, column) => element(isHead ? 'th' : 'td', lineIn(cell, inside, isHead), aligns[column]!)),
          );
        }),
      ),
    ];
  }
  const rawSections = sections
    .filter((section) => section.rows.length > 0)
    .map((section) =>
      element(
        section.name,
        section.rows.map((row) =>
          element(
            'tr',
            row.map((cell) => element(cell.tagName, contentOf(cell, inside, flow), propertiesOf(cell))),
          ),
        ),
      ),
    );
  const rawCaptions = captions
    .map((caption) => element('caption', contentOf(caption as Element, inside, flow)))
    .filter(({ children }) => children.length > 0);
  return [element(rawElement, [element('table', [...rawCaptions, ...rawSections])])];
}

function isEmptyCell(cell: Element): boolean {
  return leavesOf(element('span', cell.children), { formats: [] }).every(
    ({ kind, text }) => kind === 'break' || (kind === 'text' && text.trim() === ''),
  );
}

/** Whether a cell is part of a page's layout: it contains headings, tables, or many blocks. */
function isPage(cell: Element): boolean {
  let count = 0;
  const holds = (parent: Element): boolean =>
    parent.children.some((child) => {
      if (child.type !== 'element') return false;
      count += isElement(child, 'p div ul ol blockquote') ? 1 : 0;
      return isElement(child, 'h1 h2 h3 h4 h5 h6 table iframe') || count > 12 || holds(child);
    });
  return holds(cell);
}

/** Whether a cell can be written on one line. */
function isLine(cell: Element): boolean {
  const isSpanning = ['colSpan', 'rowSpan'].some((name) => Number(attribute(cell, name) || 1) > 1);
  const holdsOther = (parent: Element): boolean =>
    parent.children.some(
      (child) =>
        child.type === 'element' &&
        (isElement(child, 'ul ol menu dir li dl details blockquote pre hr figure') ||
          (child.tagName === 'img' && attribute(child, 'title') !== '') ||
          holdsOther(child)),
    );
  return !isSpanning && !holdsOther(cell);
}

function lineIn(cell: Element, around: Around, isHead: boolean): ReturnType<typeof groupLeaves> {
  const leaves = leavesOf(element('span', cell.children), within(cell, around));
  const line = tidyLine(leaves)
    .filter((leaf, at, all) => leaf.kind !== 'break' || all[at - 1]?.kind !== 'break')
    // Code in a cell can't contain a backslash before a bar.
    .map((leaf): Leaf => (leaf.kind === 'code' && leaf.text.includes('\\|') ? { ...leaf, kind: 'text' } : leaf));
  return groupLeaves(isHead ? withoutWholeFormat(line) : line);
}

function alignOf(rows: readonly Element[][], column: number): Properties {
  const cell = rows.find((row) => row[column])?.[column];
  return cell ? alignIn(cell) : {};
}

function alignIn(cell: Element): Properties {
  const align = /text-align\s*:\s*(left|center|right)/i.exec(attribute(cell, 'style'))?.[1] ?? attribute(cell, 'align');
  return /^(?:left|center|right)$/i.test(align) ? { align: align.toLowerCase() } : {};
}

function propertiesOf(cell: Element): Properties {
  const spans = ['colSpan', 'rowSpan'].filter((name) => Number(attribute(cell, name)) > 1);
  const scope = attribute(cell, 'scope');
  return {
    ...Object.fromEntries(spans.map((name) => [name, Number.parseInt(attribute(cell, name), 10)])),
    ...alignIn(cell),
    ...(scope === '' ? {} : { scope }),
  };
}
