import { type WordChunk, writeChunks } from './chunks.ts';
import { type PackedGroup, readGroups, type SpellingCount } from './groups.ts';
import { mergeGroups } from './merge.ts';
import { indexArticles, type SearchFields } from './postings.ts';
import { listSpellings } from './spellings.ts';

/** The index of the words of a period. */
export interface PeriodWords {
  /** How many words each article has. */
  lengths: readonly number[];
  chunks: readonly WordChunk[];
  /** As `listSpellings` lists them. */
  spellings: string;
}

/** Articles that come to an index, and their numbers there, ascending. */
export interface AddedArticles {
  articles: readonly SearchFields[];
  numbers: Int32Array;
}

/** A period that is indexed already. */
export interface KnownPeriod {
  lengths: readonly number[];
  chunks: readonly Uint8Array[];
  /** The numbers of its articles in another index, ascending; -1 for those that are not there. */
  numbers: Int32Array;
}

/** Bytes of a chunk before compression: a question reads one for each of its words and periods. */
const chunkBytes = 2600;
/** The newest period changes with each new article: all of its few files do. */
const newestChunks = 4;

/**
 * Index the articles of a period.
 *
 * @param isNewest Whether new articles will come to it.
 */
export function indexPeriod(articles: readonly SearchFields[], isNewest: boolean): PeriodWords {
  return patchPeriod([], { articles, numbers: Int32Array.from(articles.keys()) }, isNewest);
}

/**
 * Make the index of a period out of those of others, or of what it was before. Only the articles that no other index has
 * are read. The result is the one of {@link indexPeriod} for all of its articles.
 *
 * @param known It is not changed.
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
  const [whole] = writeChunks(groups, Infinity);
  return writeChunks(groups, Math.max(chunkBytes, Math.ceil((whole?.bytes.length ?? 0) / newestChunks)));
}
