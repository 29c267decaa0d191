import {
  countTables,
  oldAddressesFolder,
  oldKey,
  type OldTable,
  type QueryRedirect,
  spellingOf,
  tableFile,
  tableOf,
} from '../old-addresses.ts';
import type { Urls } from '../urls.ts';
import type { TextFile } from './text-files.ts';

/**
 * Write the tables in which pages look up old addresses with a query. Entries are sorted, one per line, so that a new
 * article changes single lines of few files.
 */
export function writeOldTables(redirects: readonly QueryRedirect[], { base }: Pick<Urls, 'base'>): TextFile[] {
  if (redirects.length === 0) return [];
  const count = countTables(redirects.length);
  const tables = Array.from({ length: count }, (): string[] => []);
  for (const { from, query, to } of redirects) {
    const key = oldKey(from, query);
    tables[tableOf(key, count)]!.push(`${JSON.stringify(key)}:${JSON.stringify(shorten(to.slice(base.length)))}`);
  }
  const spellings = new Set(redirects.map(({ query }) => spellingOf(query)));
  return [
    { file: spellingsFile, text: `${JSON.stringify([...spellings].toSorted())}\n` },
    ...tables.map((entries, table) => ({
      file: tableFile(table),
      text: `{\n${entries.toSorted().join(',\n')}\n}\n`,
    })),
  ];
}

/** Lists the parameter names in their original case, for servers that compare case-sensitively. */
export const spellingsFile = `${oldAddressesFolder}/names.json`;

/** Return whether a file below the output folder is a table. */
export function isOldTable(file: string): boolean {
  return file.startsWith(`${oldAddressesFolder}/`) && /^\d+\.json$/.test(file.slice(oldAddressesFolder.length + 1));
}

/**
 * Parse a table.
 *
 * @param text Untrusted: others may write to the output folder.
 * @returns Its redirects to paths of this site; others are dropped. `undefined` if it is not a table.
 */
export function readOldTable(text: string, { base }: Pick<Urls, 'base'>): QueryRedirect[] | undefined {
  const table = parseJson(text);
  if (typeof table !== 'object' || table === null) return undefined;
  return Object.entries(table as OldTable).flatMap(([key, to]) => {
    const mark = key.indexOf('?');
    if (mark < 1 || typeof to !== 'string' || !to.isWellFormed() || !/^\/(?!\/)/.test(to)) return [];
    return [{ from: key.slice(0, mark), query: key.slice(mark + 1), to: base + encodeURI(to).replaceAll('%25', '%') }];
  });
}

/** Parse {@link spellingsFile}. Untrusted, like tables. */
export function readSpellings(text: string): string[] {
  const read = parseJson(text);
  return Array.isArray(read) ? read.filter((names) => typeof names === 'string' && /^[\w&-]+$/.test(names)) : [];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Decode a path if it can be encoded again without loss: that saves bytes. */
function shorten(path: string): string {
  const shown = decodeURI(path);
  return encodeURI(shown) === path ? shown : path;
}
