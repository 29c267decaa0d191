import type { FrontMatterForm } from './split.ts';

/** A replacement for one line that repairs TOML or JSON. */
export interface LineRepair {
  /** The whole replacement line. */
  line: string;
  /** Offset of the old line. */
  offset: number;
}

// In UTF-16 code units: the longest line that a message can show.
const maxLine = 3000;

/**
 * Find one line whose replacement repairs TOML or JSON, by trying fixes for common mistakes on the line of the error
 * and on those before it. A repair counts if the front matter can be read with it, or at least beyond the line.
 *
 * @param offset Offset of the error.
 * @param errorOf Parses the front matter; returns the offset of its first error, `undefined` if it is valid.
 */
export function repairLine(
  matter: string,
  offset: number,
  form: FrontMatterForm,
  errorOf: (matter: string) => number | undefined,
): LineRepair | undefined {
  const lines = matter.split('\n');
  const broken = matter.slice(0, offset).split('\n').length - 1;
  const before = lines.slice(0, broken).findLastIndex((line) => line.trim() !== '');
  for (const number of [broken, before]) {
    const line = lines[number];
    if (line === undefined || line.trim() === '' || line.length > maxLine) continue;
    if (holdsMore(line, lines[number + 1] ?? '')) continue;
    for (const candidate of form === 'toml' ? tomlLines(line) : jsonLines(line)) {
      if (candidate === line) continue;
      const start = lines.slice(0, number).reduce((sum, { length }) => sum + length + 1, 0);
      const error = errorOf(lines.with(number, candidate).join('\n'));
      const end =
        lines.slice(0, broken).reduce((sum, { length }) => sum + length + 1, 0) + (lines[broken]?.length ?? 0);
      const isBeyond = error === undefined || error > end + candidate.length - line.length + 1;
      if (isBeyond) return { line: candidate, offset: start };
    }
  }
  return undefined;
}

/** Return whether a line is more than one field, or less: its text goes on in the next line. */
function holdsMore(line: string, next: string): boolean {
  if (/["'”]\s*[;,،؛]\s*["']?[\p{L}_-]+["']?\s*[=:]/u.test(line)) return !/[{[]/.test(line);
  const isOpen = /[=:]\s*(?:"[^"]*|'[^']*)$/.test(line);
  return isOpen && next.trim() !== '' && !/^\s*(?:["']?[^"'=:]+["']?\s*[=:]|[[\]{}])/.test(next);
}

/** Propose replacements for a line of TOML. */
function tomlLines(line: string): string[] {
  const [, indent = '', name = '', value = ''] =
    /^(\s*)("[^"]*"|'[^']*'|[^=:"'[\]{}]+?)\s*(?:[=:：]|(?=\s"))\s*(.*?)\s*$/u.exec(line) ?? [];
  if (name === '') return /^\s*\[[^\]]*$/.test(line) ? [`${line.trimEnd()}]`] : [];
  const head = `${indent}${/^(?:[A-Za-z0-9_-]+|".*"|'.*')$/.test(name) ? name : JSON.stringify(name)} = `;
  return [...valuesOf(value, ' = '), ...(/^(?:true|yes|on|بله)$/i.test(value) ? ['true'] : [])].map(
    (text) => head + text,
  );
}

/** Propose replacements for a line of JSON. */
function jsonLines(line: string): string[] {
  const found: string[] = [];
  const [, indent = '', name = '', rest = ''] =
    /^(\s*)("[^"]*"|'[^']*'|[^\s"':={}[\],]+)\s*(?:[:=：]|(?=\s"))\s*(.*?)\s*$/u.exec(line) ?? [];
  const bare = line.trimEnd().replace(/[,،؛;]+$/, '');
  found.push(`${bare},`, bare);
  if (name === '') return found;
  const head = `${indent}${JSON.stringify(unquoted(name))}: `;
  const value = rest.replace(/[,،؛;]+$/, '');
  const values = [value, ...valuesOf(value, ': ')].map((text) => head + text);
  const comma = /[,،؛;]$/.test(rest);
  return [...found, ...values.flatMap((text) => (comma ? [`${text},`, text] : [text, `${text},`]))];
}

/** Propose notations of a value, valid in both formats, the more literal first. */
function valuesOf(written: string, sign: string): string[] {
  const value = written.replace(/\s*[,،؛;]+$/, '');
  const isFlow = /^[[{]/.test(value);
  const found: string[] = [];
  if (/^(?:true|false)$/i.test(value)) found.push(value.toLowerCase());
  if (isFlow) {
    const commas = value.replace(/("[^"]*"|'[^']*')\s*[،؛;]?\s*(?=["'])/g, '$1, ').replace(/,\s*(?=[\]}])/g, '');
    const names = commas.replace(/([{,]\s*)"?([\w-]+)"?\s*[:=]\s*/g, sign === ': ' ? '$1"$2": ' : '$1$2 = ');
    const closed = (text: string): string => text + (text.startsWith('[') ? ']' : '}');
    found.push(value, commas, names, closed(commas), closed(names));
    if (value.startsWith('['))
      found.push(
        `[${itemsOf(value)
          .map((item) => JSON.stringify(item))
          .join(', ')}]`,
      );
    return found;
  }
  found.push(value);
  if (/^["'].*["']\s*(?:\/\/|#).*$/.test(value))
    found.push(value.replace(/\s*\/\/\s*/, ' # '), value.replace(/\s*(?:\/\/|#).*$/, ''));
  found.push(JSON.stringify(unquoted(value)));
  return found;
}

function itemsOf(list: string): string[] {
  return list
    .replace(/^\[|\]$/g, '')
    .split(/[,،؛;]/)
    .map((item) => unquoted(item.trim()))
    .filter((item) => item !== '');
}

/** Remove the quotation marks around a text, of any kind, also if only the first is there. */
function unquoted(text: string): string {
  const inner = /^["'“”‘’]/.test(text) ? text.slice(1).replace(/["'“”‘’]$/, '') : text;
  return inner.replace(/\\(["\\])/g, '$1');
}
