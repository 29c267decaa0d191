import { type PeriodWords } from '../core/search-period.ts';
import { searchVersion } from '../core/search-files.ts';
import { digestOf } from './search-digest.ts';

/** Where a build keeps what the next one need not do again. What is kept may be lost. */
export interface SearchMemory {
  load(name: string): Uint8Array | undefined;
  save(name: string, bytes: Uint8Array): void;
  /** Forget all but these. */
  retain(names: readonly string[]): void;
}

/** What is remembered of a period, without its words. */
export interface PeriodFacts extends Pick<PeriodWords, 'lengths' | 'spellings'> {
  version: typeof factsVersion;
  /** What each article was, oldest first. */
  keys: readonly string[];
  /** Of each chunk: where it starts, its bytes, and their digest. */
  starts: readonly string[];
  sizes: readonly number[];
  digests: readonly string[];
}

/** Grows with each change of what is indexed or remembered, by which the memory of an older build becomes useless. */
const factsVersion = `${searchVersion}.1`;
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
    version: factsVersion,
    keys,
    lengths,
    spellings,
    starts: chunks.map(({ start }) => start),
    sizes: chunks.map(({ bytes }) => bytes.length),
    digests: chunks.map(({ bytes }) => digestOf(bytes)),
  };
  memory.save(name, Buffer.from(JSON.stringify(facts)));
  memory.save(wordsEntry(name), Buffer.concat(chunks.map(({ bytes }) => bytes)));
  return facts;
}

/** Recall a period, without its words. */
export function loadFacts(memory: SearchMemory, name: string): PeriodFacts | undefined {
  const bytes = memory.load(name);
  const facts = bytes && (JSON.parse(Buffer.from(bytes).toString()) as PeriodFacts);
  return facts?.version === factsVersion ? facts : undefined;
}

/** Recall the chunks of a period. */
export function loadChunks(memory: SearchMemory, name: string, { sizes }: PeriodFacts): Uint8Array[] | undefined {
  const bytes = memory.load(wordsEntry(name));
  let end = 0;
  return bytes && sizes.map((size) => bytes.subarray(end, (end += size)));
}

/** List the periods that are remembered. */
export function loadNames(memory: SearchMemory): string[] {
  const bytes = memory.load(namesEntry);
  return bytes ? (JSON.parse(Buffer.from(bytes).toString()) as string[]) : [];
}

/** Remember these periods, and no others. */
export function retainPeriods(memory: SearchMemory, names: readonly string[]): void {
  memory.save(namesEntry, Buffer.from(JSON.stringify(names)));
  memory.retain([namesEntry, ...names.flatMap((name) => [name, wordsEntry(name)])]);
}

function wordsEntry(period: string): string {
  return `${period}.words`;
}
