import type { Root } from 'mdast';
import { fromMarkdown, type Extension as MdastExtension } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Extension } from 'micromark-util-types';
import type { VFile } from 'vfile';
import { parsePlainBlocks } from './syntax/plain-blocks.ts';
import { loosenStrikethrough, persianAttention } from './syntax/attention.ts';
import { findIndentedBlocks, indentedProse } from './syntax/indented-prose.ts';
import { formulaNodes, mathematics } from './syntax/formulas.ts';
import { persianListNumbers, persianLists } from './syntax/lists.ts';
import { spacedDestinations } from './syntax/spaced-destinations.ts';
import { markVerses } from './syntax/verse.ts';

/**
 * Parse CommonMark with GitHub's extensions (GFM) and those of this site (`syntax`). GFM tries every paragraph as a
 * table header and searches every text for URLs, which nearly doubles the time; and micromark recombines its extensions
 * for each text. A text is therefore parsed only with the extensions whose syntax it may contain; most texts need none.
 *
 * @param isFull Whether to use all extensions regardless of the text.
 */
export function parseMarkdown(markdown: string | VFile, isFull = false): Root {
  const source = String(markdown);
  let tree = (isFull ? undefined : parsePlainBlocks(source)) ?? parse(source, isFull);
  const indented = findIndentedBlocks(tree, source);
  if (indented?.hasProse) tree = parse(source, isFull, indentedProse(indented.codeLines));
  markVerses(tree, source);
  return tree;
}

interface Syntax {
  /** Whether a text may contain this syntax; false positives are allowed. */
  isIn: (source: string) => boolean;
  extension: Extension;
  handlers: readonly MdastExtension[];
}

const syntax: readonly Syntax[] = [
  {
    // Tables, strikethrough, URLs, footnotes and task lists; escapes and character references can form a URL.
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
