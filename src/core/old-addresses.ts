import { hashNumber } from './text/hash.ts';
import { decodePath } from './urls.ts';

/*
 * Old addresses with a query, such as `/?p=101`: their canonical form, and how requests are matched with them. Shared by
 * browsers, the preview and the build.
 */

/** An old address of the site. */
export interface OldAddress {
  /** Unencoded, starting with `/`. */
  path: string;
  /** In the form of {@link writeQuery}; absent if it is a path alone. */
  query?: string | undefined;
}

/** An old address with a query, and its target. */
export interface QueryRedirect {
  /** Unencoded, without the base. */
  from: string;
  query: string;
  /** Percent-encoded, with the base. */
  to: string;
}

/** The pairs of a query by lower-case name. The first of several with one name counts. */
export type QueryPairs = ReadonlyMap<string, { name: string; value: string | undefined }>;

/**
 * Parse a query, given without the `?`. Names are case-insensitive. A value is `undefined` if it can't be decoded; parts
 * without `=` are skipped.
 */
export function readQuery(query: string): QueryPairs {
  const pairs = new Map<string, { name: string; value: string | undefined }>();
  for (const part of query.split('&')) {
    const sign = part.indexOf('=');
    if (sign <= 0) continue;
    const [name, value] = [part.slice(0, sign), part.slice(sign + 1)].map((text) =>
      decodePath(text.replaceAll('+', ' '))?.normalize('NFC'),
    );
    if (name === undefined) continue;
    const key = name.toLowerCase();
    if (!pairs.has(key)) pairs.set(key, { name, value });
  }
  return pairs;
}

/** Write pairs in canonical form: percent-encoded and sorted by name. */
export function writeQuery(pairs: Iterable<readonly [name: string, value: string]>): string {
  return [...pairs]
    .map(([name, value]) => [name.toLowerCase(), `${encodeURIComponent(name)}=${encodeURIComponent(value)}`] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, pair]) => pair)
    .join('&');
}

/** Return the names of a query in their original case. @example spellingOf('id=5&Lang=fa') // 'id&Lang' */
export function spellingOf(query: string): string {
  return query.replace(/=[^&]*/g, '');
}

/** Return the names of a canonical query as they are compared. @example namesOf('id=5&Lang=fa') // 'id&lang' */
export function namesOf(query: string): string {
  return spellingOf(query).replace(/[^&]+/g, (name) => encodeURIComponent(decodePath(name)!.toLowerCase()));
}

/**
 * List the groups of names that occur together in canonical queries, largest first: the order in which requests are
 * matched.
 */
export function groupNames(queries: Iterable<string>): string[] {
  const groups = new Set<string>();
  for (const query of queries) groups.add(namesOf(query));
  return orderGroups([...groups]);
}

/** Order distinct groups of names as {@link groupNames} does. */
export function orderGroups(groups: readonly string[]): string[] {
  const size = (names: string): number => names.split('&').length;
  return groups.toSorted((a, b) => size(b) - size(a) || (a < b ? -1 : 1));
}

/** Return the key of an old address in tables. A final slash and `index.html` make no difference. */
export function oldKey(path: string, query: string): string {
  const pairs = Array.from(readQuery(query).values(), ({ name, value }) => [name.toLowerCase(), value ?? ''] as const);
  return `${trimAddress(path) || '/'}?${writeQuery(pairs)}`;
}

/**
 * List the keys that may match a request, in order of precedence.
 *
 * @param path Unencoded, without the base.
 * @param query Without the `?`.
 * @param groups See {@link groupNames}.
 */
export function keysOfRequest(path: string, query: string, groups: readonly string[]): string[] {
  const pairs = readQuery(query);
  const bare = trimAddress(path.normalize('NFC')) || '/';
  return groups.flatMap((group) => {
    const found: (readonly [string, string])[] = [];
    for (const encoded of group.split('&')) {
      const name = decodePath(encoded)!;
      const value = pairs.get(name)?.value;
      if (value === undefined) return [];
      found.push([name, value]);
    }
    return [`${bare}?${writeQuery(found)}`];
  });
}

/** Remove a final slash and `index.html` from a path. The front page is the empty text. */
export function trimAddress(path: string): string {
  return path.replace(/\/index\.html$/i, '').replace(/\/+$/, '');
}

/**
 * Return the number of the table that contains a key. Tables are split one at a time as the site grows (linear hashing,
 * Litwin 1980), so an added address changes one table, or three if one is split.
 *
 * @param count Number of tables.
 */
export function tableOf(key: string, count: number): number {
  const hash = hashKey(key);
  const whole = 2 ** Math.floor(Math.log2(count));
  const table = hash % whole;
  return table < count - whole ? hash % (2 * whole) : table;
}

/** FNV-1a leaves the low bits uneven, so the finalizer of MurmurHash3 follows. */
function hashKey(key: string): number {
  const hash = hashNumber(key);
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Folder of the tables in the output. */
export const oldAddressesFolder = 'old-addresses';

/** Mean number of addresses per table. Some tables have twice as many, which is still less than 20 KB. */
const meanEntries = 40;

/** Number of tables for a number of addresses. */
export function countTables(addresses: number): number {
  return Math.max(1, Math.ceil(addresses / meanEntries));
}

/** Path of a table below the output folder. */
export function tableFile(table: number): string {
  return `${oldAddressesFolder}/${table}.json`;
}

/** Targets of old addresses by {@link oldKey}: paths without the base. */
export type OldTable = Readonly<Record<string, string>>;

/** Create the function that returns the target of a request, if it has one. */
export function createOldAddressFinder(
  redirects: readonly QueryRedirect[],
): (path: string, query: string) => string | undefined {
  const known = new Map(redirects.map(({ from, query, to }) => [oldKey(from, query), to]));
  const groups = groupNames(redirects.map(({ query }) => query));
  return (path, query) => {
    for (const key of keysOfRequest(path, query, groups)) {
      const to = known.get(key);
      if (to !== undefined) return to;
    }
    return undefined;
  };
}
