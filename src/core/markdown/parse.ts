import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import type { VFile } from 'vfile';

/**
 * Parse markdown: CommonMark with the extensions of GitHub (GFM). It tries each paragraph as the head of a table and looks
 * for addresses in each text, so that it takes nearly twice as long; most texts hold none of its signs.
 */
export function parseMarkdown(markdown: string | VFile): Root {
  return (gfmSigns.test(String(markdown)) ? gfm : commonMark).parse(markdown);
}

const commonMark = remark().freeze();
const gfm = remark().use(remarkGfm).freeze();

/**
 * What begins tables, strikethrough, addresses, footnotes and tasks; an address may also come of an escape or a character
 * reference.
 */
const gfmSigns = /[|~@&\\]|:-|-:|:\/\/|www|\[[\^\sx]/i;
