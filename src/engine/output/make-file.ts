import { setImmediate } from 'node:timers/promises';
import { digestOf } from '../cache/digest.ts';
import type { Report } from '../base/progress.ts';
import { nextFolder, type PublishFolders } from './folders.ts';
import type { PublishedFiles } from './published-files.ts';
import { placeFile } from './site-file.ts';
import { type OtherFile } from './site-file.ts';
import { type SiteFile } from './site-file.ts';
import { mapConcurrently } from '../base/concurrently.ts';

/** The files that a site should have, and how to make them. */
export interface FilePlan {
  files: readonly SiteFile[];
  /** Make the stale files; those whose bytes are already published are not written. */
  make(isStale: (file: SiteFile) => boolean, intact: PublishedFiles, report: Report): Promise<MadeFile[]>;
  /** More files, which become known, and are made, while these are made. */
  rest?: () => Promise<FilePlan>;
}

/** A file that was made. */
export interface MadeFile {
  file: string;
  key: string;
  hash: string;
  /** Whether its bytes differ from the published ones. */
  isNew: boolean;
}

// Yield to the event loop after this many files.
const yieldInterval = 64;

/** Make files other than pages, with limited concurrency. */
export async function makeOthers(
  files: readonly OtherFile[],
  folder: string,
  intact: PublishedFiles,
  limit = 1,
  report: Report = () => {},
): Promise<MadeFile[]> {
  let done = 0;
  return mapConcurrently(files, limit, async ({ file, key, read }, index) => {
    const made = keepFile(folder, { file, key, before: intact.get(file)?.hash }, await read());
    if (index % yieldInterval === yieldInterval - 1) await setImmediate();
    report(++done, files.length);
    return made;
  });
}

/** Plan files other than pages. */
export function planOthers(files: readonly OtherFile[], folders: PublishFolders): FilePlan {
  return { files, make: (isStale, intact) => makeOthers(files.filter(isStale), nextFolder(folders), intact) };
}

/** Write a file below a folder, unless its bytes are already published. */
export function keepFile(
  folder: string,
  { file, key, before }: SiteFile & { before?: string | undefined },
  bytes: Uint8Array,
): MadeFile {
  const hash = digestOf(bytes);
  const isNew = hash !== before;
  if (isNew) placeFile(folder, file, bytes);
  return { file, key, hash, isNew };
}
