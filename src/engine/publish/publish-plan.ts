import { existsSync } from 'node:fs';
import { checkFileNames, nameRulesOf } from './file-names.ts';
import type { FilePlan, MadeFile } from '../output/make-file.ts';
import { type Progress, type Report, shareReport } from '../base/progress.ts';
import { publishedPath, type PublishFolders } from '../output/folders.ts';
import { publishUpdate } from './publish.ts';
import { type SiteUpdate } from './journal.ts';
import { type PublishedFile, type PublishedFiles, readPublished, lookAtFiles } from '../output/published-files.ts';
import { filesBelow } from '../output/site-file.ts';
import { type SiteFile } from '../output/site-file.ts';

/** The result of publishing, in numbers of files. */
export interface PublishResult {
  /** HTML pages. */
  pages: number;
  /** All files. */
  files: number;
  /** New or changed since the previous build. */
  changed: number;
  removed: number;
}

/**
 * Make the files of a plan that are missing or stale, and publish them.
 *
 * @param damaged Published files that were modified or removed since.
 * @param takesOver Whether to remove everything else in the output folder.
 */
export async function publishPlan(
  plan: FilePlan,
  folders: PublishFolders,
  { damaged, takesOver = false }: { damaged: readonly string[] | undefined; takesOver?: boolean | undefined },
  progress: Progress,
): Promise<PublishResult> {
  const published = readPublished(publishedPath(folders));
  const found = takesOver || !published ? foundFiles(folders.out) : [];
  const known = published ?? lookAtFiles(folders.out, found);
  const intact = damaged?.length ? without(known, damaged) : known;
  // Of several files with one path, such as a page and a file of public/, the last wins.
  const files = new Map<string, SiteFile>();
  const isStale = (file: SiteFile): boolean => files.get(file.file) === file && intact.get(file.file)?.key !== file.key;
  const make = async ({ files: added, make: makeThese, rest }: FilePlan, report: Report): Promise<MadeFile[]> => {
    for (const file of added) files.set(file.file, file);
    checkFileNames(files.keys(), nameRulesOf(existsSync(folders.out) ? folders.out : folders.cache));
    if (!rest) return makeThese(isStale, intact, report);
    const [count, countLater] = shareReport(report);
    const planning = rest();
    const works = [makeThese(isStale, intact, count), planning.then((later) => make(later, countLater))];
    // On an error, the other must settle first, so that nothing is written afterwards.
    await Promise.allSettled(works);
    const [these, others] = await Promise.all(works);
    const later = await planning;
    const replacing = new Set(later.files.map(({ file }) => file));
    const replaced = new Set(these!.map(({ file }) => file).filter((file) => replacing.has(file)));
    // The one to be replaced may have been written last.
    if (replaced.size > 0)
      await later.make(
        (file) => replaced.has(file.file) && isStale(file),
        intact,
        () => {},
      );
    return [...these!.filter(({ file }) => !replaced.has(file)), ...others!];
  };
  const made = await progress.phase('files', (report) => make(plan, report));
  const update = planUpdate(files, made, new Set([...known.keys(), ...found]), intact);
  const changes = await progress.phase('publish', () => publishUpdate(folders, update));
  return {
    pages: countPages(files),
    files: files.size,
    changed: changes.written.length,
    removed: changes.removed.length,
  };
}

/**
 * List the files in an output folder of unknown contents: those that the new site does not have are removed. Names that
 * begin with a dot, such as `.git`, are ignored, except for the few that a site may have.
 */
function foundFiles(out: string): string[] {
  return filesBelow(out).filter(
    (file) => !/(?:^|\/)\.(?!well-known\/security\.txt$|nojekyll$|shard\.json$)/.test(file),
  );
}

function countPages(files: ReadonlyMap<string, SiteFile>): number {
  let pages = 0;
  for (const file of files.keys()) if (file.endsWith('.html')) pages++;
  return pages;
}

function without(files: PublishedFiles, removed: readonly string[]): Map<string, PublishedFile> {
  const rest = new Map(files);
  for (const file of removed) rest.delete(file);
  return rest;
}

function planUpdate(
  files: ReadonlyMap<string, SiteFile>,
  made: readonly MadeFile[],
  known: Iterable<string>,
  intact: PublishedFiles,
): SiteUpdate {
  const removed: string[] = [];
  for (const file of known) if (!files.has(file)) removed.push(file);
  const kept = without(intact, removed);
  const written = new Map<string, Pick<PublishedFile, 'key' | 'hash'>>();
  for (const { file, key, hash, isNew } of made) {
    const before = kept.get(file);
    if (before && !isNew) kept.set(file, { key, hash, size: before.size, written: before.written });
    else {
      written.set(file, { key, hash });
      kept.delete(file);
    }
  }
  return { written, removed, kept };
}
