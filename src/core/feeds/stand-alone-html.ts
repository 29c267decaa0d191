import type { Properties } from 'hast';
import { rehype } from 'rehype';
import { visit } from 'unist-util-visit';
import { mathAttributes } from '../markdown/syntax/mathml.ts';
import { absoluteUrl } from '../urls.ts';
import type { Urls } from '../urls.ts';

/**
 * Adapt the HTML of the page at `page` for reading elsewhere: URLs absolute and percent-encoded, without what serves
 * only our own pages, such as classes, ids and the links that headings have to themselves.
 *
 * @example standAloneHtml(urls, '/news/x/', '<a class="b" href="/c">') // '<a href="https://example.org/c"></a>'
 */
export function standAloneHtml(urls: Urls, page: string, html: string): string {
  // In our HTML `<` always opens a tag, and `"` always delimits a value.
  const plain = html.replace(headingLinks, '').replace(variants, '').replace(couplets, withSlashes);
  // Only attributes still need changes: HTML without any is returned as it is.
  if (!/<[a-z\d]+\s/.test(plain)) return plain;
  const tree = processor.parse(plain);
  visit(tree, 'element', (node) => {
    node.properties = standAlone(urls, page, node.properties);
  });
  return processor.stringify(tree);
}

/** Links of headings to themselves, and the ids that they point to. */
const headingLinks = /<a class="anchor"(?:[^>"]|"[^"]*")*>[^<]*<\/a>|(?<=<h[2-6]) id="[^"]*"/g;
/** Variants of pictures, whose original in each `<picture>` stays; what entries of live coverage are wrapped in. */
const variants = /<\/?(?:picture|article(?: (?:[^>"]|"[^"]*")*)?)>|<source (?:[^>"]|"[^"]*")*>/g;
/** Couplets. Only our own styles separate their hemistichs, so elsewhere a slash does. */
const couplets = /<p class="couplet">.*?<\/p>/gs;
const processor = rehype().data('settings', { fragment: true }).freeze();
const addresses = ['href', 'src', 'cite'] as const;
const described = ['alt', 'title', 'lang', 'dir', 'dateTime', 'width', 'height'] as const;
const shaped = ['align', 'colSpan', 'rowSpan', 'scope', 'start', 'reversed', 'value'] as const;
const taskLists = ['type', 'checked', 'disabled'] as const;
const kept = new Set<string>([
  ...addresses,
  ...described,
  ...shaped,
  ...taskLists,
  ...mathAttributes,
  'alttext',
  'display',
]);

function withSlashes(couplet: string): string {
  return couplet.replaceAll('</span> <span>', '</span> / <span>');
}

function standAlone(urls: Urls, page: string, properties: Properties): Properties {
  const result = Object.fromEntries(Object.entries(properties).filter(([name]) => kept.has(name)));
  for (const name of addresses) {
    const address = result[name];
    if (address !== undefined) result[name] = absoluteUrl(urls, page, String(address));
  }
  return result;
}
