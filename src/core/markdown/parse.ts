import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import type { VFile } from 'vfile';

/**
 * Parse CommonMark with GitHub's extensions (GFM). GFM tries every paragraph as a table header and searches every text
 * for URLs, which nearly doubles the time; most texts have none of its syntax and are parsed without it.
 */
export function parseMarkdown(markdown: string | VFile): Root {
  return (gfmSigns.test(String(markdown)) ? gfm : commonMark).parse(markdown);
}

const commonMark = remark().freeze();
const gfm = remark().use(remarkGfm).freeze();

/**
 * Characters that can begin tables, strikethrough, URLs, footnotes and tasks; URLs may also contain escapes or
 * character references.
 */
const gfmSigns = /[|~@&\\]|:-|-:|:\/\/|www|\[[\^\sx]/i;
