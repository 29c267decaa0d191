import { readAlias } from '../../front-matter/alias-paths.ts';
import { writeQuery } from '../../old-addresses.ts';
import { decodePath } from '../../urls.ts';

/** Parameters that campaigns and social networks add, and that no page depends on. */
const tracking = /^(?:utm_\w+|fbclid|gclid|igshid|mc_[ce]id|ref|source|amp|_ga)$/i;

/**
 * Convert an old address to a path for `aliases`: path decoded, query encoded, without host, fragment and campaign
 * parameters; `undefined` if it can't be an alias.
 *
 * @example aliasOf('https://khabar.example/1395/02/21/%D9%BE%D9%84/?utm_source=rss') // '/1395/02/21/پل/'
 */
export function aliasOf(address: string): string | undefined {
  const url = URL.parse(address, 'https://none.invalid/');
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const path = decodePath(url.pathname)?.replace(/^\/{2,}/, '/');
  if (path === undefined) return undefined;
  const query = [...url.searchParams].filter(([name]) => !tracking.test(name));
  const alias = readAlias(query.length === 0 ? path : `${path}?${writeQuery(query)}`);
  return alias?.query === undefined ? alias?.path : `${alias.path}?${alias.query}`;
}

/**
 * Key of an old address, the same for all its spellings: `/a`, `/a/`, `/A/index.html`, percent-encoded or not,
 * on any of the site's hosts. `record:` addresses of readers are decoded.
 */
export function linkKey(address: string): string {
  if (address.startsWith('record:')) {
    const path = address.replace(/#.*$/s, '');
    return decodePath(path) ?? path;
  }
  const alias = aliasOf(address) ?? address;
  const [path = '', query] = alias.split('?');
  const bare = path.replace(/\/(?:index\.html?)?$/i, '').toLowerCase();
  return query === undefined ? bare : `${bare}?${query}`;
}

/** Host of an absolute web address, without `www.`; `undefined` for paths and other addresses. */
export function hostOf(address: string): string | undefined {
  const url = /^(?:https?:)?\/\//i.test(address) ? URL.parse(address, 'https://none.invalid/') : undefined;
  return url?.host.toLowerCase().replace(/^www\./, '');
}
