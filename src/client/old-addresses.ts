import { keysOfRequest, type OldTable, tableOf } from '../core/old-addresses.ts';
import { decodePath } from '../core/urls.ts';

/*
 * Old addresses with a query, such as /?p=101, on hosts that can't redirect by it: the page at the path finds in a table
 * where the query leads. Without one, the page stays, or leads to where its path does.
 */

const mark = document.querySelector<HTMLElement>('[data-old-addresses]');
if (mark) void lead(mark.dataset);

async function lead(known: DOMStringMap): Promise<void> {
  // If a table can't be fetched, the page stays as it is.
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
