import { printable } from '../../problems/problem.ts';
import type { ImportNote } from '../notes.ts';
import type { ImportRefusal } from '../record.ts';
import { cut, refusalsOf } from './report-refusals.ts';

/** Place of a finding: an input with its line, or a new file. */
export interface ReportPlace {
  place: string;
  title: string;
}

/** What an import did, or would do as a trial. */
export interface ImportSummary {
  isTrial: boolean;
  /** Displayed path of the content folder. */
  folder: string;
  /** Systems of the inputs, with their number of records. */
  systems: ReadonlyMap<string, number>;
  written: number;
  updated: number;
  unchanged: number;
  /** Already there, but not known to come from this input. */
  known: readonly ReportPlace[];
  /** Changed in the source, but edited here since; left unchanged. */
  edited: readonly ReportPlace[];
  /** Deleted here since the last import; not restored. */
  deleted: readonly ReportPlace[];
  pages: number;
  drafts: number;
  embargoed: number;
  authors: number;
  comments: number;
  redirects: number;
  /** Articles by Jalali year. */
  years: ReadonlyMap<number, number>;
  skipped: ReadonlyMap<string, number>;
  refusals: readonly ImportRefusal[];
  notes: ReadonlyMap<string, { note: ImportNote; places: readonly ReportPlace[]; count: number }>;
  /** Half-space changes with their number. */
  changes: ReadonlyMap<string, number>;
  /** Categories without a section, with their number of articles. */
  tagged: ReadonlyMap<string, number>;
  pictures: { local: number; downloaded: number; remote: number; failed: ReadonlyMap<string, string> };
  bytes: number;
  seconds: number;
  /** The source given to records without one, if any needed it. */
  source?: string | undefined;
  /** Lines about the findings in scraped pages. */
  details: readonly string[];
}

const placesShown = 50;
const changesShown = 60;

/** Format the report for a terminal. */
export function formatImportReport(summary: ImportSummary): string {
  return `${reportLines(summary).map(printable).join('\n')}\n`;
}

/** Format the report as a Markdown file, with the same content. */
export function formatReportFile(summary: ImportSummary): string {
  const lines = reportLines(summary).map((line) =>
    /^\S.*:$/.test(line) ? `\n## ${line.slice(0, -1)}\n` : line.startsWith('  ') ? `    ${line.trim()}` : line,
  );
  const safe = lines.flatMap((line) => line.split('\n')).map(printable);
  return `# Import report\n\n${safe.join('\n').replace(/\n{3,}/g, '\n\n')}\n`;
}

function reportLines(summary: ImportSummary): string[] {
  const { systems, years, skipped, tagged, pictures, source } = summary;
  return [
    ...summary.details,
    ...section(
      'Read',
      [...systems].map(([name, count]) => `${name}: ${count}`),
    ),
    ...section(
      'Articles by year',
      [...years].toSorted(([a], [b]) => a - b).map(([year, count]) => `${year}: ${count}`),
    ),
    ...section('Left out on purpose', mostFirst(skipped)),
    ...notesOf(summary),
    ...placesOf('Edited here since the last import, and changed in the source; left unchanged', summary.edited),
    ...placesOf('Deleted here since the last import; not restored', summary.deleted),
    ...section(
      'Categories without a section in this newspaper became tags; add missing sections to src/config.ts and import again',
      mostFirst(tagged).slice(0, 20),
    ),
    ...section('Pictures', picturesOf(pictures)),
    ...changesOf(summary.changes),
    ...refusalsOf(summary.refusals),
    ...(source === undefined ? [] : [`Records without a source were given «${source}»; --source NAME sets another.`]),
    ...(summary.embargoed > 0
      ? [`${summary.embargoed} of the written articles have a future date, and stay unpublished until then.`]
      : []),
    ...(summary.drafts > 0 ? [`${summary.drafts} of the written articles are drafts.`] : []),
    ...extrasOf(summary),
    totalOf(summary),
  ];
}

function totalOf({
  isTrial,
  written,
  updated,
  unchanged,
  known,
  refusals,
  folder,
  seconds,
  bytes,
}: ImportSummary): string {
  const verb = isTrial ? 'would be written' : 'written';
  const parts = [
    `${written} ${verb} to ${folder}`,
    ...(updated > 0 ? [`${updated} updated`] : []),
    `${known.length + unchanged} already there`,
    `${refusals.length} refused`,
  ];
  const rate = seconds > 0 ? `, ${Math.round((written + updated + unchanged) / seconds)} a second` : '';
  return `${parts.join(', ')}. (${(bytes / 1e6).toFixed(1)} MB, ${seconds.toFixed(1)} s${rate})`;
}

function extrasOf({ pages, authors, comments, redirects }: ImportSummary): string[] {
  const parts = [
    [pages, 'page'],
    [authors, 'author'],
    [comments, 'comment'],
    [redirects, 'list redirect'],
  ] as const;
  const shown = parts
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${count} ${name}${count === 1 ? '' : 's'}`);
  return shown.length > 0 ? [`The import includes ${shown.join(', ')}.`] : [];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `  ${line}`), ''];
}

function mostFirst(counts: ReadonlyMap<string, number>): string[] {
  return [...counts]
    .toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([name, count]) => `${name}: ${count}`);
}

function picturesOf({ local, downloaded, remote, failed }: ImportSummary['pictures']): string[] {
  const shown = [...failed].slice(0, 20).map(([address, reason]) => `not fetched (${reason}): ${address}`);
  return [
    ...(local > 0
      ? [`${local} in the content folder${downloaded > 0 ? `, ${downloaded} of them fetched now` : ''}`]
      : []),
    ...(remote > 0
      ? [`${remote} stay on other hosts: --media DIR takes them from a backup, --download fetches them`]
      : []),
    ...shown,
    ...(failed.size > shown.length ? [`… and ${failed.size - shown.length} more not fetched`] : []),
  ];
}

const headings = {
  lost: 'Not carried over',
  changed: 'Carried over in another form',
  look: 'For an editor to look at',
} as const;

/** Notes grouped by kind and sentence, each with a count and some places. */
function notesOf({ notes }: ImportSummary): string[] {
  let left = placesShown;
  return (['lost', 'look', 'changed'] as const).flatMap((kind) => {
    const groups = [...notes.values()].filter(({ note }) => note.kind === kind).toSorted((a, b) => b.count - a.count);
    return section(
      headings[kind],
      groups.flatMap(({ note, places, count }) => {
        const shown = places.slice(0, Math.min(left, perNote));
        left -= shown.length;
        const more = count - shown.length;
        return [
          `${note.what} (${count})`,
          ...shown.map(({ place, title }) => `    ${place}  ${cut(title)}`),
          ...(more > 0 ? [`    … and ${more} more`] : []),
        ];
      }),
    );
  });
}

const perNote = 10;

function placesOf(title: string, places: readonly ReportPlace[]): string[] {
  const shown = places.slice(0, placesShown).map((each) => `${each.place}  ${cut(each.title)}`);
  const more = places.length - shown.length;
  return section(title, more > 0 ? [...shown, `… and ${more} more`] : shown);
}

/** Most frequent first, up to a limit: an agency's archive has tens of thousands. */
function changesOf(changes: ReadonlyMap<string, number>): string[] {
  if (changes.size === 0) return [];
  const sorted = [...changes].toSorted((a, b) => b[1] - a[1]);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  const more = sorted.length - changesShown;
  return [
    `Half-spaces restored in ${total} ${total === 1 ? 'place' : 'places'}; with --as-is they stay as they were:`,
    ...sorted.slice(0, changesShown).map(([change, count]) => `  ${change}${count > 1 ? ` (${count})` : ''}`),
    ...(more > 0 ? [`  … and ${more} more spellings`] : []),
    '',
  ];
}
