import type { Element, Nodes } from 'hast';
import { rehype } from 'rehype';
import { blockTexts } from '../markdown/plain-text.ts';
import type { SiteArticle } from '../site/site.ts';

/** An entry of a table of contents. */
export interface ContentsEntry {
  /** Id of the heading, unencoded. */
  id: string;
  /** Plain text. */
  text: string;
}

// From this reading time on, an article gets a table of contents.
const longMinutes = 4;
const fewestEntries = 3;

/** Return whether an article is long enough for its page to show reading progress. */
export function isLong({ readingMinutes }: Pick<SiteArticle, 'readingMinutes'>): boolean {
  return readingMinutes >= longMinutes;
}

/**
 * List the main headings of an article, in document order; empty for short articles and those with few headings.
 *
 * @example tableOfContents(article) // [{ id: 'نمونه-ها', text: 'نمونه‌ها' }, …]
 */
export function tableOfContents(article: Pick<SiteArticle, 'body' | 'readingMinutes' | 'live'>): ContentsEntry[] {
  // The entries of live coverage are its order.
  if (!isLong(article) || article.live) return [];
  const entries = Array.from(article.body.html.matchAll(headings), ([heading]) => entryOf(heading));
  return entries.length < fewestEntries ? [] : entries;
}

// In our HTML `<` always opens a tag. Headings without an anchor are generated, such as that of the footnotes.
const headings = /<h2 id="[^"]*"[^>]*>(?:(?!<\/h2>).)*<a class="anchor".*?<\/h2>/gs;
const processor = rehype().data('settings', { fragment: true }).freeze();

/** Return the text of HTML, its blocks separated by spaces. */
export function textOfHtml(html: string): string {
  return blockTexts(processor.parse(html)).join(' ');
}

function entryOf(html: string): ContentsEntry {
  const heading = processor.parse(html).children.find(isElement)!;
  return { id: String(heading.properties['id']), text: blockTexts(heading).join(' ') };
}

function isElement(node: Nodes): node is Element {
  return node.type === 'element';
}

/**
 * Mark the opening paragraph of an article's body as its lead, unless the article has a `lead`.
 *
 * @returns The body's HTML with `data-part="lead"` on that paragraph.
 */
export function markLead({ body: { html }, hasOwnLead }: Pick<SiteArticle, 'body' | 'hasOwnLead'>): string {
  return hasOwnLead ? html : html.replace(/^<p(?=[ >])/, '<p data-part="lead"');
}
