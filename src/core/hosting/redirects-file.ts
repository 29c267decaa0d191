import { byteLength } from '../text/slug.ts';
import type { QueryRedirect } from '../old-addresses.ts';
import type { Redirect, Site } from '../site/site.ts';
import { decodePath, type Urls } from '../urls.ts';

/** The file from which Netlify and Cloudflare Pages read a site's redirects. */
export const redirectsFile = '_redirects';

/** Limits of Cloudflare Pages: number of exact rules, total bytes, characters of a line. */
const limits = { rules: 2000, bytes: 100_000, line: 1000 };

/** Share of the bytes for rules with a query, which only Netlify reads. */
const queryBytes = 25_000;

/**
 * Write the old addresses of articles as redirects for Netlify and Cloudflare Pages
 * (docs.netlify.com/routing/redirects, developers.cloudflare.com/pages/configuration/redirects), newest articles first,
 * up to the limits of the hosts. Beyond these, the pages at the old addresses redirect.
 *
 * Rules with a query are for Netlify. Cloudflare skips such lines without counting them, since they have more than three
 * words. They come first, because a rule for the path alone would match as well.
 *
 * @param own The newsroom's rules, which come first: of two rules for one address, hosts take the first.
 * @returns An empty text if there are no rules.
 * @example '/old/%D9%BE%D9%84.html /news/pol/ 301\n'
 */
export function writeRedirectsFile(
  { urls, aliases, oldQueries }: Pick<Site, 'urls' | 'aliases' | 'oldQueries'>,
  own = '',
): string {
  const ownLines = own.trim() === '' ? [] : own.trim().split(/\r?\n/);
  const lines = [...ownLines];
  let rules = ownLines.filter((line) => /^\s*[^\s#]/.test(line)).length;
  lines.push(...queryRules(oldQueries?.redirects ?? [], urls));
  let bytes = byteLength(joinLines(lines));
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

function queryRules(redirects: readonly QueryRedirect[], { base }: Pick<Urls, 'base'>): string[] {
  const lines: string[] = [];
  let bytes = 0;
  for (const { from, query, to } of redirects) {
    // How Netlify compares encoded values is not documented.
    if (!/^[\w.~=&-]+$/.test(query)) continue;
    const line = `${encodeRule(base + encodeURI(from))} ${query.replaceAll('&', ' ')} ${encodeRule(to)} 301`;
    if (line.length > limits.line) continue;
    bytes += line.length + 1;
    if (bytes > queryBytes) break;
    lines.push(line);
  }
  return lines;
}

/**
 * Read the redirects that one's own web server can follow: permanent ones between paths of the site. Anything else in
 * such a file, such as patterns, is skipped.
 */
export function readRedirectsFile(text: string, { base }: Pick<Urls, 'base'>): Redirect[] {
  return text.split('\n').flatMap((line) => {
    const [, from = '', to = ''] =
      /^(\/[^\s*:?#]+)[ \t]+(\/(?!\/)[\w.~!&'()+,;=@%/-]*)[ \t]+301!?\s*$/.exec(line) ?? [];
    const path = from.startsWith(`${base}/`) ? decodePath(from.slice(base.length)) : undefined;
    return path === undefined ? [] : [{ from: path, to }];
  });
}

/**
 * List patterns for the addresses that have a rule of any kind in a `_redirects` file, unencoded and relative to the
 * base: `*` matches anything, `:name` one path segment.
 */
export function redirectPatterns(text: string, base: string): RegExp[] {
  return text.split('\n').flatMap((line) => {
    const [from = ''] = line.trim().split(/\s+/, 1);
    if (!from.startsWith(`${base}/`)) return [];
    const path = (decodePath(from.slice(base.length)) ?? from).replace(/[?#].*$/, '').replace(/\/$/, '');
    const pattern = path
      .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
      .replace(/:\w+/g, '[^/]+')
      .replaceAll('*', '.*');
    return [new RegExp(`^${pattern}/?$`)];
  });
}

// In a rule, `:name` and `*` are patterns; and `?` or `#` of an unencoded path must not start a query or fragment.
function encodeRule(path: string): string {
  return path.replace(/[:*?#]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

function joinLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
