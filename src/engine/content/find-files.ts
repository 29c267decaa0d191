import { isUtf8 } from 'node:buffer';
import { type Dirent, existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { SiteConfig } from '../../core/config/site-config.ts';
import { isMarkdownName, unreadKind } from '../../core/content/file-names.ts';
import type { Problem, ProblemId } from '../../core/problems/problem.ts';
import { redirectLinesFile } from '../../core/front-matter/redirect-lines.ts';
import { isWithin, withSlashes } from '../base/paths.ts';

/** A Markdown file below the content folder. */
export interface FoundFile {
  /** Absolute path. */
  path: string;
  /** Path shown in problems, with `/`; relative to the working directory if below it. */
  name: string;
  /** Name of the folder of an `index.md`, used as its slug; absent for other files. */
  bundle?: string | undefined;
}

/** The files below a folder. */
export interface FoundFiles {
  /** Sorted by path. */
  files: FoundFile[];
  problems: Problem[];
  /** Files that look like texts but are not read; see `core/content/file-names.ts`. */
  unread: FoundFile[];
}

/** Find the Markdown files below a folder. Symbolic links to targets outside `root` are problems. */
export async function findMarkdownFiles(folder: string, root: string): Promise<FoundFiles> {
  const files: FoundFile[] = [];
  const unread: FoundFile[] = [];
  const problems: Problem[] = [];
  const realRoot = realpathOf(root);
  const seen = new Set<string>();
  const visit = async (directory: string): Promise<void> => {
    const real = realpathOf(directory);
    if (!isInside(real, realRoot)) return void problems.push(problemAt('symlink-outside', displayName(directory)));
    if (seen.has(real!)) return;
    seen.add(real!);
    for (const entry of await readEntries(directory, problems)) {
      const path = join(directory, entry.name);
      if (entry.name.startsWith('.')) continue;
      if (entry.isSymbolicLink() && !isInside(realpathOf(path), realRoot)) {
        if (realpathOf(path) === undefined && !isMarkdownName(entry.name)) continue;
        problems.push(problemAt('symlink-outside', displayName(path)));
        continue;
      }
      const kind = entry.isSymbolicLink() ? await stat(path) : entry;
      if (kind.isDirectory()) await visit(path);
      else if (kind.isFile() && isMarkdownName(entry.name)) {
        const bundle = isIndex(entry.name) && directory !== folder ? { bundle: basename(directory) } : {};
        files.push({ path, name: displayName(path), ...bundle });
      } else if (kind.isFile() && unreadKind(entry.name) !== undefined && path !== join(root, redirectLinesFile))
        unread.push({ path, name: displayName(path) });
    }
  };
  await visit(folder);
  return { files: files.toSorted((a, b) => (a.name < b.name ? -1 : 1)), problems, unread };
}

/** Read a file's text: valid UTF-8 without NUL bytes, up to the configured size. */
export function readText(
  { path, name }: FoundFile,
  { limits }: Pick<SiteConfig, 'limits'>,
): { text: string } | { problem: Problem } {
  try {
    const { size } = statSync(path);
    if (size > limits.fileBytes) {
      return { problem: problemAt('file-too-large', name, { size: `${size}`, limit: `${limits.fileBytes}` }) };
    }
    const bytes = readFileSync(path);
    const nul = bytes.indexOf(0);
    if (nul !== -1) return { problem: { ...problemAt('nul-bytes', name), ...placeIn(bytes, nul) } };
    if (!isUtf8(bytes))
      return { problem: { ...problemAt('encoding-invalid', name), ...placeIn(bytes, firstInvalid(bytes)) } };
    return { text: bytes.toString('utf8') };
  } catch (error) {
    return {
      problem: problemAt('file-unreadable', name, { reason: (error as NodeJS.ErrnoException).code ?? `${error}` }),
    };
  }
}

/** Path for messages: with `/`, and relative to the working directory if below it. */
export function displayName(path: string): string {
  const folder = process.cwd();
  return withSlashes(isWithin(path, folder) ? relative(folder, path) : path);
}

/** Return whether an existing path is a folder or below it. Both must have their links resolved. */
export function isInside(path: string | undefined, folder: string | undefined): boolean {
  return path !== undefined && folder !== undefined && isWithin(path, folder);
}

/** Resolve all links of a path; `undefined` if it does not exist. */
export function realpathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

async function readEntries(directory: string, problems: Problem[]): Promise<Dirent[]> {
  try {
    return await readdir(directory, { withFileTypes: true });
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    problems.push(problemAt('file-unreadable', displayName(directory), { reason }));
    return [];
  }
}

function isIndex(name: string): boolean {
  return /^_?index\.[^.]+$/i.test(name);
}

function problemAt(id: ProblemId, file: string, values: Record<string, string> = {}): Problem {
  return { id, file, line: 1, column: 1, values };
}

/** Offset of the first byte that is not valid UTF-8. */
function firstInvalid(bytes: Buffer): number {
  const text = bytes.toString('utf8');
  const written = Buffer.from('\uFFFD');
  // The decoder inserts U+FFFD where it fails; but the text may contain that character itself.
  for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', at + 1)) {
    const offset = Buffer.byteLength(text.slice(0, at));
    if (!bytes.subarray(offset, offset + written.length).equals(written)) return offset;
  }
  return 0;
}

function placeIn(bytes: Buffer, offset: number): { line: number; column: number } {
  const before = bytes.subarray(0, offset).toString('utf8').split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** List files and folders of the public folder by path from its root, starting with `/`; none if it is missing. */
export async function listPublicFiles(folder: string | undefined): Promise<string[]> {
  if (folder === undefined || !existsSync(folder)) return [];
  const names = await readdir(folder, { recursive: true });
  return names.map((name) => `/${withSlashes(name).normalize('NFC')}`);
}
