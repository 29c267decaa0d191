import { setImmediate } from 'node:timers/promises';
import { digestOf } from '../cache/digest.ts';
import type { Report } from '../base/progress.ts';
import type { PublishedFiles } from './published-files.ts';
import { placeFile } from './site-file.ts';
import { type OtherFile } from './site-file.ts';
import { type SiteFile } from './site-file.ts';
import { mapConcurrently } from '../base/concurrently.ts';

/** The files that a site is to have, and the way to make them. */
export interface FilePlan {
  files: readonly SiteFile[];
  /** Make some of the files; those whose bytes are published already are not written. */
  make(isStale: (file: SiteFile) => boolean, intact: PublishedFiles, report: Report): Promise<MadeFile[]>;
}

/** A file of the site as it was made. */
export interface MadeFile {
  file: string;
  key: string;
  hash: string;
  /** Whether its bytes differ from those that are published. */
  isNew: boolean;
}

/** Files that are made before other work gets its turn. */
const turnLength = 64;

/** Make files that are not pages, so many at a time. */
export async function makeOthers(
  files: readonly OtherFile[],
  folder: string,
  intact: PublishedFiles,
  atOnce = 1,
  report: Report = () => {},
): Promise<MadeFile[]> {
  let done = 0;
  return mapConcurrently(files, atOnce, async ({ file, key, read }, index) => {
    const made = keepFile(folder, { file, key, before: intact.get(file)?.hash }, await read());
    if (index % turnLength === turnLength - 1) await setImmediate();
    report(++done, files.length);
    return made;
  });
}

/** Write a file below a folder, unless its bytes are published already. */
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
