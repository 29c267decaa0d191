import type { SiteConfig } from '../../core/config/site-config.ts';
import type { ImportContext } from '../../core/import/article.ts';
import type { Progress } from '../base/progress.ts';

/** What an import reads, and where it writes. */
export interface ImportOptions {
  /** Paths; `-` is standard input. */
  inputs: readonly string[];
  /** The content folder, absolute. */
  content: string;
  config: SiteConfig;
  /** For articles that lack these fields. */
  defaults: ImportContext['defaults'];
  /** Milliseconds since 1970-01-01T00:00Z. */
  now: number;
  /** Whether to keep texts as they are, without restoring letters and lost half-spaces. */
  isAsIs?: boolean | undefined;
  /** Whether to write nothing. */
  isTrial?: boolean | undefined;
  /** Folders with the pictures of the old site, absolute. */
  media?: readonly string[] | undefined;
  /** Whether to fetch pictures that are in no folder. */
  downloads?: boolean | undefined;
  /** Folder of files that are published unchanged, absolute. */
  publicFolder?: string | undefined;
  /** Shows progress; nothing by default. */
  progress?: Progress | undefined;
  /** Whether to write the original text beside each article. */
  keepsOriginals?: boolean | undefined;
}
