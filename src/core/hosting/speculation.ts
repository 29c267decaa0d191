import { type Header, searchPath } from './headers.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { createUrls } from '../urls.ts';

/** The speculation rules file. Its extension is its own, so that servers can assign the media type. */
export const speculationFile = 'links.speculationrules';

/** The media type without which browsers ignore the file (HTML, section 7.6.2). */
export const speculationType = 'application/speculationrules+json';

/** The extension of {@link speculationFile}, by which servers know its type. */
export const speculationExtension = 'speculationrules';

/**
 * The header that names the file. Rules in the page would be an inline script, which the policy forbids; those of a header
 * are covered by `script-src 'self'`.
 */
export function speculationHeader({ url }: Pick<SiteConfig, 'url'>): Header {
  return ['Speculation-Rules', `"${createUrls(url).file(speculationFile)}"`];
}

/**
 * Write the rules (wicg.github.io/nav-speculation/speculation-rules.html): pages are rendered ahead when a reader rests on
 * their link (`moderate`), since ours only read; the search page, which runs WebAssembly, is fetched only. Files, parts of
 * pages and addresses with a query are left alone: old addresses and questions begin with it.
 */
export function writeSpeculationRules({ url }: Pick<SiteConfig, 'url'>): string {
  // The site's path, as it is written in a pattern (URL Pattern Standard, section 2.1).
  const base = createUrls(url).base.replace(/[.+*?{}()|:\\^$[\]]/g, '\\$&');
  const links = (paths: string | readonly string[]): object => ({ href_matches: paths });
  const isPlain = [
    links(`${base}/*`),
    { not: links([`${base}/*\\?(.+)`, `${base}/*.:ending`, `${base}/fragments/*`]) },
    { not: { selector_matches: '[download], [target], [rel~="external"], [rel~="nofollow"], [data-embed]' } },
  ];
  const search = links(`${base}${searchPath}`);
  const rules = {
    prerender: [{ where: { and: [...isPlain, { not: search }] }, eagerness: 'moderate' }],
    prefetch: [{ where: { and: [...isPlain, search] }, eagerness: 'moderate' }],
  };
  return `${JSON.stringify(rules)}\n`;
}
