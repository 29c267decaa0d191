import { byteLength } from '../text/slug.ts';
import type { Redirect, Site } from '../site/site.ts';
import { decodePath, type Urls } from '../urls.ts';

/** The file out of which Netlify and Cloudflare Pages read the redirects of a site. */
export const redirectsFile = '_redirects';

/** What Cloudflare Pages reads of it: so many exact rules, bytes in all, and characters of a line. */
const limits = { rules: 2000, bytes: 100_000, line: 1000 };

/**
 * Write the old addresses of articles as redirects for Netlify and Cloudflare Pages (docs.netlify.com/routing/redirects,
 * developers.cloudflare.com/pages/configuration/redirects): those of the newest articles first, as far as hosts read. The
 * pages at these addresses lead on from all others.
 *
 * @param own Rules of the newsroom, which go first: of two rules for one address, hosts take the first.
 * @returns An empty text if there is nothing to say.
 * @example '/old/%D9%BE%D9%84.html /news/pol/ 301\n'
 */
export function writeRedirectsFile({ urls, aliases }: Pick<Site, 'urls' | 'aliases'>, own = ''): string {
  const ownLines = own.trim() === '' ? [] : own.trim().split(/\r?\n/);
  const lines = [...ownLines];
  let rules = ownLines.filter((line) => /^\s*[^\s#]/.test(line)).length;
  let bytes = byteLength(joinLines(ownLines));
  for (const { from, to } of aliases) {
    const line = `${encodeRule(urls.base + encodeURI(from))} ${encodeRule(to)} 301`;
    if (line.length > limits.line) continue;
    bytes += line.length + 1;
    rules++;
    if (rules > limits.rules || bytes > limits.bytes) break;
    lines.push(line);
  }
  return joinLines(lines);
}

/**
 * Read the redirects that web servers of one's own can follow: from one path of the site to another, for good. All else that
 * such a file may hold, such as patterns, is left out.
 */
export function readRedirectsFile(text: string, { base }: Pick<Urls, 'base'>): Redirect[] {
  return text.split('\n').flatMap((line) => {
    const [, from = '', to = ''] =
      /^(\/[^\s*:?#]+)[ \t]+(\/(?!\/)[\w.~!&'()+,;=@%/-]*)[ \t]+301!?\s*$/.exec(line) ?? [];
    const path = from.startsWith(`${base}/`) ? decodePath(from.slice(base.length)) : undefined;
    return path === undefined ? [] : [{ from: path, to }];
  });
}

/** In a rule, `:name` and `*` stand for any text; nor is `?` or `#` of an unencoded path what it is in an address. */
function encodeRule(path: string): string {
  return path.replace(/[:*?#]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

function joinLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
