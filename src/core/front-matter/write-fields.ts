import { stringify } from 'yaml';
import type { FrontMatterForm } from './split.ts';

/**
 * Format a field as a line of front matter, without a line ending. `true` and `false` are written as booleans, all else
 * as text.
 *
 * @example writeField('toml', 'tags', ['شهر']) // 'tags = ["شهر"]'
 */
export function writeField(form: FrontMatterForm, name: string, value: unknown): string {
  const isTruth = value === 'true' || value === 'false';
  if (form === 'yaml') return `${name}: ${isTruth ? value : writeYaml(value)}`;
  if (form === 'toml') return `${name} = ${isTruth ? value : writeToml(value)}`;
  return `${JSON.stringify(name)}: ${isTruth ? value : JSON.stringify(value)}`;
}

/** Format a name and a text within a group, as in `alt: شهر`. */
export function writeMember(form: FrontMatterForm, name: string, text: string): string {
  const isPlain = /^[A-Za-z0-9_-]+$/.test(name);
  if (form === 'toml') return `${isPlain ? name : JSON.stringify(name)} = ${writeToml(text)}`;
  return form === 'json' ? `${JSON.stringify(name)}: ${JSON.stringify(text)}` : `${name}: ${JSON.stringify(text)}`;
}

/** Quote for YAML 1.1, which other programs use: it reads more texts as numbers, dates and booleans than 1.2. */
function writeYaml(value: unknown): string {
  const options = { version: '1.1', lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: false } as const;
  const text = stringify(value, options).trimEnd();
  // Otherwise a text of several lines would take more than one line.
  return text.includes('\n') ? JSON.stringify(value) : text;
}

/** JSON strings are valid as TOML's basic strings, except for U+007F. */
function writeToml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeToml).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(String(value)).replaceAll('\u007F', '\\u007F');
  const pairs = Object.entries(value).map(([name, item]) => `${JSON.stringify(name)} = ${writeToml(item)}`);
  return `{ ${pairs.map((pair) => pair.replace(/^"([A-Za-z0-9_-]+)"/, '$1')).join(', ')} }`;
}
