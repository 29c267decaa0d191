import type { TableRow } from './store.ts';

/** The kinds of filters for results. */
export const filterKinds = ['section', 'source', 'year', 'tag'] as const;
export type FilterKind = (typeof filterKinds)[number];

/** The filters that are set: numbers of labels, and a Jalali year. */
export type SearchFilters = Readonly<Partial<Record<FilterKind, number>>>;

/** Return the articles that pass all filters. */
export function filterArticles(
  articles: readonly number[],
  rows: readonly TableRow[],
  filters: SearchFilters,
): number[] {
  const set = filterKinds.filter((kind) => filters[kind] !== undefined);
  if (set.length === 0) return [...articles];
  return articles.filter((article) => set.every((kind) => valuesOf(rows[article]!, kind).includes(filters[kind]!)));
}

/** Count the articles for each value of a filter while the other filters stay: most first, years newest first. */
export function countValues(
  articles: readonly number[],
  rows: readonly TableRow[],
  filters: SearchFilters,
  kind: FilterKind,
): [value: number, count: number][] {
  const counts = new Map<number, number>();
  for (const article of filterArticles(articles, rows, { ...filters, [kind]: undefined })) {
    for (const value of valuesOf(rows[article]!, kind)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => (kind === 'year' ? 0 : b[1] - a[1]) || b[0] - a[0]);
}

function valuesOf({ day, section, source, tags }: TableRow, kind: FilterKind): readonly number[] {
  if (kind === 'tag') return tags;
  if (kind === 'section') return section === 0 ? [] : [section];
  return [kind === 'year' ? Math.floor(day / 10_000) : source];
}
