import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { imageSize } from 'image-size';
import type { LocalImage } from '../core/markdown.ts';
import { isSafeSvg } from '../core/svg-safety.ts';
import { isWithin, realpathOf } from './content-files.ts';
import { stampOf } from './file-stamp.ts';

/** Where local files are looked for. Absolute paths. */
export interface FileFolders {
  /** The content folder: no file outside of it is found. */
  content: string;
  /** Files below it are published below `/files/`, with their path from here. */
  articles: string;
  /** Files whose address begins with `/`; published as they are. */
  public: string;
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

/** Finds the local files that one document names. */
export interface FileFinder {
  findImage(src: string): LocalImage | undefined;
  findFile(src: string): string | undefined;
  /** The files beside articles that were found so far. */
  readonly assets: readonly Asset[];
  /** Every path that was looked at, with its stamp, whether or not there was a file. */
  readonly lookups: ReadonlyMap<string, string>;
  /** What was found, in the order of asking. */
  readonly found: readonly (LocalImage | string | undefined)[];
}

/** Make a finder for one document. `sizes` remembers the sizes of pictures across documents. */
export function createFileFinder(
  document: string,
  folders: FileFolders,
  sizes: Map<string, Size | undefined>,
): FileFinder {
  const assets: Asset[] = [];
  const lookups = new Map<string, string>();
  const found: (LocalImage | string | undefined)[] = [];
  const find = (src: string): Asset | undefined => {
    const place = placeOf(src, document, folders);
    lookups.set(place.path, stampOf(place.path));
    const asset = isFileWithin(place) ? { path: place.path, url: urlOf(place, folders) } : undefined;
    if (asset && !place.isPublic) assets.push(asset);
    return asset;
  };
  const remember = <Found extends LocalImage | string>(result: Found | undefined): Found | undefined => {
    found.push(result);
    return result;
  };
  return {
    assets,
    lookups,
    found,
    findImage: (src) => {
      const asset = /\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#].*)?$/i.test(src) ? find(src) : undefined;
      const size = asset && sizeOf(asset.path, sizes);
      return remember(asset && size && { src: asset.url, ...size });
    },
    findFile: (src) => remember(/\.(?:mp4|m4v|webm|ogv|mov|mp3|m4a|ogg)$/i.test(src) ? find(src)?.url : undefined),
  };
}

/** Pixels. */
export interface Size {
  width: number;
  height: number;
}

/** Where a file would be that a document names. */
interface FilePlace {
  path: string;
  /** The folder that it must not lie outside of. */
  root: string;
  isPublic: boolean;
}

function placeOf(src: string, document: string, folders: FileFolders): FilePlace {
  const name = decode(src.replace(/[?#].*$/, ''));
  const isPublic = name.startsWith('/');
  const root = isPublic ? folders.public : folders.content;
  return { path: isPublic ? join(root, name) : resolve(dirname(document), name), root, isPublic };
}

function isFileWithin({ path, root }: FilePlace): boolean {
  return isWithin(path, root) && isWithin(realpathOf(path), realpathOf(root)) && statSync(path).isFile();
}

function urlOf({ path, root, isPublic }: FilePlace, folders: FileFolders): string {
  const from = !isPublic && isWithin(path, folders.articles) ? folders.articles : root;
  const inside = relative(from, path).split(sep).map(encodeURIComponent).join('/');
  return `${folders.base}/${isPublic ? '' : 'files/'}${inside}`;
}

function sizeOf(path: string, sizes: Map<string, Size | undefined>): Size | undefined {
  if (!sizes.has(path)) sizes.set(path, readSize(path));
  return sizes.get(path);
}

/** The size of a picture; `undefined` if the file is no picture, or one that does more than draw. */
function readSize(path: string): Size | undefined {
  try {
    const bytes = readFileSync(path);
    if (/\.svg$/i.test(path) && !isSafeSvg(bytes)) return undefined;
    const { width, height, orientation = 1 } = imageSize(bytes);
    // EXIF orientations 5 to 8 lie on their side.
    const size = orientation >= 5 ? { width: height, height: width } : { width, height };
    return size.width > 0 && size.height > 0
      ? { width: Math.round(size.width), height: Math.round(size.height) }
      : undefined;
  } catch {
    return undefined;
  }
}

function decode(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    return src;
  }
}
