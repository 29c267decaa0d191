import type { Fields } from '../../../front-matter/written.ts';

/** A system whose sites are folders of markdown. `Markdown` is any other folder. */
export type FolderSystem = 'Hugo' | 'Jekyll' | 'Hexo' | 'Eleventy' | 'Astro' | 'Obsidian' | 'Markdown';

/** A folder with the source of a site. All paths are relative to the folder that is imported, with `/`. */
export interface FolderSite {
  system: FolderSystem;
  files: readonly string[];
  /** Text of a small file, such as a configuration; `undefined` if it cannot be read. */
  read(path: string): string | undefined;
  /** Folder of the system within the folder: `''`, or `docs/`. */
  root: string;
  config: Fields;
  /** The moment of the import, in milliseconds since 1970-01-01T00:00Z, for expired and scheduled articles. */
  now: number;
  /** Absolute address of the front page, if the configuration has it. */
  url: string | undefined;
  /** Path of the site's front page without its last slash: `''`, or `/blog`. */
  base: string;
  title: string | undefined;
  /** Time zone of dates without one, such as `Europe/Berlin`; `undefined` for Tehran's. */
  zone: string | undefined;
  has(path: string): boolean;
  /** Files by the last part of their path, in lower case. */
  named(name: string): readonly string[];
  /** Content folders with their final `/`, the most usual first. */
  content: readonly string[];
}

/** Return the folder of a path with its final slash; `''` for the top. @example folderOf('a/b.md') // 'a/' */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Return the last part of a path. @example nameOf('a/b.md') // 'b.md' */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Return the name of a file without its extension. @example stemOf('a/b.fa.md') // 'b.fa' */
export function stemOf(path: string): string {
  return nameOf(path).replace(/\.[^.]+$/, '');
}

/**
 * Resolve a path against a folder.
 *
 * @returns `undefined` if it leaves the top folder.
 * @example joinPath('a/b/', '../c.md') // 'a/c.md'
 */
export function joinPath(folder: string, path: string): string | undefined {
  const parts: string[] = [];
  for (const part of `${path.startsWith('/') ? '' : folder}/${path}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** Return a string of the configuration by a case-insensitive path; `undefined` if there is none. */
export function settingOf(config: Fields, ...path: string[]): string | undefined {
  const value = valueOf(config, ...path);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** Return a value of the configuration by a case-insensitive path. */
export function valueOf(config: unknown, ...path: string[]): unknown {
  let value: unknown = config;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    value = Object.entries(value).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
  }
  return value;
}

/** Return whether a value means yes, in any format of front matter. */
export function isYes(value: unknown): boolean {
  return typeof value === 'string' && /^(?:true|yes|on|y|1|بله|آری)$/i.test(value.trim());
}

/** Return a value as a list of strings: a string becomes one item, groups are dropped. */
export function textsOf(value: unknown): string[] {
  const items = Array.isArray(value) ? (value as unknown[]).flat(4) : [value];
  return items.flatMap((item) => (typeof item === 'string' && item.trim() !== '' ? [item.trim()] : []));
}
