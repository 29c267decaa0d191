import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
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
 * table header and searches every text for URLs, which nearly doubles the time; most texts have none of its syntax and
 * are parsed without it.
 *
 * @param isGfm Whether to parse with GFM; by default, if the text has any sign of it.
 */
export function parseMarkdown(markdown: string | VFile, isGfm: boolean = gfmSigns.test(String(markdown))): Root {
  const source = String(markdown);
  let tree = parse(source, isGfm);
  const indented = findIndentedBlocks(tree, source);
  if (indented?.hasProse) tree = parse(source, isGfm, indentedProse(indented.codeLines));
  markVerses(tree, source);
  return tree;
}

/**
 * Characters that can begin tables, strikethrough, URLs, footnotes and tasks; URLs may also contain escapes or
 * character references.
 */
const gfmSigns = /[|~@&\\]|:-|-:|:\/\/|www|\[[\^\sx]/i;

const syntax: readonly Extension[] = [persianAttention(), persianLists(), spacedDestinations(), mathematics()];
const gfmSyntax: readonly Extension[] = [loosenStrikethrough(gfm({ singleTilde: false })), ...syntax];
const handlers = [persianListNumbers(), formulaNodes()];
const gfmHandlers = [...gfmFromMarkdown(), ...handlers];

function parse(source: string, isGfm: boolean, extension?: Extension): Root {
  const extensions = [...(isGfm ? gfmSyntax : syntax), ...(extension ? [extension] : [])];
  return fromMarkdown(source, { extensions, mdastExtensions: isGfm ? gfmHandlers : handlers });
}
