import type { SearchFields, SpellingCount } from '../store.ts';
import { type WordChunk, writeChunks } from './chunks.ts';
import { type PackedGroup, readGroups } from './groups.ts';
import { mergeGroups } from './merge.ts';
import { indexArticles } from './postings.ts';
import { listSpellings } from '../spellings.ts';

/** The word index of a period. */
export interface PeriodWords {
  /** Number of words of each article. */
  lengths: readonly number[];
  chunks: readonly WordChunk[];
  /** From `listSpellings`. */
  spellings: string;
}

/** Articles to add to an index, and their numbers there, ascending. */
export interface AddedArticles {
  articles: readonly SearchFields[];
  numbers: Int32Array;
}

/** A period that has been indexed before. */
export interface KnownPeriod {
  lengths: readonly number[];
  chunks: readonly Uint8Array[];
  /** New number of each article in the other index, ascending; -1 for those that are not in it. */
  numbers: Int32Array;
}

// Chunk size before compression: a query reads one chunk for each of its words and periods.
const chunkBytes = 2600;
// Each new article changes all files of the newest period, so it has few.
const newestChunks = 4;

/**
 * Index the articles of a period.
 *
 * @param isNewest Whether new articles will be added to it.
 */
export function indexPeriod(articles: readonly SearchFields[], isNewest: boolean): PeriodWords {
  return patchPeriod([], { articles, numbers: Int32Array.from(articles.keys()) }, isNewest);
}

/**
 * Build the index of a period from existing indexes: those of other periods, or its own previous one. Only articles
 * that no other index has are read. The result equals {@link indexPeriod} of all its articles.
 *
 * @param known Not modified.
 */
export function patchPeriod(known: readonly KnownPeriod[], added: AddedArticles, isNewest: boolean): PeriodWords {
  const { lengths: addedLengths, words } = indexArticles(added.articles);
  const lengths: number[] = [];
  const place = (of: readonly number[], numbers: Int32Array): void =>
    of.forEach((length, index) => {
      if (numbers[index]! >= 0) lengths[numbers[index]!] = length;
    });
  for (const part of known) place(part.lengths, part.numbers);
  place(addedLengths, added.numbers);
  const parts = known.map(({ chunks, numbers }) => ({ groups: readChunks(chunks), numbers }));
  const counts: SpellingCount[] = [];
  const groups = mergeGroups([...parts, { groups: readGroups(words), numbers: added.numbers }], counts);
  const chunks = isNewest ? writeFewChunks([...groups]) : writeChunks(groups, chunkBytes);
  return { lengths, chunks, spellings: listSpellings(counts) };
}

function* readChunks(chunks: readonly Uint8Array[]): Generator<PackedGroup> {
  for (const bytes of chunks) yield* readGroups(bytes);
}

function writeFewChunks(groups: readonly PackedGroup[]): WordChunk[] {
  const [single] = writeChunks(groups, Infinity);
  return writeChunks(groups, Math.max(chunkBytes, Math.ceil((single?.bytes.length ?? 0) / newestChunks)));
}
