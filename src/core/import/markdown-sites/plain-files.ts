import { markdownFile } from './folder/find-files.ts';
import { readMoment } from './folder/moments.ts';
import { type FolderSite, stemOf } from './folder/site.ts';
import type { Placement, RecordFiles } from './rules.ts';

const about =
  /^(?:readme|license|licence|changelog|contributing|code[-_]of[-_]conduct|security|authors|agents|claude)$/i;

/** List the text files in the content folders, without those about the project. */
export function filesWhere(site: FolderSite, skippedOf: (own: string) => string | undefined): RecordFiles {
  const records: string[] = [];
  const skipped: RecordFiles['skipped'][number][] = [];
  for (const path of site.files) {
    const root = site.content.find((folder) => path.startsWith(folder));
    if (root === undefined || !markdownFile.test(path)) continue;
    const own = path.slice(root.length);
    const kind = /(?:^|\/)(?:node_modules|vendor|_site|dist|\.(?!obsidian|trash)[^/]+)\//.test(own)
      ? 'files of packages and results'
      : !own.includes('/') && about.test(stemOf(own))
        ? 'files about the project'
        : skippedOf(own);
    if (kind === undefined) records.push(path);
    else if (kind !== 'files of packages and results') skipped.push({ path, skipped: kind });
  }
  return { records, skipped };
}

/** Return the path of a file in its content folder. */
export function ownPath({ content }: FolderSite, path: string): string {
  const root = content.find((folder) => path.startsWith(folder)) ?? '';
  return path.slice(root.length);
}

/** Split a date off a file name: `2015-03-17-pol`. */
export function splitName(site: FolderSite, path: string): { moment: Placement['moment']; plain: string } {
  const name = stemOf(path);
  const [, date, plain = ''] = /^(\d{4}-\d{1,2}-\d{1,2})(?:[-_ ]+(.*))?$/.exec(name) ?? [];
  return date === undefined
    ? { moment: undefined, plain: name }
    : { moment: readMoment(date, site.zone), plain: plain || name };
}
