import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describeSite } from '../../../core/import/markdown-sites/describe.ts';
import { openSite } from '../../../core/import/markdown-sites/folder/open-site.ts';
import { pictureCandidates } from '../../../core/import/markdown-sites/pictures.ts';
import { readRecord } from '../../../core/import/markdown-sites/read-record.ts';
import { recordsOf } from '../../../core/import/markdown-sites/records.ts';
import type { ImportRecord, ReadRecord } from '../../../core/import/record.ts';
import { UsageError } from '../../base/errors.ts';
import { isInside, realpathOf } from '../../content/find-files.ts';
import type { Archive } from './archive.ts';
import { decodeText } from './chunks.ts';

// Larger files are neither articles nor configuration.
const maxBytes = 20_000_000;
const maxFiles = 2_000_000;

/**
 * Open a folder of markdown: a site of Hugo, Jekyll and others. Symbolic links that leave it are not followed.
 *
 * @param folder Absolute path.
 * @param now Milliseconds since 1970-01-01T00:00Z.
 * @throws UsageError if nothing in it is an article.
 */
export function openFolder(folder: string, name: string, now: number): Archive {
  const read = (path: string): string | undefined => {
    const file = join(folder, path);
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? maxBytes) >= maxBytes) return undefined;
    return decodeText(readFileSync(file));
  };
  const site = openSite(listFiles(folder), read, now);
  const { records, skipped } = recordsOf(site);
  if (records.length === 0) throw new UsageError(`${name}: there is no markdown in the folder.`);
  const all: ImportRecord[] = [];
  const readAll = function* (report?: (done: number, total: number) => void): Generator<ReadRecord> {
    for (const { skipped: kind } of skipped) yield { skipped: kind };
    for (const [at, path] of records.entries()) {
      const text = read(path);
      if (text === undefined) {
        const fault = {
          field: 'record',
          expected: 'text in UTF-8',
          found: 'other bytes',
          fix: 'Save the file as UTF-8.',
        } as const;
        yield { file: path, line: 1, title: '', faults: [fault] };
      } else yield readRecord(site, path, text);
      report?.(at + 1, records.length);
    }
  };
  for (const record of readAll()) if ('body' in record) all.push({ ...record, body: { form: 'text', paragraphs: [] } });
  return {
    site: describeSite(site, all),
    async *records(report) {
      yield* readAll(report);
    },
    filesOf: (address, { file, addresses }) =>
      pictureCandidates(site, file, address, addresses[0]).map((path) => ({ path: join(folder, path), name: path })),
  };
}

/** List the files below a folder by relative path, with `/`. */
function listFiles(root: string): string[] {
  const found: string[] = [];
  const real = realpathOf(root);
  const visit = (folder: string): void => {
    let entries: Dirent[];
    try {
      entries = readdirSync(join(root, folder), { withFileTypes: true });
    } catch {
      return;
    }
    for (const entry of entries) {
      const path = `${folder}${entry.name}`;
      if (/^(?:node_modules|\.git|\.cache|\.hugo_build\.lock)$/.test(entry.name) || found.length >= maxFiles) continue;
      if (entry.isSymbolicLink() && !isInside(realpathOf(join(root, path)), real)) continue;
      if (entry.isDirectory()) visit(`${path}/`);
      else if (entry.isFile() || (entry.isSymbolicLink() && statSync(join(root, path)).isFile())) found.push(path);
    }
  };
  visit('');
  return found.toSorted();
}
