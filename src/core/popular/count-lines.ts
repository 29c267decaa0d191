import { hashNumber } from '../text/hash.ts';
import { memoize } from '../text/memoize.ts';
import { articleOf } from './article-of.ts';
import { readLogLine } from './log-line.ts';
import { householdOf, isAhead, isReader } from './readers.ts';
import { createRepeatTest } from './repeats.ts';
import { countRead, type Tally } from './tally.ts';

/** Longest time that a read counts for, and oldest article that is listed, in milliseconds. */
export const longestAge = 7 * 24 * 60 * 60_000;
/** How far a server's clock may be ahead. */
const clockSlack = 60 * 60_000;

/** What was found in lines. */
export interface LineCount {
  /** Lines that seem to name an article. */
  lines: number;
  /** Those of no known format, or cut off. */
  unreadable: number;
  /** The first of them. */
  sample?: string;
  /** Reads that count. */
  reads: number;
}

/** Where lines are counted. */
export interface CountInput {
  /** Receives the reads. */
  tally: Pick<Tally, 'hours'>;
  /** The site's path without a final slash. */
  base: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  now: number;
}

/**
 * Create the function that counts the reads in the lines of logs: complete pages of articles, asked for by readers' browsers
 * in the last seven days. Each log has a count of its own.
 */
export function createLineCounter({ tally, base, now }: CountInput): (line: string, count: LineCount) => void {
  const isNew = createRepeatTest();
  const slugOf = memoize(20_000, (target: string) => articleOf(target, base) ?? '');
  const agentOf = memoize(20_000, (agent: string) => (isReader(agent) ? hashNumber(agent) : program));
  const marker = `${base}/news/`;
  return (line, count) => {
    // Other pages, pictures and scripts are most of a log.
    if (!line.includes(marker)) return;
    count.lines += 1;
    const request = readLogLine(line);
    if (!request) {
      count.unreadable += 1;
      count.sample ??= line;
      return;
    }
    const { time, method = 'GET', status, target, agent, address, purpose } = request;
    if (method !== 'GET' || (status !== 200 && status !== 304) || isAhead(purpose)) return;
    if (time <= now - longestAge || time > now + clockSlack) return;
    const reader = agentOf(agent);
    const slug = reader === program ? '' : slugOf(target);
    if (slug === '' || (address !== undefined && !isNew(slug, householdOf(address), reader, time))) return;
    count.reads += 1;
    countRead(tally, slug, reader, time);
  };
}

/** The hash of every agent that is not a reader's. */
const program = -1;
