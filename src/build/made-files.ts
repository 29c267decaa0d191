import type { Report } from './progress.ts';
import type { PublishedFiles } from './published-files.ts';
import { hashBytes, type OtherFile, placeFile, type SiteFile } from './site-files.ts';

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

/** Make files that are not pages. */
export async function makeOthers(
  files: readonly OtherFile[],
  folder: string,
  intact: PublishedFiles,
): Promise<MadeFile[]> {
  const made: MadeFile[] = [];
  for (const { file, key, read } of files) {
    made.push(keepFile(folder, { file, key, before: intact.get(file)?.hash }, await read()));
  }
  return made;
}

/** Write a file below a folder, unless its bytes are published already. */
export function keepFile(
  folder: string,
  { file, key, before }: SiteFile & { before?: string | undefined },
  bytes: Uint8Array,
): MadeFile {
  const hash = hashBytes(bytes);
  const isNew = hash !== before;
  if (isNew) placeFile(folder, file, bytes);
  return { file, key, hash, isNew };
}
