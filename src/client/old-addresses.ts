import { keysOfRequest, type OldTable, tableOf } from '../core/old-addresses.ts';
import { decodePath } from '../core/urls.ts';

/*
 * Redirects from old addresses with a query, such as /?p=101, on hosts that ignore queries: the page at the path looks up
 * the query in a table. If it is not there, the page stays, or redirects as for its path alone.
 */

const mark = document.querySelector<HTMLElement>('[data-old-addresses]');
if (mark) void lead(mark.dataset);

async function lead(known: DOMStringMap): Promise<void> {
  // A table that can't be fetched counts as empty.
  const to = (location.search === '' ? undefined : await find(known).catch(() => undefined)) ?? known['otherwise'];
  if (to !== undefined) location.replace(to + location.hash);
}

async function find({ oldAddresses = '', tables, names = '' }: DOMStringMap): Promise<string | undefined> {
  const base = oldAddresses.slice(0, oldAddresses.lastIndexOf('/'));
  const path = decodePath(location.pathname.slice(base.length));
  if (path === undefined) return undefined;
  for (const key of keysOfRequest(path, location.search.slice(1), names.split(' '))) {
    const response = await fetch(`${oldAddresses}/${tableOf(key, Number(tables))}.json`);
    const table = response.ok ? ((await response.json()) as OldTable) : {};
    if (Object.hasOwn(table, key) && /^\/(?!\/)/.test(table[key]!)) return base + table[key]!;
  }
  return undefined;
}
