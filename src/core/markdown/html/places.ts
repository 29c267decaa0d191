import type { Html } from 'mdast';

/** A position in a document, 1-based. */
interface HtmlPlace {
  line: number;
  column: number;
}

/**
 * Create a function that maps offsets in a raw HTML node to positions in the document. Call it with ascending offsets.
 * Columns account for the line prefixes of quotes and lists, which the node's value lacks.
 */
export function createPlacer(
  { value, position }: Pick<Html, 'value' | 'position'>,
  lines: readonly string[],
): (offset: number) => HtmlPlace {
  const { line = 1, column = 1 } = position?.start ?? {};
  const rows = value.split('\n');
  let row = 0;
  let start = 0;
  return (offset) => {
    while (start + rows[row]!.length < offset) {
      start += rows[row]!.length + 1;
      row += 1;
    }
    if (row === 0) return { line, column: column + offset };
    const lead = (lines[line + row - 1] ?? '').length - rows[row]!.length;
    return { line: line + row, column: Math.max(lead, 0) + offset - start + 1 };
  };
}
