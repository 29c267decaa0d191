import { type ByteReader, createReader, createWriter } from './search-bytes.ts';

/** One form of a word, with the articles that it stands in. */
export interface WordForm {
  surface: string;
  /** Numbers of articles, ascending. */
  articles: Uint32Array;
  /** How much the word weighs in each of them, 1–255. */
  weights: Uint8Array;
}

/** The forms of one word. */
export interface WordGroup {
  stem: string;
  /** In the order of their code units. */
  forms: readonly WordForm[];
}

/** A file of groups that stand together in the order of their stems. */
export interface WordChunk {
  /** The first stem of the file. */
  first: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Bytes of a chunk before compression: a query reads one for each of its words. */
const chunkBytes = 12_000;

/**
 * Write groups, in the order of their stems, into chunks. A group is: how many units its stem shares with the one before
 * it, the rest of the stem, the number of its bytes that follow, and its forms. A form is: the units that it shares with
 * the stem, the rest, the number of its articles, the gaps between their numbers, and their weights.
 */
export function writeChunks(groups: Iterable<WordGroup>): WordChunk[] {
  const chunks: WordChunk[] = [];
  let writer = createWriter();
  let first: string | undefined;
  let before = '';
  const close = (): void => {
    if (first !== undefined) chunks.push({ first, bytes: writer.finish() });
    writer = createWriter();
    first = undefined;
    before = '';
  };
  for (const { stem, forms } of groups) {
    const body = writeForms(stem, forms);
    if (first !== undefined && writer.length + body.length > chunkBytes) close();
    first ??= stem;
    const shared = sharedUnits(before, stem);
    writer.number(shared);
    writer.text(stem.slice(shared));
    writer.number(body.length);
    writer.bytes(body);
    before = stem;
  }
  close();
  return chunks;
}

/** Read the groups of a chunk whose stem is wanted. */
export function readChunk(bytes: Uint8Array, isWanted: (stem: string) => boolean): WordGroup[] {
  const groups: WordGroup[] = [];
  const reader = createReader(bytes);
  let stem = '';
  while (!reader.isAtEnd) {
    stem = stem.slice(0, reader.number()) + reader.text();
    const body = reader.bytes(reader.number());
    if (isWanted(stem)) groups.push({ stem, forms: readForms(stem, createReader(body)) });
  }
  return groups;
}

/**
 * Find the chunk in which a stem would stand, by the first stems of all chunks: -1 if it precedes them all.
 */
export function chunkOf(firsts: readonly string[], stem: string): number {
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (firsts[middle]! <= stem) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function writeForms(stem: string, forms: readonly WordForm[]): Uint8Array {
  const writer = createWriter();
  for (const { surface, articles, weights } of forms) {
    const shared = sharedUnits(stem, surface);
    writer.number(shared);
    writer.text(surface.slice(shared));
    writer.number(articles.length);
    let last = 0;
    for (const article of articles) {
      writer.number(article - last);
      last = article;
    }
    writer.bytes(weights);
  }
  return writer.finish();
}

function readForms(stem: string, reader: ByteReader): WordForm[] {
  const forms: WordForm[] = [];
  while (!reader.isAtEnd) {
    const surface = stem.slice(0, reader.number()) + reader.text();
    const articles = new Uint32Array(reader.number());
    let last = 0;
    for (let index = 0; index < articles.length; index++) articles[index] = last += reader.number();
    forms.push({ surface, articles, weights: reader.bytes(articles.length) });
  }
  return forms;
}

function sharedUnits(before: string, text: string): number {
  let count = 0;
  while (count < before.length && before.charCodeAt(count) === text.charCodeAt(count)) count++;
  return count;
}
