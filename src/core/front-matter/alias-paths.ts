import { type OldAddress, readQuery, writeQuery } from '../old-addresses.ts';
import { byteLength, isDeviceName, maxSlugBytes } from '../text/slug.ts';
import { decodePath, encodePath, isAbsoluteUrl } from '../urls.ts';

// PATH_MAX is 4096 bytes on Linux, including the output folder's own path.
const maxPathBytes = 1000;
/** Limits of a query: number of pairs, and bytes once percent-encoded. */
const maxPairs = 5;
const maxQueryBytes = 1000;

/**
 * Parse an old address of this site: a path, percent-encoded or not, optionally with a query of `name=value` pairs.
 *
 * @returns `undefined` if it is not one, or if the path is not safe as a file path.
 */
export function readAlias(value: string): OldAddress | undefined {
  const mark = value.indexOf('?');
  const path = readPath(mark < 0 ? value : value.slice(0, mark), mark >= 0);
  if (path === undefined || mark < 0) return path === undefined ? undefined : { path };
  const query = readPairs(value.slice(mark + 1));
  return query === undefined ? undefined : { path, query };
}

/**
 * Parse a path of this site, percent-encoded or not.
 *
 * @param mayBeFront Whether the front page is allowed too.
 * @returns The decoded path; `undefined` if it is not one, or not safe as a file path.
 */
export function readPath(value: string, mayBeFront = false): string | undefined {
  if (!value.isWellFormed() || !/^\/(?!\/)[^?#\\]*$/.test(value)) return undefined;
  const path = decodePath(encodePath(value))!
    .normalize('NFC')
    .replace(/\/{2,}/g, '/');
  const segments = path.split('/').filter((segment) => segment !== '');
  const isSafe = (segment: string): boolean =>
    // oxlint-disable-next-line no-control-regex
    !/^\.\.?$|[\u0000-\u001F\u007F\\%?#]/.test(segment) &&
    !isDeviceName(segment) &&
    byteLength(segment) <= maxSlugBytes;
  const isThere = segments.length > 0 || mayBeFront;
  return isThere && segments.every(isSafe) && byteLength(path) <= maxPathBytes ? path : undefined;
}

/** Parse the query of an old address: distinct names, each with a value. */
function readPairs(query: string): string | undefined {
  if (!query.isWellFormed() || query.includes('#')) return undefined;
  const parts = query.split('&');
  const pairs = [...readQuery(query).values()];
  const isSafe = (text: string | undefined): boolean =>
    // oxlint-disable-next-line no-control-regex
    text !== undefined && text !== '' && !/[\u0000-\u001F\u007F]/.test(text);
  if (parts.length > maxPairs || pairs.length !== parts.length) return undefined;
  if (!pairs.every(({ name, value }) => isSafe(name) && isSafe(value))) return undefined;
  const written = writeQuery(pairs.map(({ name, value }) => [name, value!]));
  return written.length <= maxQueryBytes ? written : undefined;
}

/** Return whether an alias is another title of the article, as in Obsidian. */
export function isTitle(alias: string): boolean {
  return !/[/.\\]|\w=/.test(alias);
}

/** Propose valid addresses for a list of aliases, without titles, as items of a list in YAML. */
export function proposeAliases(aliases: unknown): string {
  const written = Array.isArray(aliases) ? aliases.map(String) : [];
  const proposed = written.filter((alias) => !isTitle(alias)).map(proposeAddress);
  if (proposed.length === 0 || proposed.includes(undefined)) return '/old/path/';
  return proposed
    .map((address) => (/^[\p{L}\p{N}/._-]+$/u.test(address!) ? address : JSON.stringify(address)))
    .join(', ');
}

/**
 * Propose a valid old address in place of an invalid one: the path and query of an absolute URL, without the pairs that
 * have no value.
 */
export function proposeAddress(written: string): string | undefined {
  const url = isAbsoluteUrl(written) ? URL.parse(written) : undefined;
  const whole = url ? url.pathname + url.search : written.startsWith('/') ? written : `/${written}`;
  const address = whole.replace(/#.*$/s, '');
  if (readAlias(address) !== undefined) return address;
  const [path = '', query] = address.split(/\?(.*)/s);
  if (query === undefined) return undefined;
  const pairs = [...readQuery(query.replaceAll('&amp;', '&').replaceAll('?', '&')).values()];
  const kept = pairs.filter(({ value }) => value !== undefined && value !== '').slice(0, maxPairs);
  const proposed = kept.length === 0 ? path : `${path}?${writeQuery(kept.map(({ name, value }) => [name, value!]))}`;
  return readAlias(proposed) === undefined ? undefined : proposed;
}
