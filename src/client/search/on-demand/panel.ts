import { formatNumber, formatPlainNumber } from '../../../core/text/persian.ts';
import { countValues, type FilterKind, filterKinds } from '../../../core/search/filters.ts';
import { element, isolated } from '../../elements.ts';
import type { SearchIndex } from '../index.ts';
import { numberFilters } from '../narrow.ts';
import type { SearchState } from '../state.ts';

// Values offered per filter: among thousands of tags, longer lists are useless.
const mostValues = 50;
const names: Readonly<Record<FilterKind, string>> = {
  section: 'سرویس',
  source: 'منبع',
  year: 'سال',
  tag: 'برچسب',
};

/** Show the filters for the results, with counts, and the active ones as buttons that remove them. */
export function showFilters(
  page: HTMLElement,
  state: SearchState,
  articles: readonly number[],
  index: SearchIndex,
  change: (kind: FilterKind, value: string) => void,
): void {
  const set = numberFilters(state, index);
  for (const kind of filterKinds) {
    const select = page.querySelector<HTMLSelectElement>(`select[name=${kind}]`)!;
    const values = countValues(articles, index.rows, set, kind).slice(0, mostValues);
    select.replaceChildren(
      new Option('همه', ''),
      ...values.map(([value, count]) => {
        const { key, label } = valueOf(kind, value, index);
        return new Option(`${label} (${formatNumber(count)})`, key, false, set[kind] === value);
      }),
    );
    select.closest('label')!.hidden = values.length === 0;
  }
  const chips = filterKinds.flatMap((kind) => {
    const value = state.filters[kind];
    if (value === undefined) return [];
    const label = set[kind] === -1 ? value : valueOf(kind, set[kind]!, index).label;
    // One element, since spaces at the edges of flex items are dropped.
    const text = element('span', undefined, `${names[kind]}: `, ...isolated(label));
    const chip = element('button', 'chip', text, element('span', 'chip-remove', '×'));
    chip.type = 'button';
    chip.setAttribute('aria-label', `حذف پالایه ${names[kind]}: ${label}`);
    chip.addEventListener('click', () => change(kind, ''));
    return [element('li', undefined, chip)];
  });
  page.querySelector('[data-chips]')!.replaceChildren(...chips);
}

function valueOf(kind: FilterKind, value: number, { labels }: SearchIndex): { key: string; label: string } {
  if (kind === 'section') {
    const [key, label] = labels.sections[value]!;
    return { key, label };
  }
  if (kind === 'year') return { key: String(value), label: formatPlainNumber(value) };
  const label = labels[kind === 'tag' ? 'tags' : 'sources'][value]!;
  return { key: label, label };
}
