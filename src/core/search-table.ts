import { createReader, createWriter } from './search-bytes.ts';

/** An article's place in time, by which its file is found. */
export interface SearchPlace {
  /** The Jalali day: 14040724. */
  day: number;
  /** Its place among the articles of that day, from 0. */
  place: number;
}

/** What the search knows of an article without its text. */
export interface TableRow extends SearchPlace {
  /** How many words it has. */
  length: number;
  /** Numbers of labels; a section of 0 is none. */
  section: number;
  source: number;
  tags: readonly number[];
}

/**
 * Write the table of a period's articles, oldest first, column by column, since like values compress well together.
 * Lengths are kept to about a twelfth: ranking needs no more.
 */
export function writeTable(rows: readonly TableRow[]): Uint8Array<ArrayBuffer> {
  const writer = createWriter();
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
  for (const tag of rows.flatMap(({ tags }) => tags)) writer.number(tag);
  return writer.finish();
}

/** Read a table. */
export function readTable(bytes: Uint8Array): TableRow[] {
  const reader = createReader(bytes);
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
  const tags = rows.map(() => reader.number());
  rows.forEach((row, index) => (row.tags = Array.from({ length: tags[index]! }, () => reader.number())));
  return rows;
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

const lengthSteps = 8;
