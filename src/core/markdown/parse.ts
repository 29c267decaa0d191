import type { Root } from 'mdast';
import { fromMarkdown, type Extension as MdastExtension } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Extension } from 'micromark-util-types';
import type { VFile } from 'vfile';
import { loosenStrikethrough, persianAttention } from './syntax/attention.ts';
import { findIndentedBlocks, indentedProse } from './syntax/indented-prose.ts';
import { formulaNodes, mathematics } from './syntax/formulas.ts';
import { persianListNumbers, persianLists } from './syntax/lists.ts';
import { spacedDestinations } from './syntax/spaced-destinations.ts';
import { markVerses } from './syntax/verse.ts';

/**
 * Parse CommonMark with GitHub's extensions (GFM) and those of this site (`syntax`). GFM tries every paragraph as a
 * table header and searches every text for URLs, which nearly doubles the time; and the parser combines its extensions
 * anew for each text. So a text is parsed with those of which it has any sign, and most have none.
 *
 * @param isFull Whether to parse with all extensions, whatever the text has.
 */
export function parseMarkdown(markdown: string | VFile, isFull = false): Root {
  const source = String(markdown);
  let tree = parse(source, isFull);
  const indented = findIndentedBlocks(tree, source);
  if (indented?.hasProse) tree = parse(source, isFull, indentedProse(indented.codeLines));
  markVerses(tree, source);
  return tree;
}

interface Syntax {
  /** Whether a text may have any of it. */
  isIn: (source: string) => boolean;
  extension: Extension;
  handlers: readonly MdastExtension[];
}

const syntax: readonly Syntax[] = [
  {
    // Tables, strikethrough, URLs, footnotes and tasks; URLs may also contain escapes or character references.
    isIn: (source) => /[|~@&\\]|:-|-:|:\/\/|www|\[[\^\sx]/i.test(source),
    extension: loosenStrikethrough(gfm({ singleTilde: false })),
    handlers: gfmFromMarkdown(),
  },
  { isIn: (source) => source.includes('*') || source.includes('_'), extension: persianAttention(), handlers: [] },
  { isIn: (source) => /[۰-۹٠-٩][.)]/.test(source), extension: persianLists(), handlers: [persianListNumbers()] },
  { isIn: (source) => source.includes(']('), extension: spacedDestinations(), handlers: [] },
  { isIn: (source) => source.includes('$'), extension: mathematics(), handlers: [formulaNodes()] },
];

function parse(source: string, isFull: boolean, extension?: Extension): Root {
  const used = syntax.filter(({ isIn }) => isFull || isIn(source));
  return fromMarkdown(source, {
    extensions: [...used.map((each) => each.extension), ...(extension ? [extension] : [])],
    mdastExtensions: used.flatMap(({ handlers }) => handlers),
  });
}
