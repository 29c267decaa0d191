import { join } from 'node:path';
import { emptyTally, type HourReads, type Tally } from '../../core/popular/tally.ts';
import { readCacheJson, writeCacheJson } from '../cache/cache-file.ts';
import { cacheFolders } from '../cache/cache-folders.ts';
import type { LogMark } from './follow-log.ts';

/** What is kept between runs: no line, no agent and no address, only hashes of agents, and for an hour or two. */
export interface PopularState {
  tally: Tally;
  /** The latest last. */
  marks: readonly LogMark[];
}

/** Number of logs that are remembered: those of some weeks on several servers. */
const mostMarks = 300;

/** What the cache contains. */
interface SavedState {
  version: number;
  scores: [string, number][];
  since: number;
  hours: [number, [string, [number, number][]][]][];
  marks: readonly LogMark[];
}

const version = 1;

/** Read what the last run left; nothing if it is lost. @param content The content folder. */
export function readState(content: string): PopularState {
  const saved = readCacheJson<SavedState>(pathOf(content));
  if (saved?.version !== version) return { tally: emptyTally(), marks: [] };
  const hours = saved.hours.map(([hour, reads]): [number, HourReads] => [
    hour,
    new Map(reads.map(([slug, agents]) => [slug, new Map(agents)])),
  ]);
  return { tally: { scores: new Map(saved.scores), since: saved.since, hours: new Map(hours) }, marks: saved.marks };
}

/** Keep the state for the next run. */
export function writeState(content: string, { tally, marks }: PopularState): void {
  const hours = [...tally.hours].map(([hour, reads]): SavedState['hours'][number] => [
    hour,
    [...reads].map(([slug, agents]) => [slug, [...agents]]),
  ]);
  const { since } = tally;
  const saved = { version, scores: [...tally.scores], since, hours, marks: marks.slice(-mostMarks) };
  writeCacheJson(pathOf(content), saved satisfies SavedState);
}

function pathOf(content: string): string {
  return join(cacheFolders.content(content), 'popular.json');
}
