import { type FilterKind, filterKinds } from '../../core/search/filters.ts';

/** The state in the URL: query, order, and filters by their visible names. */
export interface SearchState {
  q: string;
  sort: 'date' | '';
  filters: Readonly<Partial<Record<FilterKind, string>>>;
  /** Whether the words are meant as typed, even if they find nothing. */
  isExact: boolean;
}

/** Read the state from the page's URL. */
export function readState(): SearchState {
  const params = new URLSearchParams(location.search);
  return {
    q: params.get('q') ?? '',
    sort: params.get('sort') === 'date' ? 'date' : '',
    isExact: params.has('exact'),
    filters: Object.fromEntries(filterKinds.flatMap((kind) => (params.get(kind) ? [[kind, params.get(kind)!]] : []))),
  };
}

/** Build the URL of a state. */
export function addressOf({ q, sort, filters, isExact }: SearchState): string {
  const address = new URL(location.href);
  address.search = '';
  const params: Record<string, string | undefined> = { q: q.trim(), ...filters, sort, exact: isExact ? '1' : '' };
  for (const [name, value] of Object.entries(params)) if (value) address.searchParams.set(name, value);
  return address.href;
}
