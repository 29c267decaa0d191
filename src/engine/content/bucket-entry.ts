import { isRecentStamp, stampOf } from '../cache/file-stamp.ts';
import type { KeyedArticle } from '../../core/article.ts';
import type { FileTask, ParsedFile } from './parse-file.ts';
import type { FoundPicture } from '../pictures/look-at-file.ts';

/** An article without its body, which is stored separately in the cache. */
export type StoredArticle = Omit<KeyedArticle, 'body'>;

/** Cached result of parsing a content file. */
export interface ContentEntry {
  parsed: ParsedFile<StoredArticle>;
  stamp: string;
  /** When the stamp was taken, in milliseconds since 1970-01-01T00:00Z. */
  stamped: number;
}

/** Create a function that returns whether a cached entry is still up to date. It stats each file once. */
export function createFreshness(): (entry: ContentEntry, task: FileTask) => boolean {
  const stamps = new Map<string, string>();
  const isUnchanged = (path: string, stamp: string): boolean => {
    if (!stamps.has(path)) stamps.set(path, stampOf(path));
    return stamps.get(path) === stamp;
  };
  return ({ parsed, stamp, stamped }, { name, kind, path }) =>
    parsed.file === name &&
    parsed.kind === kind &&
    stamp !== '' &&
    !unseenPictures(parsed).length &&
    !isRecentStamp(stamp, stamped) &&
    isUnchanged(path, stamp) &&
    parsed.lookups.every(([other, known]) => !isRecentStamp(known, stamped) && isUnchanged(other, known));
}

/** List the pictures of a file whose pixels have not been inspected yet; until then the entry is incomplete. */
export function unseenPictures({ pictures }: Pick<ParsedFile, 'pictures'>): FoundPicture[] {
  return pictures.filter(({ facts }) => facts === undefined);
}
