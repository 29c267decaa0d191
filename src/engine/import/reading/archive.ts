import type { ArchiveSite, ImportRecord, ReadRecord } from '../../../core/import/record.ts';

/** An opened export, or several files of one. */
export interface Archive {
  site: ArchiveSite;
  /** Read all records, in the order of the input; can be repeated. `report` gets the progress. */
  records(report?: (done: number, total: number) => void): AsyncIterable<ReadRecord>;
  /** Find the files of the input that an address in a record may refer to, best first. */
  filesOf?: ((address: string, record: ImportRecord) => readonly ArchiveFile[]) | undefined;
}

/** A picture or other file of an input. */
export interface ArchiveFile {
  /** Absolute path. */
  path: string;
  /** Path within the input, with `/`. */
  name: string;
}
