import type { Redirect } from '../site/site.ts';

/**
 * Write redirects for nginx: a location for each path, which goes before all others. nginx compares it with the decoded
 * path, so Persian stands there as it is read. What a reader's address asks for with `?` stays.
 *
 * @param redirects Untrusted: paths that can't be written safely are left out.
 */
export function writeNginxRedirects(redirects: readonly Redirect[], base: string): string {
  return [...servedPaths(redirects)]
    .map(([from, to]) => `location = ${quoteText(base + from)} { return 301 "${to}$is_args$args"; }\n`)
    .join('');
}

/**
 * Write redirects for Caddy: a map, since matchers of paths ignore case and know patterns. Like {@link writeNginxRedirects},
 * but with paths from the base; those with braces are left out too, as Caddy reads `{$NAME}` and `{name}` within quotes.
 */
export function writeCaddyRedirects(redirects: readonly Redirect[]): string {
  const served = [...servedPaths(redirects)].filter(([from]) => !/[{}]/.test(from));
  if (served.length === 0) return '';
  return `map {path} {rooznegar_moved} {
${served.map(([from, to]) => `\t${quoteText(from)} "${to}"`).join('\n')}
}
map {query} {rooznegar_mark} {
	"" ""
	default "?"
}
@moved vars_regexp {rooznegar_moved} ^/
redir @moved {rooznegar_moved}{rooznegar_mark}{query} 301
`;
}

/**
 * List the paths that are redirected, unencoded and each once, as both servers refuse a double: with and without a final
 * slash, but for files such as `/old.html`.
 */
export function servedPaths(redirects: readonly Redirect[]): Map<string, string> {
  const served = new Map<string, string>();
  for (const { from, to } of redirects) {
    if (!isWritable(from) || !isTarget(to)) continue;
    const bare = from.replace(/\/+$/, '');
    for (const path of /\.html?$/i.test(bare) ? [bare] : [bare, `${bare}/`])
      if (bare !== '' && !served.has(path)) served.set(path, to);
  }
  // The page for missing addresses has a location of its own.
  served.delete('/404.html');
  return served;
}

/** Control characters and backslashes mean something within quotes, or can't be there at all. */
function isWritable(path: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return path.startsWith('/') && path.isWellFormed() && !/[\u0000-\u001F\u007F\\]/.test(path);
}

/** A path of this site, encoded, in which no character means anything to a server. */
function isTarget(path: string): boolean {
  return /^\/(?!\/)[\w.~!&'()+,;=@%/-]*$/.test(path);
}

function quoteText(text: string): string {
  return `"${text.replace(/"/g, '\\"')}"`;
}
