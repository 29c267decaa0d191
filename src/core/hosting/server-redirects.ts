import type { Redirect } from '../site/site.ts';

/**
 * Write redirects for nginx: an exact location per path, which takes precedence over all others. nginx compares it with
 * the decoded path, so Persian is written as it reads. The query string of the request is kept.
 *
 * @param redirects Untrusted: paths that can't be written safely are left out.
 */
export function writeNginxRedirects(redirects: readonly Redirect[], base: string): string {
  return [...servedPaths(redirects)]
    .map(([from, to]) => `location = ${quoteText(base + from)} { return 301 "${to}$is_args$args"; }\n`)
    .join('');
}

/**
 * Write redirects for Caddy: a map, since path matchers ignore case and expand patterns. Like {@link
 * writeNginxRedirects}, but with paths relative to the base; paths with braces are left out too, as Caddy expands
 * `{$NAME}` and `{name}` within quotes.
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
 * List the redirected paths, unencoded and each once, as both servers reject duplicates: with and without a trailing
 * slash, except for files such as `/old.html`.
 */
export function servedPaths(redirects: readonly Redirect[]): Map<string, string> {
  const served = new Map<string, string>();
  for (const { from, to } of redirects) {
    if (!isWritable(from) || !isTarget(to)) continue;
    const bare = from.replace(/\/+$/, '');
    for (const path of /\.html?$/i.test(bare) ? [bare] : [bare, `${bare}/`])
      if (bare !== '' && !served.has(path)) served.set(path, to);
  }
  // The 404 page has its own location.
  served.delete('/404.html');
  return served;
}

/** Return whether a path can be quoted: control characters and backslashes are special or forbidden within quotes. */
export function isWritable(path: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return path.startsWith('/') && path.isWellFormed() && !/[\u0000-\u001F\u007F\\]/.test(path);
}

/** Return whether a path is a percent-encoded path of this site without characters that are special to a server. */
export function isTarget(path: string): boolean {
  return /^\/(?!\/)[\w.~!&'()+,;=@%/-]*$/.test(path);
}

/** Quote a path for which {@link isWritable} holds. */
export function quoteText(text: string): string {
  return `"${text.replace(/"/g, '\\"')}"`;
}
