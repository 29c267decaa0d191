import type { Nodes, PhrasingContent, RootContent } from 'mdast';

/** A block without markdown syntax: parts of a table with spans, a definition list, a figure, `<details>`. */
export interface HtmlBlock {
  type: 'htmlBlock';
  /** Blocks or phrasing content, never both. */
  children: (RootContent | PhrasingContent)[];
  data: { hName: string; hProperties?: Record<string, string | number | boolean> };
}

/** Phrasing content without markdown syntax: a superscript, a highlighted phrase. */
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

/** Return whether a node is a block rather than phrasing content. Raw HTML and foreign text can be either. */
export function isBlockNode({ type }: Nodes): boolean {
  return blockTypes.has(type);
}

const blockTypes: ReadonlySet<string> = new Set(
  'paragraph heading list listItem blockquote code thematicBreak table tableRow tableCell footnoteDefinition definition htmlBlock'.split(
    ' ',
  ),
);
