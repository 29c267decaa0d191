import type { Nodes, PhrasingContent, RootContent } from 'mdast';

/** A block that markdown has no syntax for: a table's parts with spans, a list of definitions, a figure, details. */
export interface HtmlBlock {
  type: 'htmlBlock';
  /** Blocks, or parts of a line; never both. */
  children: (RootContent | PhrasingContent)[];
  data: { hName: string; hProperties?: Record<string, string | number | boolean> };
}

/** Part of a line that markdown has no syntax for: a superscript, a marked phrase. */
export interface HtmlPhrase {
  type: 'htmlPhrase';
  children: PhrasingContent[];
  data: { hName: string; hProperties?: Record<string, string> };
}

declare module 'mdast' {
  interface RootContentMap {
    htmlBlock: HtmlBlock;
    htmlPhrase: HtmlPhrase;
  }
  interface PhrasingContentMap {
    htmlPhrase: HtmlPhrase;
  }
}

/** Return whether a node is a block and not part of a line. Raw HTML and foreign text can be either. */
export function isBlockNode({ type }: Nodes): boolean {
  return blockTypes.has(type);
}

const blockTypes: ReadonlySet<string> = new Set(
  'paragraph heading list listItem blockquote code thematicBreak table tableRow tableCell footnoteDefinition definition htmlBlock'.split(
    ' ',
  ),
);
