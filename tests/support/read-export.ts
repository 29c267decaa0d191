import { findFormat } from '../../src/core/import/exports/formats.ts';
import type { ExportFormat } from '../../src/core/import/reading/format.ts';
import type { ArchiveSite, ImportRecord, ImportRefusal } from '../../src/core/import/record.ts';

/** The results of reading an export, by kind. */
export interface ReadAll {
  format: string;
  site: ArchiveSite;
  records: ImportRecord[];
  refusals: ImportRefusal[];
  /** Number of skipped records by kind. */
  skipped: Record<string, number>;
}

/** Read an export in the detected format, or in a given one. */
export function readExport(
  text: string,
  file: string,
  format: ExportFormat | undefined = findFormat(text, file),
): ReadAll {
  if (!format) throw new Error(`${file} is in no format`);
  const { site, records } = format.read(text, { file });
  const result: ReadAll = { format: format.name, site, records: [], refusals: [], skipped: {} };
  for (const record of records) {
    if ('skipped' in record) result.skipped[record.skipped] = (result.skipped[record.skipped] ?? 0) + 1;
    else if ('faults' in record) result.refusals.push(record);
    else result.records.push(record);
  }
  return result;
}

/** HTML or markdown of a record; the paragraphs of plain text. */
export function textOf({ body }: ImportRecord): string {
  return body.form === 'text' ? body.paragraphs.join('\n\n') : body.text;
}

/** A date as its ISO text. */
export function isoOf(date: ImportRecord['date']): string | undefined {
  return typeof date === 'object' ? date.iso : date;
}
