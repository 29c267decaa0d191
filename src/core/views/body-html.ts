import type { Element, Nodes } from 'hast';
import { rehype } from 'rehype';
import { blockTexts } from '../markdown/plain-text.ts';
import type { SiteArticle } from '../site/site.ts';

/** A heading that a table of contents leads to. */
export interface ContentsEntry {
  /** Unencoded. */
  id: string;
  /** Plain. */
  text: string;
}

/** From so many minutes on, an article is one that readers find their way in. */
const longMinutes = 4;
const fewestEntries = 3;

/** Tell whether an article takes so long to read that its page shows how far one is. */
export function isLong({ readingMinutes }: Pick<SiteArticle, 'readingMinutes'>): boolean {
  return readingMinutes >= longMinutes;
}

/**
 * List the main headings of an article, in the order of the text; none of articles that are short or have few of them.
 *
 * @example tableOfContents(article) // [{ id: 'نمونه-ها', text: 'نمونه‌ها' }, …]
 */
export function tableOfContents(article: Pick<SiteArticle, 'body' | 'readingMinutes'>): ContentsEntry[] {
  if (!isLong(article)) return [];
  const entries = Array.from(article.body.html.matchAll(headings), ([heading]) => entryOf(heading));
  return entries.length < fewestEntries ? [] : entries;
}

/** In our HTML a `<` always opens a tag. Headings without an anchor are ours, such as that of the footnotes. */
const headings = /<h2 id="[^"]*"[^>]*>(?:(?!<\/h2>).)*<a class="anchor".*?<\/h2>/gs;
const processor = rehype().data('settings', { fragment: true }).freeze();

function entryOf(html: string): ContentsEntry {
  const heading = processor.parse(html).children.find(isElement)!;
  return { id: String(heading.properties['id']), text: blockTexts(heading).join(' ') };
}

function isElement(node: Nodes): node is Element {
  return node.type === 'element';
}

/**
 * Mark the paragraph that opens an article's body as its lead, where the article has no lead of its own.
 *
 * @returns The body's HTML with `data-part="lead"` on that paragraph.
 */
export function markLead({ body: { html }, hasOwnLead }: Pick<SiteArticle, 'body' | 'hasOwnLead'>): string {
  return hasOwnLead ? html : html.replace(/^<p(?=[ >])/, '<p data-part="lead"');
}
