import type { ImportSummary, ReportPlace } from '../../core/import/archive/report.ts';
import type { PlannedRecord } from '../../core/import/archive/survey.ts';
import type { ImportRecord, ImportRefusal } from '../../core/import/record.ts';
import type { Conversion, ConversionTask } from './convert.ts';
import type { PageOutcome } from './page-report.ts';
import type { FileOutcome } from './write-files.ts';

/** Counts the results of an import. */
export interface Tally {
  read(system: string): void;
  skip(kind: string): void;
  refuse(refusal: ImportRefusal): void;
  know(record: ImportRecord, file: string): void;
  noteSource(source: string | undefined): void;
  detail(lines: readonly string[]): void;
  settle(
    task: ConversionTask,
    result: Conversion,
    outcome: FileOutcome,
    more: { bytes: number; comments: number; isEmbargoed: boolean },
  ): void;
  download(count: number, failed: ReadonlyMap<string, string>): void;
  add(counts: Partial<Pick<ImportSummary, 'authors' | 'redirects'>>): void;
  /** Result for the only record of a file. */
  outcomeOf(file: string): PageOutcome;
  summary(seconds: number): ImportSummary;
}

const placesKept = 50;

/** Create a tally. @param folder Displayed folder of the articles. */
export function createTally({ isTrial, folder }: Pick<ImportSummary, 'isTrial' | 'folder'>): Tally {
  const counts = {
    written: 0,
    updated: 0,
    unchanged: 0,
    pages: 0,
    drafts: 0,
    embargoed: 0,
    authors: 0,
    comments: 0,
    redirects: 0,
    bytes: 0,
  };
  const [systems, skipped, changes, tagged] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  const years = new Map<number, number>();
  const refusals: ImportRefusal[] = [];
  const [known, edited, deleted]: [ReportPlace[], ReportPlace[], ReportPlace[]] = [[], [], []];
  const notes = new Map<string, { note: ImportRecord['notes'][number]; places: ReportPlace[]; count: number }>();
  const outcomes = new Map<string, PageOutcome>();
  const details: string[] = [];
  const pictures = { local: 0, downloaded: 0, remote: 0, failed: new Map<string, string>() };
  let source: string | undefined;

  return {
    read: (system) => increase(systems, system),
    skip: (kind) => increase(skipped, kind),
    refuse: (refusal) => void refusals.push(refusal),
    know: (record, file) => {
      known.push({ place: file, title: record.title });
      outcomes.set(record.file, { known: file });
    },
    noteSource: (name) => (source = name ?? source),
    detail: (lines) => void details.push(...lines),
    download: (count, failed) => {
      pictures.downloaded += count;
      for (const [address, reason] of failed) pictures.failed.set(address, reason);
    },
    add: ({ authors = 0, redirects = 0 }) => {
      counts.authors += authors;
      counts.redirects += redirects;
    },
    settle: ({ record, planned, related, unknown }, result, outcome, { bytes, comments, isEmbargoed }) => {
      const place = `${record.file}:${record.line}`;
      counts.comments += comments;
      if (outcome === 'edited') return void edited.push({ place: planned.path, title: planned.title });
      if (outcome === 'deleted') return void deleted.push({ place: planned.path, title: planned.title });
      if (outcome === 'unchanged') counts.unchanged += 1;
      else counts[outcome === 'updated' ? 'updated' : 'written'] += 1;
      counts.bytes += bytes;
      pictures.remote += result.remotePictures;
      pictures.local += result.localPictures;
      if (planned.kind === 'page') counts.pages += 1;
      if (record.draft !== undefined) counts.drafts += 1;
      else if (isEmbargoed) counts.embargoed += 1;
      if (planned.date) increase(years, planned.date.jalali.year);
      for (const name of new Set(result.tagged)) increase(tagged, name);
      for (const [change, count] of result.changes) increase(changes, change, count);
      for (const each of result.notes) {
        const key = `${each.kind}|${each.what}`;
        const group = notes.get(key) ?? { note: each, places: [], count: 0 };
        group.count += 1;
        const title = each.detail === undefined ? planned.title : `${each.detail}  (${planned.title})`;
        if (group.places.length < placesKept) group.places.push({ place, title });
        notes.set(key, group);
      }
      if (record.body.form !== 'text') return undefined;
      outcomes.set(record.file, {
        written: `${folder}/${withoutFolder(planned)}`,
        record,
        plan: planned,
        related,
        unknown,
      });
      return undefined;
    },
    outcomeOf: (file) => outcomes.get(file),
    summary: (seconds) => ({
      isTrial,
      folder,
      ...counts,
      systems,
      known,
      edited,
      deleted,
      years,
      skipped,
      refusals,
      notes,
      changes,
      tagged,
      pictures,
      seconds,
      source: systems.has('pages') && systems.size === 1 ? undefined : source,
      details,
    }),
  };
}

function increase<Key>(counts: Map<Key, number>, key: Key, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

function withoutFolder({ path }: PlannedRecord): string {
  return path.replace(/^articles\//, '');
}
