import { parseDocument, stringify } from 'yaml';
import type { FrontMatterForm } from '../front-matter/split.ts';

/** How a text is to be written in front matter. */
export interface ScalarStyle {
  form: FrontMatterForm;
  /** Within brackets or braces. */
  isFlow: boolean;
  /** The text as it was written before, whose kind of quotation marks is kept. */
  before?: string | undefined;
  /** Quote the text in any case. */
  isQuoted?: boolean;
}

/**
 * Write a text, list or group as a value of front matter on one line.
 *
 * @example writeValue(['شهر', 'a, b'], { form: 'yaml', isFlow: false }) // '[شهر, "a, b"]'
 */
export function writeValue(value: unknown, style: ScalarStyle): string {
  const { form } = style;
  const inner = { ...style, isFlow: true, before: undefined };
  if (Array.isArray(value)) return `[${value.map((item) => writeValue(item, inner)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return writeText(String(value), style);
  const pairs = Object.entries(value).map(([name, item]) => `${writeName(name, form)} ${writeValue(item, inner)}`);
  return form === 'toml' ? `{ ${pairs.join(', ')} }` : `{${pairs.join(', ')}}`;
}

/** Write a field's name with its sign, without the space after it. @example writeName('title', 'yaml') // 'title:' */
export function writeName(name: string, form: FrontMatterForm): string {
  if (form === 'yaml') return `${name}:`;
  if (form === 'json') return `${JSON.stringify(name)}:`;
  return `${/^[A-Za-z0-9_-]+$/.test(name) ? name : JSON.stringify(name)} =`;
}

function writeText(text: string, { form, isFlow, before = '', isQuoted }: ScalarStyle): string {
  const isTruth = text === 'true' || text === 'false';
  if (isTruth && !/^["']/.test(before)) return text;
  const quoted = JSON.stringify(text);
  // Number, date or boolean of TOML and JSON: a text in their place needs quotation marks.
  if (form === 'json') return quoted;
  if (form === 'toml') return before.startsWith("'") && isLiteral(text) ? `'${text}'` : tomlQuoted(quoted);
  if (isQuoted || before.startsWith('"')) return quoted;
  if (before.startsWith("'") && !/[\n\t]/.test(text)) return `'${text.replaceAll("'", "''")}'`;
  return isPlain(text, isFlow) ? text : quoted;
}

/** JSON strings are valid as basic strings of TOML, except for U+007F. */
function tomlQuoted(quoted: string): string {
  return quoted.replaceAll('\u007F', '\\u007F');
}

function isLiteral(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return !/[\u0000-\u001F'\u007F]/.test(text);
}

/** Return whether YAML 1.1 and 1.2 both read an unquoted text as this text. */
function isPlain(text: string, isFlow: boolean): boolean {
  // A day and a time of day are quoted as in the documentation: YAML 1.1 reads some as numbers.
  if (/^[\d۰-۹/.\-T\s]*[\d۰-۹]:[\d۰-۹]/.test(text) || /[\n\t]/.test(text)) return false;
  // «title: زلزله #فوری» would lose its end; `: ` and ` #` end a plain text, brackets and commas end it within a list.
  if (/(?:^|\s)#|:(?:\s|$)/.test(text) || (isFlow && /[,[\]{}]/.test(text))) return false;
  if (stringify(text, { version: '1.1', lineWidth: 0 }).trimEnd() !== text) return false;
  const { contents, errors } = parseDocument(isFlow ? `[${text}]` : text, { schema: 'failsafe', logLevel: 'error' });
  if (errors.length > 0) return false;
  const read: unknown = contents?.toJSON();
  return isFlow ? Array.isArray(read) && read.length === 1 && read[0] === text : read === text;
}
