import { existsSync, readFileSync, statSync } from 'node:fs';
import { createLineCounter, type LineCount, longestAge } from '../../core/popular/count-lines.ts';
import { fewestPopular, parsePopular, writePopular } from '../../core/popular/list-file.ts';
import { rankArticles } from '../../core/popular/ranking.ts';
import { foldTally, scoresAt } from '../../core/popular/tally.ts';
import { quoteValue } from '../../core/problems/problem.ts';
import { areSame } from '../../core/text/equal.ts';
import { createUrls } from '../../core/urls.ts';
import { UsageError } from '../base/errors.ts';
import type { BuildOptions } from '../base/options.ts';
import { replaceFile } from '../cache/cache-file.ts';
import { loadContent } from '../content/load-content.ts';
import { followLog, type LogMark } from './follow-log.ts';
import { readState, writeState } from './state.ts';

/** What {@link updatePopular} does. */
export interface PopularSettings {
  options: Pick<BuildOptions, 'content' | 'publicFolder' | 'config' | 'now'>;
  /** Paths of logs; `-` is the standard input. */
  logs: readonly string[];
  /** The file to write. */
  to: string;
  /** In hours. */
  halfLife: number;
  /** Largest number of articles. */
  top: number;
}

/** What came of it. */
export interface PopularResult extends Pick<LineCount, 'lines' | 'unreadable' | 'reads'> {
  articles: readonly string[];
  hasChanged: boolean;
  /** Compressed logs that are cut off: they were read as far as possible. */
  broken: readonly string[];
}

/**
 * Read what is new in logs, and write the list of the most read articles if its order has changed.
 *
 * @throws UsageError if a log can't be read, or has no known format; nothing is counted then.
 */
export async function updatePopular({ options, logs, to, halfLife, top }: PopularSettings): Promise<PopularResult> {
  const { content, config, now } = options;
  for (const log of logs) checkLog(log);
  const state = readState(content);
  const total = { lines: 0, unreadable: 0, reads: 0 };
  const broken: string[] = [];
  let marks: readonly LogMark[] = state.marks;
  const counter = createLineCounter({ tally: state.tally, base: createUrls(config.url).base, now });
  for (const log of logs) {
    const count: LineCount = { lines: 0, unreadable: 0, reads: 0 };
    const { mark, known, isWhole } = await followLog(log, marks, (line) => counter(line, count));
    // A log that was read before has a known format, whatever its newest lines are.
    if (!known && count.lines > 0 && count.unreadable === count.lines) refuseFormat(log, count.sample);
    if (mark) marks = [...marks.filter((other) => other !== known), mark];
    if (!isWhole) broken.push(log);
    for (const name of ['lines', 'unreadable', 'reads'] as const) total[name] += count[name];
  }
  // Servers write a line when a request ends, and each in its own order.
  const newest = Math.max(0, ...state.tally.hours.keys());
  const tally = foldTally(state.tally, newest - 1, halfLife);
  const { articles: all } = await loadContent(options);
  const listable = new Set(
    all
      .filter(
        ({ draft, isUnranked, date: { epoch } }) => !draft && !isUnranked && epoch <= now && epoch > now - longestAge,
      )
      .map(({ slug }) => slug),
  );
  const scores = new Map([...scoresAt(tally, now, halfLife)].filter(([slug]) => listable.has(slug)));
  const before = existsSync(to) ? parsePopular(readFileSync(to, 'utf8'), to).articles : [];
  const articles = rankArticles(scores, before, top);
  // A list that is there is better than one of few reads, as after the state was lost.
  const hasChanged = articles.length >= fewestPopular && !areSame(articles, before);
  if (hasChanged)
    replaceFile(to, [Buffer.from(writePopular({ at: new Date(now).toISOString(), articles: [...articles] }))]);
  // Last: a run that fails counts the same lines again.
  writeState(content, { tally, marks });
  return { ...total, articles, hasChanged, broken };
}

function checkLog(path: string): void {
  if (path === '-') return;
  if (!existsSync(path)) throw new UsageError(`There is no log ${path}.`, `گزارشی به نام ${path} نیست.`);
  if (statSync(path).isDirectory()) {
    throw new UsageError(
      `${path} is a folder. Name the logs in it, such as ${path}/access.log.`,
      `${path} پوشه است. گزارش‌های درون آن را نام ببرید، مانند ${path}/access.log.`,
    );
  }
}

function refuseFormat(log: string, sample = ''): never {
  const found = quoteValue(sample);
  throw new UsageError(
    `${log}: no line has a known format: combined (nginx, Apache), JSON (Caddy, Cloudflare), or that of «npm run headers -- nginx --log». Found: ${found}`,
    `${log}: قالب هیچ سطری شناخته نیست. قالب باید combined (nginx و Apache)، JSON (Caddy و Cloudflare) یا قالب «npm run headers -- nginx --log» باشد. نمونه: ${found}`,
  );
}
