import type { NewsDate } from '../dates/news-date.ts';
import type { ImportNote } from './notes.ts';

/**
 * A post, page or message of another system, as every reader produces it and the conversion expects it. Texts are plain
 * and decoded unless noted, and otherwise unchanged.
 */
export interface ImportRecord {
  /**
   * Identifies the record in every export of the same site: the system, the site, and the record's number or address
   * there, as in `wordpress:khabar.example/?p=101`.
   */
  origin: string;
  /** Displayed name of the input. */
  file: string;
  /** Line of the input where the record begins, 1-based. */
  line: number;
  kind: 'article' | 'page';
  /** `''` if the system has none: it is then derived from the text, and reported. */
  title: string;
  /** Whether the title was derived from the text. */
  isTitleDerived?: boolean | undefined;
  /** A text is read as Jalali or Gregorian, in any notation that front matter accepts. Absent if the system has none. */
  date?: NewsDate | string | undefined;
  updated?: NewsDate | string | undefined;
  /** Why the record must not be published; absent if it was public. */
  draft?: string | undefined;
  /** Slug in the system, decoded. */
  slug?: string | undefined;
  /**
   * All addresses of the record, best first: absolute ones or paths (`/1395/02/21/pol/`,
   * `/?p=101`), percent-encoded or not.
   */
  addresses: readonly string[];
  tags: readonly string[];
  /** Categories, most specific first: the first that is a section becomes the section, the others tags. */
  categories: readonly string[];
  authors: readonly string[];
  source?: { name: string; url?: string | undefined } | undefined;
  kicker?: string | undefined;
  lead?: string | undefined;
  dateline?: string | undefined;
  image?: ImportedPicture | undefined;
  /** Address of a page on a video host, or of a file. */
  video?: { url: string; title?: string | undefined } | undefined;
  picked?: boolean | undefined;
  /** Position among records of the same moment; higher is newer. */
  order?: number | undefined;
  /** Titles or addresses of articles that the editor pinned. */
  related?: readonly string[] | undefined;
  body: ImportedBody;
  /** Absolute address, or path in the input folder, against which addresses in the text are resolved. */
  base?: string | undefined;
  /** Approved comments, in any order. */
  comments?: readonly ImportedComment[] | undefined;
  /** Findings of the reader. */
  notes: readonly ImportNote[];
}

/** The text of a record. Markdown may contain HTML; paragraphs are plain text. */
export type ImportedBody =
  | { form: 'html'; text: string }
  | { form: 'markdown'; text: string }
  | { form: 'text'; paragraphs: readonly string[] };

/** A picture as another system refers to it. */
export interface ImportedPicture {
  /** Absolute address, path on the site, or path in the input folder. */
  src: string;
  alt?: string | undefined;
  caption?: string | undefined;
  credit?: string | undefined;
}

/** A reader's published comment, without IP address, e-mail and the like. */
export interface ImportedComment {
  /** ID in its system. */
  id: string;
  /** ID of the comment that it answers. */
  parent?: string | undefined;
  date: NewsDate;
  name: string;
  /** Plain text, paragraphs separated by a blank line. */
  text: string;
  /** Whether it was written by the newsroom. */
  isStaff: boolean;
}

/** An author with more than a name. */
export interface ImportedAuthor {
  name: string;
  /** Plain text. */
  bio?: string | undefined;
  role?: string | undefined;
  image?: ImportedPicture | undefined;
  /** Addresses of the author's page. */
  addresses: readonly string[];
}

/** A record that is left out on purpose, and counted by `skipped` in the report. */
export interface SkippedRecord {
  /** Plural noun, as in `revisions`. */
  skipped: string;
}

/** A reader's result for one record. */
export type ReadRecord = ImportRecord | SkippedRecord | ImportRefusal;

/** Why a record is not a valid article. */
export interface ImportFault {
  field: 'title' | 'date' | 'source' | 'body' | 'record';
  expected: string;
  found: string;
  fix: string;
}

/** A rejected record and the reasons. */
export interface ImportRefusal {
  file: string;
  line: number;
  title: string;
  faults: ImportFault[];
}

/** Properties of the exported site as a whole. */
export interface ArchiveSite {
  /** Name of the system, as in `WordPress`. */
  system: string;
  /** The site's name. */
  title?: string | undefined;
  /** Absolute address of the site's front page. */
  url?: string | undefined;
  authors: readonly ImportedAuthor[];
  /** Addresses of lists of the old site, such as `/category/shahr/`, with the kind and name of each list. */
  lists: readonly { address: string; kind: 'tag' | 'category' | 'author' | 'feed'; name: string }[];
}
