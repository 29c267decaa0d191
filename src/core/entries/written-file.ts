import { type FrontMatter, parseFrontMatter } from '../content/front-matter.ts';
import { groupOf } from '../front-matter/names.ts';
import { splitFrontMatter } from '../front-matter/split.ts';
import { fieldName } from '../import/article-file.ts';
import type { Edit } from '../text/edits.ts';

/** A file whose front matter is being edited, with the position of everything in it. */
export interface WrittenFile extends Pick<FrontMatter, 'data' | 'form' | 'find'> {
  /** The file's text, with U+000A as the only line ending. */
  source: string;
  /** Offset after the last line of the front matter, where its end mark begins. */
  matterEnd: number;
  /** Quote new texts even where that is not needed. */
  isQuoted: boolean;
  /** The name that the file has for a field or member of ours, or would have. */
  nameOf(path: readonly PropertyKey[]): string;
}

/** Read a file's front matter for editing; `undefined` if it can't be read. */
export function readWritten(source: string): WrittenFile | undefined {
  const parsed = parseFrontMatter(source);
  const split = splitFrontMatter(source);
  if ('problem' in parsed || 'id' in split) return undefined;
  const { data, writtenData, form, find } = parsed.frontMatter;
  const language = Object.keys(writtenData).some((name) => /[\u0600-\u06FF]/.test(name)) ? 'fa' : 'en';
  const end = split.matterStart + split.matter.length;
  return {
    source,
    data,
    form,
    find,
    isQuoted: false,
    matterEnd: form === 'json' && split.matterStart === 0 ? end : end + 1,
    nameOf: (path) => {
      const key = find(path)?.key;
      const group = path.length > 1 ? groupOf(path[0]) : 'file';
      if (!key) return fieldName(String(path.at(-1)), language, group);
      const written = source.slice(key.start, key.end);
      return /^["'].*["']$/.test(written) ? written.slice(1, -1) : written;
    },
  };
}

/** Give the members of groups the names that the file has for them, or would have. */
export function withNames({ nameOf }: WrittenFile, path: readonly PropertyKey[], value: unknown): unknown {
  if (Array.isArray(value))
    return value.map((item, index) => withNames({ nameOf } as WrittenFile, [...path, index], item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [nameOf([...path, name]), item]));
}

/** Replace a range of the text. */
export function replaceRange(source: string, { start, end, text }: Edit): string {
  return source.slice(0, start) + text + source.slice(end);
}

/** The offset at which the line of an offset begins. */
export function lineStart(source: string, offset: number): number {
  return source.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset after the line ending of an offset's line. */
export function lineEnd(source: string, offset: number): number {
  const end = source.indexOf('\n', offset);
  return end === -1 ? source.length : end + 1;
}

/** The end of a range without the white space at its end, which the range of a block of YAML includes. */
export function trimmedEnd(source: string, { start, end }: { start: number; end: number }): number {
  return start + source.slice(start, end).trimEnd().length;
}
