/** The reads of one hour: for each article, how often each agent asked for it. */
export type HourReads = Map<string, Map<number, number>>;

/** What is known of the reads of a site. Agents are hashes; of addresses nothing is kept. */
export interface Tally {
  /** Scores of all hours before `since`, as of its beginning, by article. */
  scores: Map<string, number>;
  /** Number of the first hour that is not in `scores`: hours since 1970-01-01T00:00Z. */
  since: number;
  /** Reads that are in no score yet: those of the hours from `since`, and what came late. By number of the hour. */
  hours: Map<number, HourReads>;
}

/** Length of an hour in milliseconds. */
export const hourLength = 3_600_000;

/** Reads that an agent may have of one article for each of its reads of all others, and those it has in any case. */
const share = { factor: 3, least: 3 };
/** How much the agents that read a single article may add to those that read others too. */
const strangers = 10;
/** A score too small to be told from none. */
const leastScore = 0.001;

/** Return a tally of nothing. */
export function emptyTally(): Tally {
  return { scores: new Map(), since: 0, hours: new Map() };
}

/** Count a read. @param agent Hash of it. @param time Milliseconds since 1970-01-01T00:00Z. */
export function countRead({ hours }: Pick<Tally, 'hours'>, slug: string, agent: number, time: number): void {
  const reads = entryOf(hours, Math.floor(time / hourLength), (): HourReads => new Map());
  const agents = entryOf(reads, slug, () => new Map<number, number>());
  agents.set(agent, (agents.get(agent) ?? 0) + 1);
}

/** Find a key's entry in a map, or make it. */
export function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/**
 * Score the articles of an hour. Many reads by one agent weigh as their square root, and no more than its reads of other
 * articles justify; agents that read a single article weigh together as one. So a flood raises an article only as far as
 * it looks like the newspaper's readers.
 */
export function scoreHour(reads: HourReads): Map<string, number> {
  const totals = new Map<number, number>();
  for (const agents of reads.values())
    for (const [agent, count] of agents) totals.set(agent, (totals.get(agent) ?? 0) + count);
  const scores = new Map<string, number>();
  for (const [slug, agents] of reads) {
    let [known, strange] = [0, 0];
    for (const [agent, count] of agents) {
      const others = totals.get(agent)! - count;
      if (others === 0) strange += Math.min(count, share.least);
      else known += Math.sqrt(Math.min(count, share.least + share.factor * others));
    }
    scores.set(slug, known + Math.min(Math.sqrt(strange), known + strangers));
  }
  return scores;
}

/**
 * Turn the reads of the hours before `hour` into scores, and forget them.
 *
 * @param halfLife In hours, after which a read weighs half.
 */
export function foldTally({ scores, since, hours }: Tally, hour: number, halfLife: number): Tally {
  if (hour <= since) return { scores, since, hours };
  const folded = decay(scores, hour - since, halfLife);
  const open = new Map<number, HourReads>();
  for (const [number, reads] of [...hours].toSorted(([a], [b]) => a - b)) {
    if (number >= hour) open.set(number, reads);
    else addScores(folded, decay(scoreHour(reads), hour - number - 0.5, halfLife));
  }
  for (const [slug, score] of folded) if (score < leastScore) folded.delete(slug);
  return { scores: folded, since: hour, hours: open };
}

/** Score all articles as of a moment, in milliseconds since 1970-01-01T00:00Z. */
export function scoresAt(tally: Tally, now: number, halfLife: number): Map<string, number> {
  const hour = Math.max(tally.since, ...tally.hours.keys()) + 1;
  const { scores } = foldTally(tally, hour, halfLife);
  return decay(scores, now / hourLength - hour, halfLife);
}

function decay(scores: ReadonlyMap<string, number>, hours: number, halfLife: number): Map<string, number> {
  const factor = 2 ** (-hours / halfLife);
  return new Map([...scores].map(([slug, score]) => [slug, score * factor]));
}

function addScores(sums: Map<string, number>, more: ReadonlyMap<string, number>): void {
  for (const [slug, score] of more) sums.set(slug, (sums.get(slug) ?? 0) + score);
}
