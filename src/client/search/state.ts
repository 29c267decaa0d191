import { type FilterKind, filterKinds } from '../../core/search/filters.ts';

/** The state in the URL: query, order, and filters by their visible names. */
export interface SearchState {
  q: string;
  sort: 'date' | '';
  filters: Readonly<Partial<Record<FilterKind, string>>>;
}

/** Read the state from the page's URL. */
export function readState(): SearchState {
  const params = new URLSearchParams(location.search);
  return {
    q: params.get('q') ?? '',
    sort: params.get('sort') === 'date' ? 'date' : '',
    filters: Object.fromEntries(filterKinds.flatMap((kind) => (params.get(kind) ? [[kind, params.get(kind)!]] : []))),
  };
}

/** Build the URL of a state. */
export function addressOf({ q, sort, filters }: SearchState): string {
  const address = new URL(location.href);
  address.search = '';
  const params: Record<string, string | undefined> = { q: q.trim(), ...filters, sort };
  for (const [name, value] of Object.entries(params)) if (value) address.searchParams.set(name, value);
  return address.href;
}
