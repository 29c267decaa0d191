import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { isSlug } from '../../core/comments/form.ts';
import { decodeReferences } from '../../core/front-matter/foreign-texts.ts';

/** The head of a page has its headline in the first bytes. */
const headLength = 16_384;

/** Read the headline of an article from its page in the built site; `undefined` if the page can't be read. */
export function readHeadline(site: string, slug: string): string | undefined {
  if (!isSlug(slug)) return undefined;
  try {
    const page = openSync(join(site, 'news', slug, 'index.html'), 'r');
    try {
      const bytes = Buffer.alloc(headLength);
      const head = bytes.toString('utf8', 0, readSync(page, bytes));
      const [, title] = /<meta property="og:title" content="([^"]*)"/.exec(head) ?? [];
      return title === undefined ? undefined : decodeReferences(title);
    } finally {
      closeSync(page);
    }
  } catch {
    return undefined;
  }
}
