import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { withSlashes } from '../base/paths.ts';
import { makeReadableFolder, writeReadableFile } from './readable.ts';

/** A planned file of the site. Two files with the same path and key have the same bytes. */
export interface SiteFile {
  /** Path below the output folder. */
  file: string;
  key: string;
}

/** A page or feed. */
export interface PageFile extends SiteFile {
  /** The file that makes it, from the project's folder: `src/pages/news/[slug].astro`. */
  component: string;
  path: string;
  /** Of its route, where a file makes pages of several. */
  pattern?: string | undefined;
}

/** A file that is copied, or made without Astro. */
export interface OtherFile extends SiteFile {
  read(): Uint8Array | Promise<Uint8Array>;
}

/** Write a file below a folder, creating parent folders. It is readable by all users of the machine. */
export function placeFile(folder: string, file: string, bytes: Uint8Array): void {
  const path = join(folder, file);
  makeReadableFolder(dirname(path), folder);
  writeReadableFile(folder, path, bytes);
}

/** List the files below a folder by relative path; empty if the folder does not exist. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => withSlashes(relative(folder, join(parentPath, name))));
}
