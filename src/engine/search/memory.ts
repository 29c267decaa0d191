import { type PeriodWords } from '../../core/search/sharded/index-period.ts';
import { searchVersion } from '../../core/search/sharded/files.ts';
import { digestOf } from '../cache/digest.ts';

/** Where a build keeps what the next one need not do again. What is kept may be lost. */
export interface SearchMemory {
  load(name: string): Uint8Array | undefined;
  save(name: string, bytes: Uint8Array): void;
  /** Forget all but these. */
  retain(names: readonly string[]): void;
}

/** What is remembered of a period, without its words. */
export interface PeriodFacts extends Pick<PeriodWords, 'lengths' | 'spellings'> {
  version: string;
  /** What each article was, oldest first. */
  keys: readonly string[];
  /** Of each chunk: where it starts, its bytes, and their digest. */
  starts: readonly string[];
  sizes: readonly number[];
  digests: readonly string[];
}

/** Grows with each change of what is indexed or remembered, by which the memory of an older build becomes useless. */
const memoryVersion = `${searchVersion}.1`;
const namesEntry = 'periods';

/** Make a memory that lasts as long as the process. */
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

/** Remember a period. */
export function savePeriod(
  memory: SearchMemory,
  name: string,
  keys: readonly string[],
  { lengths, chunks, spellings }: PeriodWords,
): PeriodFacts {
  const facts: PeriodFacts = {
    version: memoryVersion,
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

/** Recall a period, without its words. */
export function loadFacts(memory: SearchMemory, name: string): PeriodFacts | undefined {
  return loadEntry<PeriodFacts>(memory, name);
}

/** Recall the chunks of a period; `undefined` if they are not there, or not those that the facts tell of. */
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

/** Reads a chunk of a period by its number. */
export type ChunkReader = (name: string, facts: PeriodFacts, number: number) => Uint8Array;

/**
 * Make a reader that keeps the chunks of the period that was asked for last: they are read one after the other.
 *
 * @param mend Makes the chunks of a period that the memory has lost.
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

/** List the periods that are remembered. */
export function loadNames(memory: SearchMemory): readonly string[] {
  return loadEntry<PeriodNames>(memory, namesEntry)?.names ?? [];
}

/** Remember these periods, and no others. */
export function retainPeriods(memory: SearchMemory, names: readonly string[]): void {
  saveEntry<PeriodNames>(memory, namesEntry, { version: memoryVersion, names });
  memory.retain([namesEntry, ...names.flatMap((name) => [name, wordsEntry(name)])]);
}

interface PeriodNames {
  version: string;
  names: readonly string[];
}

function loadEntry<Entry extends { version: string }>(memory: SearchMemory, name: string): Entry | undefined {
  const bytes = memory.load(name);
  const entry = bytes && (JSON.parse(Buffer.from(bytes).toString()) as Entry);
  return entry?.version === memoryVersion ? entry : undefined;
}

function saveEntry<Entry>(memory: SearchMemory, name: string, entry: Entry): void {
  memory.save(name, Buffer.from(JSON.stringify(entry)));
}

function wordsEntry(period: string): string {
  return `${period}.words`;
}
