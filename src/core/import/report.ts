import type { ImportFault, ImportRefusal } from './record.ts';
import type { PageResult } from './page.ts';
import type { PlannedFile } from './plan.ts';
import { formatDateField } from './article-file.ts';
import { printable } from '../problems/problem.ts';

/** Result of an import, for the report. */
export interface ImportSummary {
  /** Displayed path of the articles folder. */
  folder: string;
  written: readonly PlannedFile[];
  /** Number of articles that already existed. */
  known: number;
  refusals: readonly ImportRefusal[];
  /** Scraped pages, in the order of the command line. */
  pages: readonly PageReport[];
  /** Half-space changes, with their number of occurrences. */
  changes: ReadonlyMap<string, number>;
  /** Number of occurrences of each section that the site does not have. */
  droppedSections: ReadonlyMap<string, number>;
  /** Number of articles with a date in the future. */
  embargoed: number;
}

/** Outcome for a scraped page. */
export interface PageReport extends Pick<PageResult, 'warnings' | 'leftOut'> {
  /** The input. */
  file: string;
  outcome: { written: PlannedFile } | { known: string } | { refused: true };
}

/** Format the report of an import: the fields found in each page, then rejected records with reasons, then totals. */
export function formatImportReport(summary: ImportSummary): string {
  const { folder, written, known, refusals, pages, changes, droppedSections, embargoed } = summary;
  const sections = [...droppedSections].toSorted((a, b) => b[1] - a[1]).map(([name, count]) => `«${name}» (${count})`);
  const lines = [
    ...pages.flatMap((page) => formatPage(page, folder)),
    ...formatChanges(changes),
    ...formatRefusals(refusals),
    ...(sections.length > 0 ? [`Sections this site does not have were left out: ${shorten(sections)}.`] : []),
    ...(embargoed > 0
      ? [`${embargoed} of the written articles have a date to come, and stay unpublished until then.`]
      : []),
    `${written.length} written to ${folder}, ${known} already there, ${refusals.length} refused.`,
  ];
  return `${lines.map(printable).join('\n')}\n`;
}

function formatPage({ file, outcome, warnings, leftOut }: PageReport, folder: string): string[] {
  if ('refused' in outcome) return [];
  if ('known' in outcome) return [`${file}: already there, ${outcome.known}`, ''];
  const { article, moment, path, relatedPinned, relatedUnknown } = outcome.written;
  const found: [string, string | undefined][] = [
    ['title', article.title],
    ['date', formatDateField(moment.date)],
    ['source', article.source.name],
    ['section', article.section],
    ['dateline', article.dateline],
    ['authors', article.authors.join('، ')],
    ['tags', article.tags.join('، ')],
    ['lead', article.lead],
    ['body', `${article.paragraphs.length} paragraphs`],
    ['related', relatedPinned.join(', ')],
  ];
  return [
    `${file} → ${folder}/${path}`,
    ...found.map(([field, value]) => `  ${field.padEnd(9)} ${value === undefined || value === '' ? '-' : cut(value)}`),
    ...relatedUnknown.map((title) => `  Not pinned as related, since there is no such article: ${title}`),
    ...warnings.map((warning) => `  ${warning}`),
    `  ${leftOut} lines of the page around the article were left out.`,
    '',
  ];
}

/** Most frequent first. A page has a few dozen changes, an agency's archive tens of thousands. */
function formatChanges(changes: ReadonlyMap<string, number>): string[] {
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

/** Group by reason and limit the places listed, since one wrong column rejects thousands of records. */
function formatRefusals(refusals: ImportSummary['refusals']): string[] {
  const groups = new Map<string, { fault: ImportFault; places: string[] }>();
  for (const { file, line, title, faults } of refusals) {
    for (const fault of faults) {
      const key = `${fault.field}|${fault.expected}|${fault.found === 'nothing'}|${fault.fix}`;
      const group = groups.get(key) ?? { fault, places: [] };
      const found = fault.found === 'nothing' ? '' : `  found ${fault.found}`;
      group.places.push(`${file}:${line}${found}${title === '' ? '' : `  ${cut(title)}`}`);
      groups.set(key, group);
    }
  }
  let left = placesShown;
  return [...groups.values()].flatMap(({ fault, places }) => {
    const shown = places.slice(0, left);
    left -= shown.length;
    const found = fault.found === 'nothing' ? ', found nothing' : '';
    const more = places.length - shown.length;
    return [
      `Refused ${places.length}: ${fault.field}: expected ${fault.expected}${found}.`,
      `  ${fault.fix}`,
      ...shown.map((place) => `    ${place}`),
      ...(more > 0 ? [`    … and ${more} more`] : []),
      '',
    ];
  });
}

function cut(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

function shorten(items: readonly string[]): string {
  return items.length > 8 ? `${items.slice(0, 8).join(', ')} and ${items.length - 8} more` : items.join(', ');
}

const placesShown = 20;
const changesShown = 60;
