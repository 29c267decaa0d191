import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isOldTable, readOldTable, readSpellings, spellingsFile } from '../../core/hosting/old-tables.ts';
import { oldAddressesFolder, type QueryRedirect } from '../../core/old-addresses.ts';
import type { Urls } from '../../core/urls.ts';

/** The old addresses with a query of a built site, and their parameter names in original case. */
export interface PublishedQueries {
  redirects: QueryRedirect[];
  spellings: string[];
}

/** Read the tables of a built site; `undefined` if it has none. */
export function readOldTables(site: string, urls: Pick<Urls, 'base'>): PublishedQueries | undefined {
  const folder = join(site, oldAddressesFolder);
  if (!existsSync(folder)) return undefined;
  const read = (file: string): string => readFileSync(join(site, file), 'utf8');
  const files = readdirSync(folder).map((name) => `${oldAddressesFolder}/${name}`);
  return {
    redirects: files.filter(isOldTable).flatMap((file) => readOldTable(read(file), urls) ?? []),
    spellings: files.includes(spellingsFile) ? readSpellings(read(spellingsFile)) : [],
  };
}
