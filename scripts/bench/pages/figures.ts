import { type AuditFailure, categories, type LighthouseRun } from './lighthouse.ts';
import type { MeasuredPage } from './pages.ts';

/** Lighthouse's figures for a page: medians of several runs. */
export interface PageFigures extends MeasuredPage, LighthouseRun {
  runs: number;
}

/** Take the median of several runs for each figure; an audit failed if it failed in most runs. */
export function mergeRuns(page: MeasuredPage, runs: readonly LighthouseRun[]): PageFigures {
  const medianOf = (value: (run: LighthouseRun) => number): number => median(runs.map(value));
  return {
    ...page,
    runs: runs.length,
    scores: Object.fromEntries(
      categories.map((name) => [name, medianOf(({ scores }) => scores[name])]),
    ) as LighthouseRun['scores'],
    lcp: medianOf(({ lcp }) => lcp),
    cls: medianOf(({ cls }) => cls),
    tbt: medianOf(({ tbt }) => tbt),
    bytes: medianOf(({ bytes }) => bytes),
    failures: mergeFailures(runs),
  };
}

/** Format the figures of pages as a table, followed by the failed audits. */
export function formatFigures(figures: readonly PageFigures[]): string {
  const rows = figures.map(({ name, scores, lcp, cls, tbt, bytes }) => [
    name,
    ...categories.map((each) => String(scores[each])),
    `${(lcp / 1000).toFixed(2)} s`,
    cls.toFixed(3),
    `${tbt.toFixed(0)} ms`,
    `${(bytes / 1000).toFixed(0)} KB`,
  ]);
  const table = [['page', ...categories, 'LCP', 'CLS', 'TBT', 'bytes'], ...rows].map(([first = '', ...cells]) =>
    `${first.padEnd(10)}${cells.map((cell) => cell.padStart(15)).join('')}`.trimEnd(),
  );
  return [...table, ...figures.flatMap(formatFailures)].join('\n');
}

function formatFailures({ name, path, failures }: PageFigures): string[] {
  if (failures.length === 0) return [];
  const lines = failures.map(({ id, title, extent, isScored }) => {
    const note = isScored ? '' : ' (not scored)';
    return `  ${id}: ${title}${extent ? `, ${extent}` : ''}${note}`;
  });
  return ['', `${name} ${decodeURI(path)} did not pass:`, ...lines];
}

function mergeFailures(runs: readonly LighthouseRun[]): AuditFailure[] {
  const all = runs.flatMap(({ failures }) => failures);
  const first = new Map(all.toReversed().map((failure) => [failure.id, failure]));
  return [...first.values()].filter(({ id }) => all.filter((each) => each.id === id).length * 2 > runs.length);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
