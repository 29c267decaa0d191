import type { FieldFault, FrontMatter } from './front-matter.ts';
import { listItems } from './check-fields.ts';
import { splitList } from '../front-matter/readings.ts';
import { quoteText } from '../front-matter/yaml-repairs.ts';
import { quoteValue } from '../problems/problem.ts';

/**
 * Find values that YAML does not read as intended: lists separated with Persian commas, and strings in quotation marks
 * that YAML does not recognise.
 */
export function valueFaults({ data, isPlain, placeOf, faults }: FrontMatter): FieldFault[] {
  const found: FieldFault[] = [...faults];
  for (const field of ['tags', 'authors', 'related', 'aliases']) {
    const items = data[field];
    if (!Array.isArray(items)) continue;
    const at = items.findIndex(
      (item, index) => typeof item === 'string' && splitList(item).length > 1 && isPlain([field, index]),
    );
    if (at === -1) continue;
    const all = items.flatMap((item) => (typeof item === 'string' ? listItems(item) : []));
    const values = { found: quoteValue(String(items[at])), line: `${field}: [${all.join(', ')}]` };
    found.push({ id: 'list-comma', field: `${field}.${at + 1}`, ...placeOf([field, at]), values });
  }
  for (const { path, text } of curlyTexts(data)) {
    if (!isPlain(path)) continue;
    const inner = text.slice(1, -1);
    const name = path.findLast((key) => typeof key === 'string');
    const line = `${typeof path.at(-1) === 'number' ? '' : `${String(name)}: `}${quoteText(inner)}`;
    const field = path.map((key) => (typeof key === 'number' ? key + 1 : String(key))).join('.');
    found.push({ id: 'quotes-curly', field, ...placeOf(path), values: { line } });
  }
  return found;
}

const curly = /^(?:[“”„‟][^“”„‟]*[“”„‟]|[‘’‚‛][^‘’‚‛]*[‘’‚‛])$/;

function curlyTexts(
  value: unknown,
  path: readonly PropertyKey[] = [],
): { path: readonly PropertyKey[]; text: string }[] {
  if (typeof value === 'string') return curly.test(value) ? [{ path, text: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  const items: [PropertyKey, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return items.flatMap(([key, item]) => curlyTexts(item, [...path, key]));
}
