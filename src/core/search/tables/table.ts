import type { SiteArticle } from '../../site/site.ts';
import { type ByteReader, type ByteWriter, createReader, createWriter } from './bytes.ts';
import type { SearchLabels, TableRow, WordSource } from '../store.ts';
import type { LabelNumberer } from './labels.ts';

/** The data of a period that the search has before looking up words. */
export interface SearchTable {
  /** Lower bound of each chunk of words. */
  starts: readonly string[];
  /** Labels that no older period has. */
  labels: SearchLabels;
  /** Oldest first. */
  rows: readonly TableRow[];
}

/** Serialize the table of a period. */
export function writeTable({ starts, labels, rows }: SearchTable): Uint8Array<ArrayBuffer> {
  const writer = createWriter();
  writeTexts(writer, starts);
  writeTexts(writer, labels.sections.flat());
  writeTexts(writer, labels.sources);
  writeTexts(writer, labels.tags);
  writeRows(writer, rows);
  return writer.finish();
}

/** Parse a table. */
export function readTable(bytes: Uint8Array): SearchTable {
  const reader = createReader(bytes);
  const [starts, sections, sources, tags] = [1, 2, 3, 4].map(() => readTexts(reader));
  const pairs = sections!.flatMap((slug, index): [string, string][] =>
    index % 2 ? [] : [[slug, sections![index + 1]!]],
  );
  return { starts: starts!, labels: { sections: pairs, sources: sources!, tags: tags! }, rows: readRows(reader) };
}

function writeTexts(writer: ByteWriter, texts: readonly string[]): void {
  writer.number(texts.length);
  for (const text of texts) writer.text(text);
}

function readTexts(reader: ByteReader): string[] {
  return Array.from({ length: reader.number() }, () => reader.text());
}

/**
 * Write articles, oldest first, column by column, since similar values compress well together. Lengths are rounded to
 * steps of about 9 %, which is precise enough for ranking.
 */
function writeRows(writer: ByteWriter, rows: readonly TableRow[]): void {
  writer.number(rows.length);
  let day = 0;
  for (let row = 0; row < rows.length;) {
    let next = row;
    while (rows[next]?.day === rows[row]!.day) next++;
    writer.number(rows[row]!.day - day);
    writer.number(next - row);
    day = rows[row]!.day;
    row = next;
  }
  writer.number(0);
  writer.bytes(Uint8Array.from(rows, ({ length }) => Math.min(255, Math.round(lengthSteps * Math.log2(length + 1)))));
  for (const { section } of rows) writer.number(section);
  for (const { source } of rows) writer.number(source);
  for (const { tags } of rows) writer.number(tags.length);
  const tags = rows.flatMap((row) => row.tags);
  for (const plane of planes) writer.bytes(Uint8Array.from(tags, (tag) => tag >>> plane));
}

function readRows(reader: ByteReader): TableRow[] {
  const count = reader.number();
  const rows: Mutable<TableRow>[] = [];
  let day = 0;
  for (let gap = reader.number(); gap > 0; gap = reader.number()) {
    day += gap;
    const places = reader.number();
    for (let place = 0; place < places; place++) {
      rows.push({ day, place, length: 0, section: 0, source: 0, tags: [] });
    }
  }
  reader.bytes(count).forEach((length, row) => (rows[row]!.length = 2 ** (length / lengthSteps) - 1));
  for (const row of rows) row.section = reader.number();
  for (const row of rows) row.source = reader.number();
  const counts = rows.map(() => reader.number());
  const size = counts.reduce((sum, tags) => sum + tags, 0);
  const [low, middle, high] = planes.map(() => reader.bytes(size));
  let tag = 0;
  const next = (): number => low![tag]! + (middle![tag]! << planes[1]) + (high![tag++]! << planes[2]);
  rows.forEach((row, index) => (row.tags = Array.from({ length: counts[index]! }, next)));
  return rows;
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

const lengthSteps = 8;

// Bytes of tag numbers are written as separate planes: each compresses best by itself.
const planes = [0, 8, 16] as const;

/** Summarise the articles of an index for ranking. */
export function measureRows(rows: readonly TableRow[]): Pick<WordSource, 'articles' | 'averageLength' | 'lengthOf'> {
  const words = rows.reduce((sum, { length }) => sum + length, 0);
  return {
    articles: rows.length,
    averageLength: words / rows.length,
    lengthOf: (article) => rows[article]!.length,
  };
}

/** Build the table rows of a period's articles, which come oldest first. */
export function describeRows(
  articles: readonly SiteArticle[],
  lengths: readonly number[],
  { numbersOf }: LabelNumberer,
): TableRow[] {
  const rows: TableRow[] = [];
  for (const [number, article] of articles.entries()) {
    const { year, month, day: date } = article.date.jalali;
    const day = (year * 100 + month) * 100 + date;
    const before = rows.at(-1);
    const place = before?.day === day ? before.place + 1 : 0;
    rows.push({ day, place, length: lengths[number]!, ...numbersOf(article) });
  }
  return rows;
}
