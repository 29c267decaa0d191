import {
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  closeSync,
  renameSync,
  rmSync,
  statSync,
  readFileSync,
  constants,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { mediaFolder, mediaPath, mediaPathOfFile, originalsOf } from '../../../core/import/archive/media.ts';
import { isMediaName, isPictureName } from '../../../core/import/media-names.ts';
import { pictureTypeOf } from '../../../core/pictures/file-type.ts';
import { isSafeSvg } from '../../../core/pictures/svg-safety.ts';
import { decodePath } from '../../../core/urls.ts';
import { hashText } from '../../../core/text/hash.ts';
import { isWithin } from '../../base/paths.ts';
import { realpathOf } from '../../content/find-files.ts';
import type { ArchiveFile } from '../reading/archive.ts';

/** Where the files of an archive are found. Must be structured-cloneable. */
export interface MediaSetup {
  /** The content folder, absolute. */
  content: string;
  /** Folders of uploads, given by `--media`, absolute. */
  folders: readonly string[];
  /** Maximum size of a picture, in bytes. */
  maxBytes: number;
  /** Whether to copy what is found. */
  copies: boolean;
}

/** A found file, or why it can't be used. */
export type FoundMedia = { path: string } | { fault: 'type' | 'size' } | undefined;

/**
 * Find the local copy of a file by its old address, and copy it into the content folder, once.
 *
 * @param files Files of the input that the address may refer to, best first.
 * @returns Its path relative to the content folder, with `/`; `undefined` if there is none.
 */
export function findMedia(address: string, files: readonly ArchiveFile[], setup: MediaSetup): FoundMedia {
  let fault: FoundMedia;
  for (const { path: from, name } of files) {
    const taken = take(from, mediaPathOfFile(name), setup);
    if (taken && 'path' in taken) return taken;
    fault ??= taken;
  }
  for (const original of originalsOf(address)) {
    const path = mediaPath(original);
    if (path === undefined) continue;
    if (existsSync(join(setup.content, mediaFolder, path))) return { path: `${mediaFolder}/${path}` };
    for (const from of setup.folders.flatMap((folder) => namesIn(folder, original, path))) {
      const taken = take(from, path, setup);
      if (taken && 'path' in taken) return taken;
      fault ??= taken;
    }
  }
  return fault;
}

/** Copy a file to its place below the media folder, under another name if the place is taken by another file. */
function take(from: string, path: string, { content, maxBytes, copies }: MediaSetup): FoundMedia {
  if (!existsSync(from) || !statSync(from).isFile()) return undefined;
  const fault = faultOf(from, maxBytes);
  if (fault) return { fault };
  const isTaken = (name: string): boolean => {
    const there = join(content, mediaFolder, name);
    return existsSync(there) && statSync(there).size !== statSync(from).size;
  };
  const free = isTaken(path) ? path.replace(/(?=\.\w+$)/, `-${hashText(from)}`) : path;
  const target = join(content, mediaFolder, free);
  if (copies && !existsSync(target)) copyInto(from, target);
  return { path: `${mediaFolder}/${free}` };
}

/** Possible paths of an upload below a folder: below the uploads folder, as in WordPress, or the whole path. */
function namesIn(folder: string, address: string, path: string): string[] {
  const url = URL.parse(address, 'https://none.invalid/');
  const whole = url ? (decodePath(url.pathname) ?? url.pathname) : '';
  const inUploads = /\/(?:wp-content\/uploads|content\/images|uploads)\/(.+)$/.exec(whole)?.[1];
  const tries = [
    inUploads,
    path,
    whole.slice(1),
    inUploads && `uploads/${inUploads}`,
    inUploads && `wp-content/uploads/${inUploads}`,
  ];
  const real = realpathOf(folder);
  return [...new Set(tries.filter((name) => name !== undefined && name !== ''))]
    .flatMap((name) => [name!, name!.normalize('NFC'), name!.normalize('NFD')])
    .map((name) => join(folder, name))
    .filter(
      (file) =>
        isWithin(file, folder) && (!existsSync(file) || (real !== undefined && isWithin(realpathOf(file) ?? '', real))),
    );
}

/** Why a file can't be used: it is too large, unsafe, or its content does not match its name. */
export function faultOf(path: string, maxBytes: number): 'type' | 'size' | undefined {
  const { size } = statSync(path);
  if (!isMediaName(path)) return 'type';
  if (!isPictureName(path)) return size === 0 ? 'type' : undefined;
  if (size > maxBytes) return 'size';
  const type = pictureTypeOf(headOf(path));
  if (type === undefined) return 'type';
  return type === 'svg' && !isSafeSvg(readFileSync(path)) ? 'type' : undefined;
}

function headOf(path: string): Uint8Array {
  const bytes = new Uint8Array(32_768);
  const file = openSync(path, 'r');
  try {
    return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(file);
  }
}

/** Copy a file atomically: to a temporary name, then by rename. */
function copyInto(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  const part = `${to}.${process.pid}.part`;
  try {
    copyFileSync(from, part, constants.COPYFILE_FICLONE);
    renameSync(part, to);
  } finally {
    rmSync(part, { force: true });
  }
}
