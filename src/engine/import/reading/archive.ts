import type { ArchiveSite, ImportRecord, ReadRecord } from '../../../core/import/record.ts';

/** An opened export, or several files of one. */
export interface Archive {
  site: ArchiveSite;
  /** Read all records, in the order of the input. Can be called again; `report` gets the share that has been read. */
  records(report?: (done: number, total: number) => void): AsyncIterable<ReadRecord>;
  /** Find the files of the input that an address in one of its records may mean, best first. */
  filesOf?: ((address: string, record: ImportRecord) => readonly ArchiveFile[]) | undefined;
}

/** A file of an input beside its texts. */
export interface ArchiveFile {
  /** Absolute path. */
  path: string;
  /** Path within the input, with `/`. */
  name: string;
}
