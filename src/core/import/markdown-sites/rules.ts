import type { Moment } from './folder/moments.ts';
import type { ReadFields } from './folder/fields.ts';
import type { FolderSite } from './folder/site.ts';

/** The files of a folder that are records, and those that are left out. */
export interface RecordFiles {
  records: readonly string[];
  /** Files of text that are no records, with a plural noun for their kind. */
  skipped: readonly { path: string; skipped: string }[];
}

/** What a system makes of a file's place and fields. */
export interface Placement {
  kind: 'article' | 'page';
  /** Addresses under which it was published, best first. */
  addresses: readonly string[];
  slug?: string | undefined;
  /** Title if the file gives none. */
  title?: string | undefined;
  /** Date if the file gives none. */
  moment?: Moment | undefined;
  /** Why its place means that it was not public. */
  draft?: string | undefined;
  categories: readonly string[];
  /** Plural noun, if it is no record after all. */
  skipped?: string | undefined;
}

/** What is particular to a system. */
export interface SystemRules {
  files(site: FolderSite): RecordFiles;
  /** Fields that a file gets from its folder or the configuration. Its own take precedence. */
  defaults(site: FolderSite, path: string): Readonly<Record<string, unknown>>;
  place(site: FolderSite, path: string, fields: ReadFields, body: string): Placement;
}
