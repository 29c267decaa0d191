/**
 * Insert markdown into a text at a mark, which is removed. A paragraph is split there; after a heading, or a line of a list, quote
 * or table, the markdown follows that block. Numbers of footnotes that the text has already are not given twice.
 *
 * @param mark A word that the text contains once.
 * @example insertText('یک ✂ دو', '✂', '## سه') // 'یک\n\n## سه\n\nدو'
 */
export function insertText(text: string, mark: string, markdown: string): string {
  const [before = '', after = ''] = text.split(mark);
  const added = withFreeNotes(markdown.trim(), text);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (!/^\s*(?:[-*+>|#]|[\d۰-۹]+[.)])/.test(line)) return joinBlocks([before, added, after]);
  const end = /\n[^\S\n]*\n|$/.exec(after)!.index;
  return joinBlocks([before + after.slice(0, end), added, after.slice(end)]);
}

function joinBlocks(blocks: readonly string[]): string {
  return blocks
    .map((block) => block.replace(/^(?:[^\S\n]*\n)+|^[^\S\n]+(?=\S)/, '').trimEnd())
    .filter((block) => block !== '')
    .join('\n\n');
}

function withFreeNotes(markdown: string, text: string): string {
  const used = [...text.matchAll(/\[\^(\d+)\]/g)].map(([, number]) => Number(number));
  const offset = Math.max(0, ...used);
  return offset === 0 ? markdown : markdown.replace(/\[\^(\d+)\]/g, (_, number) => `[^${Number(number) + offset}]`);
}
