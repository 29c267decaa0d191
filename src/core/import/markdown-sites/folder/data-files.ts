import { readersOfForms, unifyLines } from '../../../front-matter/forms.ts';
import type { Fields } from '../../../front-matter/written.ts';

// In UTF-16 code units. The parsers take more than linear time, and no configuration is longer.
const maxLength = 300_000;

/**
 * Read a data file in YAML, TOML or JSON, by its extension. Every scalar becomes a string.
 *
 * @returns No fields if it is malformed, too long, or not a group of fields.
 */
export function readData(path: string, text: string): Fields {
  const form = /\.toml$/i.test(path) ? 'toml' : /\.json$/i.test(path) ? 'json' : 'yaml';
  if (text.length > maxLength) return {};
  const source = unifyLines(text).replace(/^\s*---[^\S\n]*\n/, '');
  const read = readersOfForms[form](form === 'json' ? source.trim() : source);
  return 'id' in read ? {} : read.data;
}

/**
 * Read a data file that is a list, which the parsers of front matter do not accept at the top level. A group becomes
 * the only item.
 */
export function readDataList(path: string, text: string): readonly unknown[] {
  if (text.length > maxLength) return [];
  const source = unifyLines(text).replace(/^\s*---[^\S\n]*\n/, '');
  if (/\.json$/i.test(path) && source.trim().startsWith('['))
    return listIn(readData(path, `{"items":${source.trim()}}`)['items']);
  if (/\.ya?ml$/i.test(path) && /^(?:#[^\n]*\n|\s)*-\s/.test(source))
    return listIn(readData(path, `items:\n${source}`)['items']);
  const data = readData(path, text);
  return Object.keys(data).length === 0 ? [] : [data];
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
