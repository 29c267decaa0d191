import type { Element, Properties } from 'hast';
import { rehype } from 'rehype';
import { SKIP, visit } from 'unist-util-visit';
import { absoluteUrl } from './feed-media.ts';
import type { Urls } from './urls.ts';

/**
 * Make the HTML of the page `page` fit to be read elsewhere: addresses absolute and percent-encoded, and without what
 * serves only our own pages, such as classes, ids and the links that headings have to themselves.
 *
 * @example standAloneHtml(urls, '/news/x/', '<a class="b" href="/c">') // '<a href="https://example.org/c"></a>'
 */
export function standAloneHtml(urls: Urls, page: string, html: string): string {
  // Only attributes hold what must change, and in our HTML a `<` always opens a tag: plain paragraphs pass as they are.
  if (!/<[a-z\d]+\s/.test(html)) return html;
  const tree = processor.parse(html);
  visit(tree, 'element', (node, index, parent) => {
    if (parent && index !== undefined && isHeadingLink(node)) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    node.properties = standAlone(urls, page, node.properties);
    return undefined;
  });
  return processor.stringify(tree);
}

const processor = rehype().data('settings', { fragment: true }).freeze();
const addresses = ['href', 'src', 'cite'] as const;
const described = ['alt', 'title', 'lang', 'dir', 'dateTime', 'width', 'height'] as const;
const shaped = ['align', 'colSpan', 'rowSpan', 'scope', 'start', 'reversed', 'value'] as const;
const taskLists = ['type', 'checked', 'disabled'] as const;
const kept = new Set<string>([...addresses, ...described, ...shaped, ...taskLists]);

function isHeadingLink({ tagName, properties }: Element): boolean {
  const names = properties['className'];
  return tagName === 'a' && Array.isArray(names) && names.includes('anchor');
}

function standAlone(urls: Urls, page: string, properties: Properties): Properties {
  const result = Object.fromEntries(Object.entries(properties).filter(([name]) => kept.has(name)));
  for (const name of addresses) {
    const address = result[name];
    if (address !== undefined) result[name] = absoluteUrl(urls, page, String(address));
  }
  return result;
}
