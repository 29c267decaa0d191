import { type PeriodWords } from '../../core/search/sharded/index-period.ts';
import type { SearchEngine } from '../../core/config/search-engine.ts';
import { searchVersion } from '../../core/search/tables/files.ts';
import { digestOf } from '../cache/digest.ts';

/** Cache of the index between builds. Its entries may be lost. */
export interface SearchMemory {
  load(name: string): Uint8Array | undefined;
  save(name: string, bytes: Uint8Array): void;
  /** Remove all entries but these. */
  retain(names: readonly string[]): void;
}

/** What is cached of a period, except its words. */
export interface PeriodFacts extends Pick<PeriodWords, 'lengths' | 'spellings'> {
  /** Fingerprint of each article, oldest first. */
  keys: readonly string[];
  /** Of each chunk: its lower bound, size in bytes, and digest. */
  starts: readonly string[];
  sizes: readonly number[];
  digests: readonly string[];
}

// Raise with each change of the index or the cache, to invalidate the caches of older builds.
const memoryVersion = `${searchVersion}.1`;
const namesEntry = 'periods';

/** Create a cache in memory. */
export function createMemory(): SearchMemory {
  const entries = new Map<string, Uint8Array>();
  return {
    load: (name) => entries.get(name),
    save: (name, bytes) => void entries.set(name, bytes),
    retain: (names) => {
      const kept = new Set(names);
      for (const name of entries.keys()) if (!kept.has(name)) entries.delete(name);
    },
  };
}

/** Save a period. */
export function savePeriod(
  memory: SearchMemory,
  name: string,
  keys: readonly string[],
  { lengths, chunks, spellings }: PeriodWords,
): PeriodFacts {
  const facts: PeriodFacts = {
    keys,
    lengths,
    spellings,
    starts: chunks.map(({ start }) => start),
    sizes: chunks.map(({ bytes }) => bytes.length),
    digests: chunks.map(({ bytes }) => digestOf(bytes)),
  };
  saveEntry(memory, name, facts);
  memory.save(wordsEntry(name), Buffer.concat(chunks.map(({ bytes }) => bytes)));
  return facts;
}

/** Load a period, except its words. */
export function loadFacts(memory: SearchMemory, name: string): PeriodFacts | undefined {
  return loadEntry<PeriodFacts>(memory, name);
}

/** Load the chunks of a period; `undefined` if they are missing or do not match its facts. */
export function loadChunks(
  memory: SearchMemory,
  name: string,
  { sizes, digests }: PeriodFacts,
): Uint8Array[] | undefined {
  const bytes = memory.load(wordsEntry(name));
  let end = 0;
  const chunks = bytes && sizes.map((size) => bytes.subarray(end, (end += size)));
  return chunks?.every((chunk, number) => digestOf(chunk) === digests[number]) ? chunks : undefined;
}

/** Read a chunk of a period by number. */
export type ChunkReader = (name: string, facts: PeriodFacts, number: number) => Uint8Array;

/**
 * Create a reader that keeps the chunks of the last period in memory: they are read in sequence.
 *
 * @param mend Recreates the chunks of a period that the cache has lost.
 */
export function createChunkReader(memory: SearchMemory, mend: (name: string) => readonly Uint8Array[]): ChunkReader {
  let last: { name: string; chunks: readonly Uint8Array[] } | undefined;
  return (name, facts, number) => {
    if (last?.name !== name) {
      last = { name, chunks: loadChunks(memory, name, facts) ?? mend(name) };
    }
    return last.chunks[number]!;
  };
}

/** List the cached periods. */
export function loadNames(memory: SearchMemory): readonly string[] {
  return loadEntry<PeriodNames>(memory, namesEntry)?.names ?? [];
}

/** Keep these periods in the cache, and no others. */
export function retainPeriods(memory: SearchMemory, names: readonly string[], engine: SearchEngine): void {
  saveEntry<PeriodNames>(memory, namesEntry, { names });
  memory.retain([
    namesEntry,
    ...names.flatMap((name) => [name, wordsEntry(name), ...(engine === 'pagefind' ? bundleEntries(name) : [])]),
  ]);
}

interface PeriodNames {
  names: readonly string[];
}

/** Load a saved entry; `undefined` if it is missing or of another version. */
export function loadEntry<Entry>(memory: SearchMemory, name: string): Entry | undefined {
  const bytes = memory.load(name);
  const entry = bytes && (JSON.parse(Buffer.from(bytes).toString()) as Entry & { version: string });
  return entry?.version === memoryVersion ? entry : undefined;
}

/** Save something as JSON. */
export function saveEntry<Entry>(memory: SearchMemory, name: string, entry: Entry): void {
  memory.save(name, Buffer.from(JSON.stringify({ ...entry, version: memoryVersion })));
}

/** Names of the entries of a period's Pagefind index: a description of its files, and their bytes. */
export function bundleEntries(period: string): [files: string, bytes: string] {
  return [`${period}.bundle`, `${period}.pagefind`];
}

function wordsEntry(period: string): string {
  return `${period}.words`;
}
