import { byteLength, isDeviceName, maxSlugBytes } from '../text/slug.ts';
import { encodePath, isAbsoluteUrl } from '../urls.ts';

// PATH_MAX is 4096 bytes on Linux, including the output folder's own path.
const maxPathBytes = 1000;

/** Read an old path of the site, unencoded; `undefined` if it is none, or not safe as a path of files. */
export function readAlias(value: string): string | undefined {
  if (!value.isWellFormed() || !/^\/(?!\/)[^?#\\]*$/.test(value)) return undefined;
  const path = decodeURIComponent(encodePath(value))
    .normalize('NFC')
    .replace(/\/{2,}/g, '/');
  const segments = path.split('/').filter((segment) => segment !== '');
  const isSafe = (segment: string): boolean =>
    // oxlint-disable-next-line no-control-regex
    !/^\.\.?$|[\u0000-\u001F\u007F\\%?#]/.test(segment) &&
    !isDeviceName(segment) &&
    byteLength(segment) <= maxSlugBytes;
  return segments.length > 0 && segments.every(isSafe) && byteLength(path) <= maxPathBytes ? path : undefined;
}

/** Return whether an alias is another title of the article, as in Obsidian. */
export function isTitle(alias: string): boolean {
  return !/[/.\\]/.test(alias);
}

/** Propose valid paths for a list of aliases, without titles, as items of a list in YAML. */
export function proposeAliases(aliases: unknown): string {
  const paths = (Array.isArray(aliases) ? aliases.map(String) : []).filter((alias) => !isTitle(alias)).map(pathOf);
  const isValid = paths.length > 0 && paths.every((path) => readAlias(path) !== undefined);
  return isValid
    ? paths.map((path) => (/^[\p{L}\p{N}/._-]+$/u.test(path) ? path : JSON.stringify(path))).join(', ')
    : '/old/path/';
}

function pathOf(alias: string): string {
  const url = isAbsoluteUrl(alias) ? URL.parse(alias) : undefined;
  return url ? url.pathname : alias.startsWith('/') ? alias : `/${alias}`;
}
