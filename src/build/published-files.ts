import { statSync } from 'node:fs';
import { join } from 'node:path';
import { readCacheFile, writeCacheFile } from './cache-file.ts';

/** What is known of a file that was published. */
export interface PublishedFile {
  /** Stands for all that the file was made of. */
  key: string;
  /** Of its bytes. */
  hash: string;
  /** Bytes. */
  size: number;
  /** When it was written, in whole seconds since 1970-01-01T00:00Z: copies of a folder keep no more. */
  written: number;
}

/** The files that the last build published, by their paths below the output folder. */
export type PublishedFiles = ReadonlyMap<string, PublishedFile>;

const separator = '\t';

/** Remember what is published. */
export function writePublished(path: string, files: PublishedFiles): void {
  const lines = Array.from(files, ([file, { key, hash, size, written }]) =>
    [file, key, hash, size, written].join(separator),
  );
  writeCacheFile(path, Buffer.from(lines.join('\n')));
}

/** Recall what is published; `undefined` if it is not known. */
export function readPublished(path: string): Map<string, PublishedFile> | undefined {
  const content = readCacheFile(path)?.toString('utf8');
  if (content === undefined) return undefined;
  const lines = content === '' ? [] : content.split('\n');
  return new Map(
    lines.map((line) => {
      const [file = '', key = '', hash = '', size, written] = line.split(separator);
      return [file, { key, hash, size: Number(size), written: Number(written) }];
    }),
  );
}

/** Find published files that are no longer on disk as they were published; `undefined` if it is not known which are. */
export function findDamaged({ published, folder }: PublishedPlace): string[] | undefined {
  const files = readPublished(published);
  return (
    files &&
    [...files].flatMap(([file, { size, written }]) => {
      const state = stateOf(join(folder, file));
      return state?.size === size && state.written === written ? [] : file;
    })
  );
}

/** Where published files are, and where it is remembered which they are. */
export interface PublishedPlace {
  published: string;
  folder: string;
}

/** The size and the time of writing of a file on disk. */
export function stateOf(path: string): Pick<PublishedFile, 'size' | 'written'> | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? { size: stats.size, written: Math.floor(stats.mtimeMs / 1000) } : undefined;
}
