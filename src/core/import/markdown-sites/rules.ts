import type { Moment } from './folder/moments.ts';
import type { ReadFields } from './folder/fields.ts';
import type { FolderSite } from './folder/site.ts';

/** The records of a folder, and the skipped files. */
export interface RecordFiles {
  records: readonly string[];
  /** Text files that are not records, with a plural noun for their kind. */
  skipped: readonly { path: string; skipped: string }[];
}

/** A record's properties as its system derives them from the file's path and fields. */
export interface Placement {
  kind: 'article' | 'page';
  /** Addresses under which it was published, best first. */
  addresses: readonly string[];
  slug?: string | undefined;
  /** Title of a file without one. */
  title?: string | undefined;
  /** Date of a file without one. */
  moment?: Moment | undefined;
  /** Reason why its path means that it was not public. */
  draft?: string | undefined;
  categories: readonly string[];
  /** Plural noun for its kind if it is not a record after all. */
  skipped?: string | undefined;
}

/** Rules of a system. */
export interface SystemRules {
  files(site: FolderSite): RecordFiles;
  /** Fields that a file gets from its folder or the configuration. Its own take precedence. */
  defaults(site: FolderSite, path: string): Readonly<Record<string, unknown>>;
  place(site: FolderSite, path: string, fields: ReadFields, body: string): Placement;
}
