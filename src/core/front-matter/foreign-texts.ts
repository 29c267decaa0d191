import { parseFragment } from 'parse5';
import { memoize } from '../text/memoize.ts';
import { groupOf, meaningOf } from './names.ts';
import { isGroup, type Path } from './readings.ts';
import type { Fields } from './written.ts';

/** A text in the notation of another system: HTML's character references, or Obsidian's links. */
export interface ForeignText {
  /** Path as written. */
  path: Path;
  /** The first notation: `&amp;` or `[[`. */
  notation: string;
  /** The words with the notation, as written, and as read. */
  found: string;
  text: string;
  /** The whole value as read: one text, or the items that a list in a list becomes. */
  value: readonly string[];
  /** The value that was encoded twice, decoded to the end; absent for all other texts. */
  decoded?: string | undefined;
}

/** Front matter with the texts of other systems converted, and a list of those. */
export interface ConvertedTexts {
  data: Fields;
  texts: readonly ForeignText[];
}

/**
 * Convert texts that other systems export: `تهران &amp; کرج`, `می&zwnj;رود`, `[[ایرنا]]`. References are decoded once,
 * as in HTML. Addresses keep theirs, except those of other sites, in which `&amp;` can only mean `&`.
 *
 * @param data Front matter as written, under any names.
 */
export function convertTexts(data: Fields): ConvertedTexts {
  const texts: ForeignText[] = [];
  const entries = Object.entries(data).map(([name, value]): [string, unknown] => {
    return [name, convertField(value, [name], texts)];
  });
  return texts.length === 0 ? { data, texts } : { data: Object.fromEntries(entries), texts };
}

/** Decode the character references of HTML, once. @example decodeReferences('&laquo;شهر&raquo;') // '«شهر»' */
export function decodeReferences(text: string): string {
  return text.includes('&') ? text.replace(reference, (written) => decode(written)) : text;
}

/** Decode all texts of a value until no reference is left. */
export function decodeFully(value: unknown): unknown {
  if (typeof value === 'string') return decodeTimes(value);
  if (Array.isArray(value)) return value.map(decodeFully);
  if (!isGroup(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, decodeFully(item)]));
}

const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi;
const wikiLink = /!?\[\[([^[\]|\n]+)(?:\|([^[\]\n]*))?\]\]/g;
const notation = /&#?\w+;|!?\[\[[^[\]\n]+\]\]/g;
const convertible = new Set(
  'title date tags source kicker lead dateline section authors image video updated corrections related name role'.split(
    ' ',
  ),
);
// Texts are rarely encoded more than twice, and each time costs a pass.
const maxTimes = 3;
const lists = new Set(['tags', 'authors', 'related']);
const addresses = new Set(['image', 'src', 'poster', 'captions', 'related']);

/** Cached, because texts share few references, and each parse builds a whole parser. */
const decode = memoize(1000, (written: string): string => {
  const [node] = parseFragment(written).childNodes;
  return node && 'value' in node ? node.value : written;
});

function decodeTimes(text: string): string {
  let decoded = text;
  for (let times = 0; times < maxTimes; times += 1) decoded = decodeReferences(decoded);
  return decoded;
}

/** Convert the value of a field of the file, under any name. */
function convertField(value: unknown, path: Path, texts: ForeignText[]): unknown {
  const { field = '', reading } = meaningOf(String(path.at(-1)), 'file') ?? {};
  if (reading === 'members' && isGroup(value) && path.length === 1)
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, convertField(item, [...path, name], texts)]),
    );
  const [top = '', part = top] = field.split('.');
  return convertible.has(top) ? convert(value, path, part, texts) : value;
}

function convert(value: unknown, path: Path, field: string, texts: ForeignText[]): unknown {
  if (typeof value === 'string') return convertText(value, path, field, texts);
  if (Array.isArray(value)) return convertList(value, path, field, texts);
  if (!isGroup(value)) return value;
  const group = groupOf(field);
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const member = group && meaningOf(name, group)?.field;
      return [name, convert(item, [...path, name], member ?? 'text', texts)];
    }),
  );
}

/** Without quotation marks, YAML reads `[[…]]` as a list in a list. */
function convertList(list: readonly unknown[], path: Path, field: string, texts: ForeignText[]): unknown {
  const add = (at: Path, items: readonly string[]): readonly string[] => {
    const written = items.join(', ');
    const values = lists.has(field) ? items : [written];
    const read = values.map((value) => plainLink(`[[${value}]]`, field));
    texts.push({ path: at, notation: '[[', found: `[[${written}]]`, text: read.join(', '), value: read });
    return read;
  };
  if (lists.has(field))
    return list.flatMap((item, index): readonly unknown[] => {
      const inner = Array.isArray(item) ? stringsOf(item) : undefined;
      return inner === undefined ? [convert(item, [...path, index], field, texts)] : add([...path, index], inner);
    });
  const inner = list.length === 1 && Array.isArray(list[0]) ? stringsOf(list[0]) : undefined;
  if (inner !== undefined && field !== 'corrections') return add(path, inner)[0];
  return list.map((item, index) => convert(item, [...path, index], field, texts));
}

/** Flatten lists of strings; `undefined` if they contain anything else, or nothing. */
function stringsOf(list: readonly unknown[]): string[] | undefined {
  const items = list.flat(4);
  return items.length > 0 && items.every((item) => typeof item === 'string') ? items : undefined;
}

function convertText(value: string, path: Path, field: string, texts: ForeignText[]): string {
  const read = readOnce(value, field);
  if (read === value) return value;
  const found = excerptOf(value, field);
  const decoded = decodeTimes(read);
  texts.push({
    path,
    notation: found.includes('[[') ? '[[' : (/&#?\w+;/.exec(found)?.[0] ?? found),
    found,
    text: readOnce(found, field),
    value: [read],
    ...(decoded !== read && { decoded }),
  });
  return read;
}

function readOnce(value: string, field: string): string {
  const text = field === 'url' || !value.includes('[[') ? value : plainLink(value, field);
  return addresses.has(field) && !/^https?:\/\//i.test(text) ? text : decodeReferences(text);
}

/** Find the beginning of the word that ends at an offset. */
function wordStart(value: string, end: number): number {
  let start = end;
  while (start > 0 && /\S/.test(value[start - 1]!)) start -= 1;
  return start;
}

/** Return the words with the first notation that is converted. */
function excerptOf(value: string, field: string): string {
  const match = [...value.matchAll(notation)].find(([written]) => readOnce(written, field) !== written);
  if (!match) return value;
  const start = wordStart(value, match.index);
  const end = match.index + match[0].length;
  return value.slice(start, end) + /^\S*/.exec(value.slice(end))![0];
}

/** Replace Obsidian's links with their text or, in an address, with the file. */
function plainLink(value: string, field: string): string {
  return value.replace(wikiLink, (_, target: string, label = '') => {
    const file = target.replace(/(?<=.)#.*$/, '').trim();
    if (addresses.has(field)) return file;
    // The slashes of `24/7/1404` are not those of a folder.
    const folder = /\p{N}\/\p{N}/u.test(file) ? /^.*[^\p{N}/]\/(?=.)/u : /^.*\/(?=.)/;
    return (label as string).trim() || file.replace(folder, '');
  });
}
