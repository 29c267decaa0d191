import { lstatSync, realpathSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { isWithin } from '../../base/paths.ts';

/** The folders that the local editor may read and write, by the names under which it knows them. */
export type LocalRoots = Readonly<Record<'content' | 'public', string>>;

/** A request for something that the editor may not have; the text is for the writer. */
export class RefusedPathError extends Error {}

/** What a writer saves. Scripts, styles and pages in `public/` would be code of the site. */
const kinds = new Set('.md .yml .jpg .jpeg .png .webp .avif .gif .svg .mp4 .webm .mp3 .vtt .pdf'.split(' '));

/**
 * Find the file that a path of the editor means.
 *
 * @param path Percent-encoded, from the root of the project: `content/articles/1405/09/metro.md`.
 * @throws RefusedPathError for anything outside the folders, links that lead out of them, hidden files, and other kinds of files.
 */
export function findLocalPath(roots: LocalRoots, path: string): string {
  const [root = '', ...parts] = path.split('/').map(decodePart);
  if (root !== 'content' && root !== 'public') throw new RefusedPathError('تنها content و public در دسترس است.');
  if (parts.length === 0 || parts.some(isUnsafe)) throw new RefusedPathError('این مسیر درست نیست.');
  if (!kinds.has(extname(parts.at(-1)!).toLowerCase()))
    throw new RefusedPathError('این گونه پرونده در ویرایشگر ذخیره نمی‌شود.');
  const folder = realpathSync(roots[root]);
  const file = join(folder, ...parts);
  if (!isWithin(file, folder) || !isWithin(realPathOf(file), folder))
    throw new RefusedPathError('این مسیر از پوشهٔ پروژه بیرون می‌رود.');
  return file;
}

/** Return whether the name of a file or folder is one that the editor shows. */
export function isShownName(name: string): boolean {
  return !isUnsafe(name);
}

/** Return whether the editor shows files of this kind. */
export function isShownKind(name: string): boolean {
  return kinds.has(extname(name).toLowerCase());
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new RefusedPathError('این مسیر درست نیست.');
  }
}

function isUnsafe(name: string): boolean {
  // A colon opens a stream of a file on Windows, which ignores dots and spaces at the end of names.
  // oxlint-disable-next-line no-control-regex
  return name === '' || name.startsWith('.') || /[\\/:\u0000-\u001F\u007F]|[. ]$/.test(name);
}

/** Resolve the links of a path, or of its nearest parent that exists. A link to nothing leads nowhere that is known. */
function realPathOf(path: string): string {
  if (lstatSync(path, { throwIfNoEntry: false })) {
    try {
      return realpathSync(path);
    } catch {
      throw new RefusedPathError('این مسیر پیوندی به هیچ‌جاست.');
    }
  }
  const parent = dirname(path);
  return parent === path ? path : join(realPathOf(parent), path.slice(parent.length + 1));
}
