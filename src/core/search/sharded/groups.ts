import type { SpellingCount } from '../store.ts';
import { type ByteReader, type ByteWriter, createReader, createWriter } from '../tables/bytes.ts';

/** One spelling of a word, with the articles that contain it. */
export interface WordForm {
  spelling: string;
  /** Numbers of articles, ascending. */
  articles: Uint32Array;
  /** Weight of the word in each of them, 1–255. */
  weights: Uint8Array;
}

/** The forms of one word, packed: the unit of an index, ordered by stem. */
export interface PackedGroup {
  stem: string;
  /** From {@link packForms}. */
  forms: Uint8Array;
}

/**
 * Pack the forms of a word, ordered by code units. A form consists of: the number of units shared with the stem, the
 * rest, the number of its articles, the gaps between their numbers, and their weights.
 */
export function packForms(stem: string, forms: readonly WordForm[]): Uint8Array {
  const writer = createWriter();
  for (const { spelling, articles, weights } of forms) {
    const shared = sharedUnits(stem, spelling);
    writer.number(shared);
    writer.text(spelling.slice(shared));
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

/** Unpack the forms of a word. */
export function unpackForms({ stem, forms: bytes }: PackedGroup): WordForm[] {
  const forms: WordForm[] = [];
  const reader = createReader(bytes);
  while (!reader.isAtEnd) {
    const spelling = stem.slice(0, reader.number()) + reader.text();
    const articles = new Uint32Array(reader.number());
    let last = 0;
    for (let index = 0; index < articles.length; index++) articles[index] = last += reader.number();
    forms.push({ spelling, articles, weights: reader.bytes(articles.length) });
  }
  return forms;
}

/**
 * Count the articles of a word's forms without unpacking them.
 *
 * @returns `undefined` if renumbering would change one of their numbers.
 */
export function countKept({ stem, forms }: PackedGroup, numbers: Int32Array): SpellingCount[] | undefined {
  const counts: SpellingCount[] = [];
  const reader = createReader(forms);
  while (!reader.isAtEnd) {
    const spelling = stem.slice(0, reader.number()) + reader.text();
    const articles = reader.number();
    let article = 0;
    for (let left = articles; left > 0; left--) {
      article += reader.number();
      if (numbers[article] !== article) return undefined;
    }
    reader.bytes(articles);
    counts.push([spelling, articles]);
  }
  return counts;
}

/**
 * Write a group after another: the number of units that its stem shares with the previous stem, the rest, and its
 * forms.
 */
export function writeGroup(writer: ByteWriter, before: string, { stem, forms }: PackedGroup): void {
  const shared = sharedUnits(before, stem);
  writer.number(shared);
  writer.text(stem.slice(shared));
  writer.number(forms.length);
  writer.bytes(forms);
}

/** Read all groups that {@link writeGroup} wrote. */
export function* readGroups(bytes: Uint8Array): Generator<PackedGroup> {
  const reader: ByteReader = createReader(bytes);
  let stem = '';
  while (!reader.isAtEnd) {
    stem = stem.slice(0, reader.number()) + reader.text();
    yield { stem, forms: reader.bytes(reader.number()) };
  }
}

/** Length of the common prefix of two texts, in code units. */
export function sharedUnits(a: string, b: string): number {
  let count = 0;
  while (count < a.length && a.charCodeAt(count) === b.charCodeAt(count)) count++;
  return count;
}
