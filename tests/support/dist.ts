import { readdirSync, readFileSync } from 'node:fs';
import { changesFile } from '../../src/engine/output/changes.ts';
import { join, sep } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeUtf8 } from './document-rules.ts';
import { parsePage, type Page } from './html.ts';

/** A built site on disk. */
export interface Dist {
  directory: string;
  /** Paths below the directory with `/`, sorted. */
  files: readonly string[];
}

/** List a folder of built files. */
export function openDist(directory: string): Dist {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const prefix = directory.length + 1;
  return {
    directory,
    files: entries.map((entry) => join(entry.parentPath, entry.name).slice(prefix).replaceAll(sep, '/')).toSorted(),
  };
}

/** Read a file of a built site. */
export function readDist(dist: Dist, file: string): Buffer {
  return readFileSync(join(dist.directory, file));
}

/** Read and parse every page of a built site. */
export function pagesOf(dist: Dist): Page[] {
  const pages = dist.files.filter((file) => file.endsWith('.html'));
  return pages.map((file) => parsePage(file, decodeUtf8(readDist(dist, file))));
}

/**
 * Read all files of a built site as text, including unpacked search data, to prove that something is in none of them.
 */
export function textsOf(dist: Dist): { file: string; text: string }[] {
  return dist.files.map((file) => {
    const bytes = readDist(dist, file);
    return { file, text: (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8') };
  });
}

/** Read all files of a folder by path, to compare two builds. */
export function snapshotOf(directory: string): Map<string, string> {
  const dist = openDist(directory);
  return new Map(dist.files.map((file) => [file, readDist(dist, file).toString('base64')]));
}

/** List the files in which two snapshots differ, except the list of changes. */
export function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((file) => file !== changesFile && before.get(file) !== after.get(file))
    .toSorted();
}

/**
 * Find the file that a host serves for an unencoded path: the file itself, or the `index.html` of a folder whose path
 * ends in `/`.
 *
 * @example fileOfPath(dist, '/tags/تهران/') // 'tags/تهران/index.html'
 */
export function fileOfPath(dist: Dist, path: string): string | undefined {
  const file = path.replace(/^\//, '') + (path.endsWith('/') ? 'index.html' : '');
  return dist.files.includes(file) ? file : undefined;
}

/** Percent-encoded path of a built page. */
export function pathOfFile(file: string): string {
  return `/${file
    .replace(/(?<=^|\/)index\.html$/, '')
    .split('/')
    .map(encodeURIComponent)
    .join('/')}`;
}
