import type { ArchiveSite, ImportFault, ImportRefusal, ReadRecord } from '../record.ts';

/** A format of exports that come as one text file. */
export interface ExportFormat {
  /** Displayed name, such as `Ghost`. */
  name: string;
  /** Recognise the format by the beginning of the text, at most {@link headLength} characters, and the file's name. */
  matches: (head: string, name: string) => boolean;
  /**
   * Read the site's description and the records in order. Bad content becomes refusals. Never throws; takes linear
   * time.
   */
  read: (text: string, input: ExportInput) => ReadExport;
}

/** Where a text comes from. */
export interface ExportInput {
  /** Displayed name of the input. */
  file: string;
}

export interface ReadExport {
  site: ArchiveSite;
  records: Iterable<ReadRecord>;
}

/** Length of the beginning that suffices to recognise a format, in UTF-16 code units. */
export const headLength = 65_536;

/** Maximum length of a record, in UTF-16 code units; longer ones are refused. */
export const maxRecordLength = 10_000_000;

/** Maximum length of a headline, in UTF-16 code units; anything longer is body text in the wrong field. */
export const maxTitleLength = 1000;

/** Refuse a record of an input. */
export function refuse(
  input: ExportInput,
  line: number,
  title: string,
  faults: readonly (ImportFault | undefined)[],
): ImportRefusal {
  const found = faults.filter((fault) => fault !== undefined);
  return { file: input.file, line, title: title.slice(0, maxTitleLength), faults: found };
}

/** Fault of a truncated file. */
export const cutFault: ImportFault = {
  field: 'record',
  expected: 'a whole file',
  found: 'a file that ends in the middle',
  fix: 'Export or download it again; everything before this place was read.',
};

/** Return the fault of a title that is too long; `undefined` for others. */
export function titleFault(title: string): ImportFault | undefined {
  if (title.length <= maxTitleLength) return undefined;
  const expected = `a headline of at most ${maxTitleLength} characters`;
  return { field: 'title', expected, found: String(title.length), fix: 'Write a headline, and the text as the body.' };
}

/** Return the fault of a record that is too long; `undefined` for others. */
export function lengthFault(length: number): ImportFault | undefined {
  if (length <= maxRecordLength) return undefined;
  const expected = `at most ${maxRecordLength} characters in a record`;
  return { field: 'record', expected, found: String(length), fix: 'Leave the record out, or shorten it.' };
}
