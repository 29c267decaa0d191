import {
  appendFileSync,
  copyFileSync,
  existsSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { fixedNow, runScript } from '../support/command.ts';
import { articleFile, createMiniSite, type MiniSite } from '../support/mini-site.ts';

const now = Date.parse(fixedNow);
const agents = ['120', '121', '122', '123'].map(
  (version) =>
    `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`,
);

/** Lines of a log without addresses: reads of an article by all agents, `times` each, some minutes before now. */
function reads(slug: string, times: number, minutes = 30): string {
  const at = new Date(now - minutes * 60_000).toISOString();
  const of = (agent: string): string => `${at} GET 200 "/news/${slug}/" "${agent}" "-"\n`;
  return agents.map((agent) => of(agent).repeat(times)).join('');
}

let site: MiniSite;
let log: string;
let list: string;
beforeEach(async () => {
  site = await createMiniSite({
    'articles/a.md': articleFile({ date: '1405/08/30' }),
    'articles/b.md': articleFile({ title: 'خبر دوم', date: '1405/08/29' }),
    'articles/c.md': articleFile({ title: 'خبر سوم', date: '1405/08/28' }),
    'articles/d.md': articleFile({ title: 'خبر چهارم', date: '1405/08/28' }),
    'articles/off.md': articleFile({ title: 'آگهی', date: '1405/08/28', popular: 'false' }),
    'articles/old.md': articleFile({ title: 'خبر کهنه', date: '1405/08/10' }),
  });
  log = join(site.folder, 'access.log');
  list = join(site.content, 'popular.json');
});

const run = async (logs: readonly string[] = [log], args: readonly string[] = []): ReturnType<typeof runScript> =>
  runScript('popular', [...logs, '--content', site.content, '--now', fixedNow, '--lang', 'en', ...args]);
const ranking = (): string[] => (JSON.parse(readFileSync(list, 'utf8')) as { articles: string[] }).articles;
/** The number of new reads that a run found. */
async function newReads(logs?: readonly string[]): Promise<number> {
  const { code, output } = await run(logs);
  expect([code, output]).toEqual([0, expect.stringMatching(/^\d+ new reads/)]);
  return Number.parseInt(output);
}

describe('npm run popular', () => {
  it('lists the most read articles of seven days, without those that are not to be listed', async () => {
    writeFileSync(
      log,
      reads('c', 9) + reads('a', 4) + reads('b', 1) + reads('off', 30) + reads('old', 30) + reads('none', 30),
    );
    expect(await newReads()).toBe(4 * (9 + 4 + 1 + 90));
    expect(ranking()).toEqual(['c', 'a', 'b']);
    expect(existsSync(`${list}.${process.pid}.new`)).toBe(false);
  });

  it('reads each line once, whatever becomes of the log', async () => {
    writeFileSync(log, reads('a', 3) + reads('b', 2) + reads('c', 1));
    expect(await newReads()).toBe(24);
    expect(await newReads()).toBe(0);
    // A line that is being written waits for its end.
    const [whole, half] = [reads('a', 1), reads('b', 1).split('\n')[0]!];
    appendFileSync(log, whole + half.slice(0, 40));
    expect(await newReads()).toBe(4);
    appendFileSync(log, `${half.slice(40)}\n`);
    expect(await newReads()).toBe(1);
    // Renamed and begun anew, then compressed.
    const rotated = `${log}.1`;
    renameSync(log, rotated);
    appendFileSync(rotated, reads('c', 1));
    writeFileSync(log, reads('d', 1, 20));
    expect(await newReads([log, rotated])).toBe(8);
    writeFileSync(`${log}.2.gz`, gzipSync(readFileSync(rotated)));
    expect(await newReads([log, `${log}.2.gz`, rotated])).toBe(0);
    // Copied and truncated.
    copyFileSync(log, `${log}.copy`);
    truncateSync(log);
    expect(await newReads([log, `${log}.copy`])).toBe(0);
    appendFileSync(log, reads('d', 2, 10));
    expect(await newReads([log, `${log}.copy`])).toBe(8);
  });

  it('tells two logs apart that begin alike', async () => {
    const other = join(site.folder, 'other.log');
    writeFileSync(log, reads('a', 1) + reads('b', 1));
    writeFileSync(other, reads('a', 1) + reads('c', 1));
    expect(await newReads([log, other])).toBe(16);
    expect(await newReads([log, other])).toBe(0);
    appendFileSync(log, reads('a', 1));
    expect(await newReads([other, log])).toBe(4);
  });

  it('gives the same list in many runs as in one', async () => {
    const parts = [reads('a', 5, 300), reads('b', 7, 200), reads('a', 1, 190), reads('c', 4, 60), reads('d', 3, 5)];
    for (const part of parts) {
      appendFileSync(log, part);
      await newReads();
    }
    const other = await createMiniSite({});
    for (const name of ['a', 'b', 'c', 'd']) {
      await other.write({ [`articles/${name}.md`]: readFileSync(join(site.content, `articles/${name}.md`), 'utf8') });
    }
    // Without a list from before, nothing holds an article back.
    writeFileSync(list, '{}');
    await newReads();
    const { code } = await runScript('popular', [log, '--content', other.content, '--now', fixedNow]);
    expect(code).toBe(0);
    expect(JSON.parse(readFileSync(join(other.content, 'popular.json'), 'utf8'))).toMatchObject({
      articles: ranking(),
    });
  });

  it('leaves the file as it is while the order stays, and where there are too few reads', async () => {
    writeFileSync(log, reads('a', 3) + reads('b', 2));
    expect((await run()).output).toContain('Too few articles');
    expect(existsSync(list)).toBe(false);
    appendFileSync(log, reads('c', 1));
    await newReads();
    const before = readFileSync(list, 'utf8');
    appendFileSync(log, reads('a', 4));
    expect((await run(undefined, ['--now', '2026-11-22T13:00:00+03:30'])).output).toContain('the list is as it was');
    expect(readFileSync(list, 'utf8')).toBe(before);
  });

  it('counts complete pages that readers got, and nothing that was opened ahead', async () => {
    const line = reads('a', 1).split('\n')[0]!;
    const not = [
      line.replace('GET 200', 'GET 206'),
      line.replace('GET 200', 'HEAD 200'),
      line.replace('GET 200', 'GET 301'),
      line.replace('GET 200', 'POST 200'),
      line.replace('"-"', '"prefetch;prerender"'),
      line.replace(agents[0]!, 'curl/8.5.0'),
      line.replace('/news/a/', '/tags/شهر/?from=/news/a/'),
      line.replace('2026-11-22', '2026-11-14'),
      line.replace('2026-11-22', '2026-11-25'),
    ];
    const yes = [line, line.replace('GET 200', 'GET 304'), line.replace('/news/a/', '/news/a/?utm=1')];
    writeFileSync(log, [...not, ...yes, ''].join('\n'));
    expect(await newReads()).toBe(yes.length);
  });

  it('keeps no address', async () => {
    const at = '22/Nov/2026:11:00:00 +0330';
    const line = (address: string): string =>
      `${address} - - [${at}] "GET /news/a/ HTTP/1.1" 200 9 "-" "${agents[0]}"\n`;
    writeFileSync(log, line('203.0.113.77').repeat(3) + line('2001:db8:77::1') + line('2001:db8:77::2'));
    expect(await newReads()).toBe(2);
  });

  it('counts below the base path of a site', async () => {
    const paper = await createMiniSite({}, { url: 'https://example.org/paper' });
    await paper.write({ 'articles/a.md': articleFile({ date: '1405/08/30' }) });
    writeFileSync(log, reads('a', 1) + reads('a', 1).replaceAll('/news/', '/paper/news/'));
    const config = join(paper.folder, 'config.mjs');
    const { output } = await runScript('popular', [
      log,
      '--content',
      paper.content,
      '--config',
      config,
      '--now',
      fixedNow,
      '--lang',
      'en',
    ]);
    expect(output).toMatch(/^4 new reads/);
  });

  it('says what it could not read', async () => {
    writeFileSync(log, `${reads('a', 1)}203.0.113.7 - - [22/Nov/2026:11:00:00 +0330] "GET /news/a/ HTT\n`);
    expect((await run()).output).toContain('1 lines could not be read');
    const cut = `${log}.gz`;
    writeFileSync(cut, gzipSync(reads('b', 400)).subarray(0, -20));
    const { code, output } = await run([cut]);
    expect([code, output]).toEqual([0, expect.stringContaining('is cut off or damaged')]);
  });

  it.each([
    ['no log', [], /Expected a log/],
    ['a missing one', ['/nowhere/access.log'], /There is no log \/nowhere\/access.log/],
    ['a folder', ['.'], /is a folder/],
    ['a bad number', ['x.log', '--top', '0'], /--top: expected a number from 1 to 50/],
  ])('refuses %s', async (_, args, message) => {
    const { code, output } = await runScript('popular', [...args, '--content', site.content, '--lang', 'en']);
    expect([code, output]).toEqual([2, expect.stringMatching(message)]);
  });

  it('refuses a log of another format, and counts nothing', async () => {
    writeFileSync(log, `GET /news/a/ 200\n${reads('a', 0)}`);
    const other = join(site.folder, 'other.log');
    writeFileSync(other, reads('a', 1));
    const { code, output } = await run([other, log]);
    expect([code, output]).toEqual([2, expect.stringContaining('Found: GET /news/a/ 200')]);
    expect(await newReads([other])).toBe(4);
  });
});
