import { closeSync, openSync, readdirSync, readSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { audioStart, audioTypeOf } from '../../core/audio/audio.ts';
import type { FoundAudio } from '../../core/audio/read-audio.ts';
import type { ImageFault } from '../../core/markdown/findings.ts';
import type { LocalImage } from '../../core/markdown/findings.ts';
import type { LocalFile } from '../../core/content/context.ts';
import { isWebVtt } from '../../core/text/web-vtt.ts';
import { decodePath } from '../../core/urls.ts';
import { picturesFolder } from '../../core/pictures/variants.ts';
import { isWithin, withSlashes } from '../base/paths.ts';
import { isInside, realpathOf } from './find-files.ts';
import { stampOf } from '../cache/file-stamp.ts';
import type { FoundPicture, PictureProbeResult } from '../pictures/look-at-file.ts';

/** Folders with local files. Absolute paths. */
export interface FileFolders {
  /** The content folder: files outside of it are not found. */
  content: string;
  /** Files below it are published below `/files/`, by their path from here. */
  articles: string;
  /** Files whose address begins with `/`, which are published unchanged. */
  public: string;
  /** Cache of picture facts. */
  pictures: string;
  /** The site's base path. */
  base: string;
}

/** A file beside an article that its page needs. */
export interface Asset {
  /** Percent-encoded path on the site. */
  url: string;
  /** Absolute path on disk. */
  path: string;
}

/** Finds the local files that one document refers to. */
export interface FileFinder {
  findImage(src: string): LocalImage | ImageFault | undefined;
  findFile(src: string): LocalFile | undefined;
  /** Find a recording, and look at its first bytes. */
  findAudio(src: string): FoundAudio | undefined;
  /** Find the captions of a video; `captions-invalid` if the file is not WebVTT. */
  findCaptions(src: string): LocalFile | 'captions-invalid' | undefined;
  /** Find a document that a text links to, with any extension: the caller checks the file type. */
  findDocument(src: string): LocalFile | undefined;
  /** Files beside articles found so far. */
  readonly assets: readonly Asset[];
  /** Raster pictures found so far, in any folder. */
  readonly pictures: readonly FoundPicture[];
  /** Every path checked, with its stamp, whether or not it exists. */
  readonly lookups: ReadonlyMap<string, string>;
  /** Results, in the order of the calls. */
  readonly found: readonly Found[];
}

type Found = LocalImage | ImageFault | LocalFile | FoundAudio | 'captions-invalid' | undefined;

/** Bytes from the beginning of captions that are looked at. */
const captionsStart = 65_536;

/** Create the finder for one document, given a function that probes pictures. */
export function createFileFinder(
  document: string,
  folders: FileFolders,
  probe: (path: string) => PictureProbeResult | undefined,
): FileFinder {
  const assets: Asset[] = [];
  const pictures: FoundPicture[] = [];
  const lookups = new Map<string, string>();
  const found: Found[] = [];
  const find = (src: string): (Asset & LocalFile) | undefined => {
    for (const name of spellingsOf(src)) {
      const place = placeOf(name, document, folders);
      lookups.set(place.path, stampOf(place.path));
      const file = fileWithin(place);
      if (!file) continue;
      const { path, isPublic } = place;
      const url = urlOf(place, folders);
      if (!isPublic) assets.push({ path, url });
      return { path, url, src: url, bytes: file.size };
    }
    return undefined;
  };
  const remember = <Result extends Found>(result: Result): Result => {
    found.push(result);
    return result;
  };
  const imageAt = ({ path, url, bytes }: Asset & LocalFile): LocalImage | ImageFault | undefined => {
    if (!/\.(?:avif|gif|jfif|jpe?g|png|svg|webp)$/i.test(path)) return { fault: 'image-type', values: {} };
    const { picture, ...seen } = probe(path) ?? {};
    if (picture) pictures.push(picture);
    if (!('width' in seen)) return 'fault' in seen ? seen : undefined;
    const variants = picture?.widths.length ? `${folders.base}/${picturesFolder}/${picture.id}/` : undefined;
    return { src: url, ...seen, bytes, variants, tone: picture?.facts?.tone };
  };
  // Names that differ in case only resolve on some file systems but not on others.
  const misspelt = (src: string): ImageFault | undefined => {
    const written = decodePath(src.replace(/[?#].*$/, '')) ?? src;
    const { path, root } = placeOf(written, document, folders);
    const other = isWithin(path, root) ? namesakeOf(path) : undefined;
    if (other === undefined) return undefined;
    lookups.set(join(dirname(path), other), stampOf(join(dirname(path), other)));
    const found = written.slice(0, written.lastIndexOf('/') + 1) + other;
    return { fault: 'image-misspelt', values: { other: found } };
  };
  return {
    assets,
    pictures,
    lookups,
    found,
    findImage: (src) => {
      const asset = find(src);
      return remember(asset ? imageAt(asset) : misspelt(src));
    },
    findFile: (src) => {
      const asset = /\.(?:mp4|m4v|webm|ogv|mov|mp3|m4a|ogg)$/i.test(src) ? find(src) : undefined;
      return remember(asset && { src: asset.url, bytes: asset.bytes });
    },
    findAudio: (src) => {
      const asset = find(src);
      const type = asset && audioTypeOf(readStart(asset.path, audioStart));
      return remember(asset && { src: asset.url, bytes: asset.bytes, ...(type && { type }) });
    },
    findCaptions: (src) => {
      const asset = /\.vtt$/i.test(src) ? find(src) : undefined;
      if (asset && !isWebVtt(readStart(asset.path, captionsStart))) return remember('captions-invalid');
      return remember(asset && { src: asset.url, bytes: asset.bytes });
    },
    findDocument: (src) => {
      const asset = find(src);
      return remember(asset && { src: asset.url, bytes: asset.bytes });
    },
  };
}

/** Where a file referred to by a document would be. */
interface FilePlace {
  path: string;
  /** The folder that must contain it. */
  root: string;
  isPublic: boolean;
}

/**
 * List the names that a file may have on disk: آ, for one, is one character or two (UAX #15), a keyboard writes the first form, and
 * files from macOS often have the second.
 */
function spellingsOf(src: string): Set<string> {
  const written = src.replace(/[?#].*$/, '');
  const name = decodePath(written) ?? written;
  const end = name.lastIndexOf('/') + 1;
  const [folders, files] = [name.slice(0, end), name.slice(end)].map(formsOf);
  return new Set([name, ...folders!.flatMap((folder) => files!.map((file) => folder + file))]);
}

function formsOf(name: string): string[] {
  return [name, name.normalize('NFC'), name.normalize('NFD')];
}

function placeOf(name: string, document: string, folders: FileFolders): FilePlace {
  const isPublic = name.startsWith('/');
  const root = isPublic ? folders.public : folders.content;
  return { path: isPublic ? join(root, name) : resolve(dirname(document), name), root, isPublic };
}

/** Find a file in the same folder whose name differs in case or Unicode normalisation only. */
function namesakeOf(path: string): string | undefined {
  const key = (name: string): string => name.normalize('NFC').toLowerCase();
  try {
    return readdirSync(dirname(path)).find((name) => key(name) === key(basename(path)));
  } catch {
    return undefined;
  }
}

function fileWithin({ path, root }: FilePlace): Stats | undefined {
  if (!isWithin(path, root) || !isInside(realpathOf(path), realpathOf(root))) return undefined;
  const stats = statSync(path);
  return stats.isFile() ? stats : undefined;
}

function readStart(path: string, length: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(length);
    return bytes.subarray(0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

function urlOf({ path, root, isPublic }: FilePlace, folders: FileFolders): string {
  const from = !isPublic && isWithin(path, folders.articles) ? folders.articles : root;
  const inside = withSlashes(relative(from, path)).normalize('NFC').split('/').map(encodeURIComponent).join('/');
  return `${folders.base}/${isPublic ? '' : 'files/'}${inside}`;
}
