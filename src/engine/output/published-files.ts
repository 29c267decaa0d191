import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readCacheFile, writeCacheFile } from '../cache/cache-file.ts';
import { digestOf } from '../cache/digest.ts';

/** What is recorded about a published file. */
export interface PublishedFile {
  /** Fingerprint of everything the file was made from. */
  key: string;
  /** Digest of its bytes. */
  hash: string;
  /** Size in bytes. */
  size: number;
  /** Modification time in whole seconds since 1970-01-01T00:00Z: copies of a folder preserve no more. */
  written: number;
}

/** The files published by the last build, by path below the output folder. */
export type PublishedFiles = ReadonlyMap<string, PublishedFile>;

const separator = '\t';

/** Write the list of published files. */
export function writePublished(path: string, files: PublishedFiles): void {
  let content = '';
  for (const [file, state] of files) content += `${nameToList(file)}${separator}${fieldsOf(state)}\n`;
  writeCacheFile(path, Buffer.from(content));
}

/** Read the list of published files; `undefined` if it is missing or damaged. */
export function readPublished(path: string): Map<string, PublishedFile> | undefined {
  const content = readCacheFile(path)?.toString('utf8');
  if (content === undefined) return undefined;
  const files = new Map<string, PublishedFile>();
  let start = 0;
  for (let end = content.indexOf('\n'); end !== -1; end = content.indexOf('\n', start)) {
    const middle = content.indexOf(separator, start);
    files.set(listedName(content.slice(start, middle)), new ListedFile(content.slice(middle + 1, end)));
    start = end + 1;
  }
  return files;
}

// A name with a tab or line end would otherwise read as other names, such as `../x`, which might then be removed.
function nameToList(file: string): string {
  // oxlint-disable-next-line no-control-regex
  return /[\u0000-\u001F]|^"/.test(file) ? JSON.stringify(file) : file;
}

function listedName(name: string): string {
  return name.startsWith('"') ? (JSON.parse(name) as string) : name;
}

/** A published file as listed. It is parsed on access: of hundreds of thousands, few need more than their keys. */
class ListedFile implements PublishedFile {
  readonly fields: string;

  constructor(fields: string) {
    this.fields = fields;
  }

  get key(): string {
    return this.fields.slice(0, this.fields.indexOf(separator));
  }

  get hash(): string {
    return this.#parts[1]!;
  }

  get size(): number {
    return Number(this.#parts[2]);
  }

  get written(): number {
    return Number(this.#parts[3]);
  }

  get #parts(): string[] {
    return this.fields.split(separator);
  }
}

function fieldsOf(file: PublishedFile): string {
  if (file instanceof ListedFile) return file.fields;
  const { key, hash, size, written } = file;
  return [key, hash, size, written].join(separator);
}

/**
 * Describe existing files that are not in any list: if their bytes stay the same they are not rewritten, which would
 * change their times, and make readers and caches load them again.
 */
export function lookAtFiles(folder: string, files: readonly string[]): Map<string, PublishedFile> {
  const found = new Map<string, PublishedFile>();
  for (const file of files) {
    const state = stateOf(join(folder, file));
    if (state) found.set(file, { key: '', hash: digestOf(readFileSync(join(folder, file))), ...state });
  }
  return found;
}

/** List published files that were modified or removed since; `undefined` if it is unknown what is published. */
export function findModifiedOutputs({ published, folder }: PublishedPlace): string[] | undefined {
  const files = readPublished(published);
  return (
    files &&
    [...files].flatMap(([file, { size, written }]) => {
      const state = stateOf(join(folder, file));
      return state?.size === size && state.written === written ? [] : file;
    })
  );
}

/** Path of the list of published files, and the output folder. */
export interface PublishedPlace {
  published: string;
  folder: string;
}

/** Size and modification time of a file on disk. */
export function stateOf(path: string): Pick<PublishedFile, 'size' | 'written'> | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? { size: stats.size, written: Math.floor(stats.mtimeMs / 1000) } : undefined;
}
