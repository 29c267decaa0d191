import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CommandResult, runScript } from '../support/command.ts';
import { articleFile, createMiniSite, type MiniSite } from '../support/mini-site.ts';
import { sample } from '../support/sample.ts';

const url = 'https://khabar.example';
const tag = encodeURIComponent('شهر');
const source = encodeURIComponent('روزنگار');

describe('npm run ping', () => {
  let site: MiniSite;
  let server: Server;
  let hub: string;
  let calls: Record<string, string>[] = [];
  /** What the hub answers to a feed; it keeps silent at 0. */
  let answer: (feed: string) => number = () => 204;

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => (body += text));
      request.on('end', () => {
        const call = Object.fromEntries(new URLSearchParams(body));
        calls.push({ method: request.method ?? '', type: request.headers['content-type'] ?? '', ...call });
        const status = answer(call['hub.url'] ?? '');
        if (status > 0) response.writeHead(status).end(status < 300 ? '' : '<p>unknown topic</p>');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    hub = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    site = await createMiniSite({ 'articles/a.md': articleFile() }, { url, feeds: { hubs: [hub] } });
    await site.build();
  }, 300_000);
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    calls = [];
    answer = () => 204;
  });

  const ping = (...args: string[]): Promise<CommandResult> =>
    runScript('ping', ['--out', site.out, '--config', join(site.folder, 'config.mjs'), ...args]);
  const told = (): string[] => calls.map((call) => call['hub.url']!).toSorted();
  const sections = ['culture', 'economy', 'science', 'society', 'sport'].map(
    (slug) => `${url}/sections/${slug}/rss.xml`,
  );
  const own = [`${url}/feed.json`, `${url}/rss.xml`, `${url}/sources/${source}/rss.xml`, `${url}/tags/${tag}/rss.xml`];

  it('tells the hub of each feed after the first build, as WebSub hubs want it', async () => {
    const { code, stdout } = await ping();
    expect([code, stdout]).toEqual([0, `${hub}: notified of 9 feeds.\n`]);
    expect(told()).toEqual([...own, ...sections].toSorted());
    expect(calls.find((call) => call['hub.url'] === `${url}/rss.xml`)).toEqual({
      method: 'POST',
      type: 'application/x-www-form-urlencoded;charset=UTF-8',
      'hub.mode': 'publish',
      'hub.url': `${url}/rss.xml`,
      'hub.topic': `${url}/rss.xml`,
    });
  });

  it('tells only of what the last build changed', async () => {
    await site.write({ 'articles/b.md': articleFile({ title: 'خبر دوم', section: 'sport' }) });
    await site.build();
    expect((await ping()).code).toBe(0);
    expect(told()).toEqual([...own, `${url}/sections/sport/rss.xml`].toSorted());
  });

  it('tells a hub once of what a feed holds, and again what it did not take', async () => {
    expect([(await ping()).stdout, calls]).toEqual(['No feed has changed.\n', []]);
    await site.write({ 'articles/c.md': articleFile({ title: 'خبر سوم', section: 'sport' }) });
    await site.build();
    answer = (feed) => (feed.endsWith('/feed.json') ? 500 : 204);
    expect((await ping()).code).toBe(1);
    // A later build that changes nothing lists no feed, but one is still owed.
    await site.build();
    calls = [];
    answer = () => 204;
    expect((await ping()).code).toBe(0);
    expect(told()).toEqual([`${url}/feed.json`]);
  });

  it('names feeds as they name themselves', async () => {
    await ping('--all');
    expect(calls).toHaveLength(9);
    for (const feed of told().filter((address) => address.endsWith('.xml'))) {
      const file = decodeURIComponent(new URL(feed).pathname).slice(1);
      expect(readFileSync(join(site.out, file), 'utf8')).toContain(`href="${feed}" rel="self"`);
    }
  });

  it('has nothing to tell when nothing changed, unless it is asked for all', async () => {
    await site.build();
    const { code, stdout } = await ping();
    expect([code, stdout, calls]).toEqual([0, 'No feed has changed.\n', []]);
    expect((await ping('--all')).code).toBe(0);
    expect(told()).toHaveLength(9);
  });

  it('fails and says so when the hub refuses a feed, and tells of the others', async () => {
    answer = (feed) => (feed.endsWith('.json') ? 422 : 202);
    const { code, stdout, stderr } = await ping('--all');
    expect(code).toBe(1);
    expect(stdout).toContain(`${hub}: notified of 8 feeds.`);
    expect(stderr.trim()).toBe(`${hub}: refuses ${url}/feed.json: 422 Unprocessable Entity unknown topic.`);
  });

  it('gives up a hub that keeps silent', async () => {
    answer = () => 0;
    const { code, stderr } = await ping('--all', '--timeout', '0.3');
    expect(code).toBe(1);
    expect(stderr.trim()).toBe(`${hub}: does not answer (no answer within 0.3 s); 9 of 9 feeds not sent.`);
    expect(calls.length).toBeLessThan(9);
  });

  it('gives up a hub that is not there', async () => {
    const config = join(site.folder, 'nowhere.mjs');
    const text = readFileSync(join(site.folder, 'config.mjs'), 'utf8');
    await writeFile(config, text.replace(hub, 'http://127.0.0.1:9/'));
    const { code, stderr } = await ping('--all', '--config', config);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^http:\/\/127\.0\.0\.1:9\/: does not answer \(.+\); 9 of 9 feeds not sent\.$/m);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['no folder of a site', ['--out', 'nowhere'], /There is no file .*nowhere.*\.changes\.json.*npm run build/s],
    ['no sound time', ['--timeout', 'soon'], /--timeout: expected seconds, at most 600, found «soon»/],
    [
      'no hub in the settings',
      ['--config', sample.configFile],
      /There is no hub to notify. Name one in .*config\.ts: {2}feeds: \{ hubs/,
    ],
  ])('is used wrongly with %s', async (_, args, message) => {
    const { code, stderr } = await ping(...args);
    expect([code, calls]).toEqual([2, []]);
    expect(stderr).toMatch(message);
  });

  it('is used wrongly when the list of changes is damaged', async () => {
    await writeFile(join(site.out, '.changes.json'), '{"written":[1');
    const { code, stderr } = await ping();
    expect(code).toBe(2);
    expect(stderr).toContain('.changes.json is damaged.');
  });
});
