import { createWriter } from '../tables/bytes.ts';
import { type PackedGroup, sharedUnits, writeGroup } from './groups.ts';

/** A file of consecutive groups, ordered by stem. */
export interface WordChunk {
  /** Lower bound of the chunk: not after any of its stems, and after every stem of the previous chunk. */
  start: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Write groups, ordered by stem, into chunks. A chunk of at least `least` bytes ends after a stem chosen by a hash of
 * its letters, so that adding or removing a word moves only the nearest boundary.
 *
 * @param least Bytes before compression; a chunk has about a quarter more.
 */
export function writeChunks(groups: Iterable<PackedGroup>, least: number): WordChunk[] {
  const chunks: WordChunk[] = [];
  let writer = createWriter();
  let [start, before] = ['', ''];
  const close = (): void => {
    if (writer.length > 0) chunks.push({ start, bytes: writer.finish() });
    writer = createWriter();
  };
  for (const group of groups) {
    const { stem } = group;
    if (writer.length > 0 && isLarge(group, least)) close();
    const isFirst = writer.length === 0;
    if (isFirst) start = stem.slice(0, sharedUnits(before, stem) + 1);
    writeGroup(writer, isFirst ? '' : before, group);
    before = stem;
    if (writer.length >= 2 * least || (writer.length >= least && isBoundary(stem))) close();
  }
  close();
  return chunks;
}

/** Return the index of the chunk that would contain a stem, given where chunks start; -1 if it precedes them all. */
export function chunkOf(starts: readonly string[], stem: string): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= stem) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

// A very frequent word has a chunk of its own, so that its neighbours can be read without it.
function isLarge({ forms }: PackedGroup, least: number): boolean {
  return forms.length > least;
}

function isBoundary(stem: string): boolean {
  let hash = 0;
  for (let index = 0; index < stem.length; index++) hash = (Math.imul(hash, 31) + stem.charCodeAt(index)) | 0;
  return (Math.imul(hash, 0x9e3779b1) >>> 28) % 8 === 0;
}
