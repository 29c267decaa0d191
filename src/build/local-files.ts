import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { imageSize } from 'image-size';
import type { LocalImage } from '../core/markdown.ts';
import { encodePath } from '../core/urls.ts';
import { isWithin, realpathOf } from './content-files.ts';

/** Where local files are looked for. Absolute paths. */
export interface FileFolders {
  /** Files beside articles; published below `/files/`. */
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
}

/** Make a finder for one document. `sizes` remembers the sizes of pictures across documents. */
export function createFileFinder(
  document: string,
  folders: FileFolders,
  sizes: Map<string, Size | undefined>,
): FileFinder {
  const assets: Asset[] = [];
  const find = (src: string): Asset | undefined => {
    const asset = locate(src, document, folders);
    if (asset && !src.startsWith('/')) assets.push(asset);
    return asset;
  };
  return {
    assets,
    findImage: (src) => {
      const asset = find(src);
      const size = asset && sizeOf(asset.path, sizes);
      return asset && size && { src: asset.url, ...size };
    },
    findFile: (src) => (/\.(?:mp4|m4v|webm|ogv|mov|mp3|m4a|ogg)$/i.test(src) ? find(src)?.url : undefined),
  };
}

/** Pixels. */
export interface Size {
  width: number;
  height: number;
}

function locate(src: string, document: string, folders: FileFolders): Asset | undefined {
  const name = decode(src.replace(/[?#].*$/, ''));
  const fromRoot = name.startsWith('/');
  const root = fromRoot ? folders.public : folders.articles;
  const path = fromRoot ? join(root, name) : resolve(dirname(document), name);
  if (!isWithin(path, root) || !isWithin(realpathOf(path), realpathOf(root)) || !statSync(path).isFile())
    return undefined;
  const inside = relative(root, path).split(sep).join('/');
  return { path, url: folders.base + encodePath(fromRoot ? `/${inside}` : `/files/${inside}`) };
}

function sizeOf(path: string, sizes: Map<string, Size | undefined>): Size | undefined {
  if (!sizes.has(path)) sizes.set(path, readSize(path));
  return sizes.get(path);
}

/** The size of a picture; `undefined` if the file is no picture. */
function readSize(path: string): Size | undefined {
  try {
    const { width, height, orientation = 1 } = imageSize(readFileSync(path));
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
