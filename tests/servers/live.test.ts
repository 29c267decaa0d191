import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedNow } from '../support/command.ts';
import { articleFile, createMiniSite, type MiniSite } from '../support/mini-site.ts';
import { isInstalled, startServer, webServers } from './web-servers.ts';

/** Readers, and the seconds in which each asks so many times: more often than pages do. `READERS=2000 LOAD=60` is the whole of it. */
const turns = 6;
const readers = Number(process.env['READERS'] ?? 200);
const seconds = Number(process.env['LOAD'] ?? 6);

const folder = mkdtempSync(join(tmpdir(), 'rooznegar-live-'));
afterAll(() => rmSync(folder, { recursive: true }));
let site: MiniSite;
const body = Array.from(
  { length: 50 },
  (_, index) =>
    `## ${7 + Math.floor(index / 12)}:${String((index % 12) * 5).padStart(2, '0')} خبر ${index}\n\n${'متن خبر. '.repeat(40)}\n`,
);
const article = (count: number): string =>
  articleFile({ title: 'برف', date: '"1405/09/01 07:00"', live: 'true' }, body.slice(0, count).join('\n'));

beforeAll(async () => {
  site = await createMiniSite({ 'articles/snow.md': article(49) });
  const { code, output } = await site.build({ now: fixedNow });
  if (code !== 0) throw new Error(output);
});

/** Ask as a page does: again with the mark of the last answer. */
function ask(
  url: string,
  agent: Agent,
  etag: string | undefined,
): Promise<{ status: number | string; etag?: string; cache?: string }> {
  return new Promise((resolve) => {
    const headers = { 'accept-encoding': 'gzip', ...(etag !== undefined && { 'if-none-match': etag }) };
    get(url, { agent, headers }, (response) => {
      const { etag: next, 'cache-control': cache } = response.headers;
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          ...(next !== undefined && { etag: next }),
          ...(cache !== undefined && { cache }),
        }),
      );
      response.on('error', (error) => resolve({ status: error.message })).resume();
    }).on('error', (error) => resolve({ status: error.message }));
  });
}

describe.each(webServers.filter(isInstalled))('live coverage by $name', (kind) => {
  it(`is asked for by ${readers} readers without a failure, mostly for nothing new`, async () => {
    const server = await startServer(kind, join(folder, kind.name), site.out, join(site.folder, 'config.mjs'));
    const agent = new Agent({ keepAlive: true, maxSockets: 400 });
    const url = `${server.origin}/fragments/live/snow/`;
    const counts = new Map<number | string, number>();
    const caches = new Set<string | undefined>();
    const read = async (): Promise<void> => {
      let etag: string | undefined;
      // Everyone has opened the page at another moment.
      await setTimeout((Math.random() * seconds * 1000) / turns);
      for (let turn = 0; turn < turns; turn++) {
        const answer = await ask(url, agent, etag);
        counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1);
        if (answer.cache !== undefined) caches.add(answer.cache);
        etag = answer.etag ?? etag;
        if (turn < turns - 1) await setTimeout((seconds * 1000) / turns);
      }
    };
    try {
      const all = Promise.all(Array.from({ length: readers }, read));
      // An entry comes meanwhile.
      await setTimeout((seconds * 1000) / 2);
      await site.write({ 'articles/snow.md': article(50) });
      const { code } = await site.build({ now: fixedNow });
      await all;
      expect(code).toBe(0);
    } finally {
      agent.destroy();
      await server.stop();
      await site.write({ 'articles/snow.md': article(49) });
      await site.build({ now: fixedNow });
    }
    console.info(`${kind.name}: ${[...counts].map(([status, count]) => `${count} × ${status}`).join(', ')}`);
    expect([...counts.keys()].toSorted()).toEqual([200, 304]);
    expect([...caches]).toEqual(['public, max-age=10, stale-while-revalidate=30']);
    // The first answer and the new entry are sent once to each; all others are the same.
    expect(counts.get(200)).toBeLessThanOrEqual(2 * readers);
    expect(counts.get(304)).toBeGreaterThanOrEqual((turns - 2) * readers);
  });
});
