import type { ArchiveSite, ReadRecord } from '../../core/import/record.ts';

/** An opened export, or several files of one. */
export interface Archive {
  site: ArchiveSite;
  /** Read all records, in the order of the input. Can be called again; `report` gets the share that has been read. */
  records(report?: (done: number, total: number) => void): AsyncIterable<ReadRecord>;
  /** Find a file of the export by an address in one of its texts: candidates as absolute paths, best first. */
  filesOf?: ((address: string, base: string | undefined) => readonly string[]) | undefined;
}
