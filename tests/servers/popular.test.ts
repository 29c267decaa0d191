import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sample } from '../support/sample.ts';
import { fixedNow, runScript } from '../support/command.ts';
import { isInstalled, startServer, webServers } from './web-servers.ts';

const folder = mkdtempSync(join(tmpdir(), 'rooznegar-popular-'));
const root = join(folder, 'dist');
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  if (!webServers.some(isInstalled)) return;
  const { code, output } = await runScript('build', ['--out', root, '--now', fixedNow]);
  if (code !== 0) throw new Error(output);
});

const agent = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

describe.each(webServers.filter(isInstalled))('the log of $name for the most read', (kind) => {
  it('is read, tells what was opened ahead, and holds no address', async () => {
    const log = join(folder, kind.name, 'reads.log');
    const server = await startServer(kind, join(folder, kind.name), root, undefined, ['--log', log]);
    const ask = (path: string, headers: Record<string, string> = {}): Promise<void> =>
      new Promise((resolve, reject) => {
        request(
          server.origin + path,
          { headers: { 'user-agent': agent, 'x-forwarded-for': '203.0.113.9', ...headers } },
          (answer) => {
            answer.on('end', resolve).resume();
          },
        )
          .on('error', reject)
          .end();
      });
    try {
      await ask('/news/metro-khat-hasht/?a="b"');
      await ask(`/news/${encodeURIComponent('باران-پاییزی-تهران')}/`, { referer: 'https://other.example/203.0.113.9' });
      await ask('/news/metro-khat-hasht/', { 'sec-purpose': 'prefetch' });
      await ask('/news/metro-khat-hasht/', { 'user-agent': 'curl/8' });
      await ask('/news/nowhere/');
      await expect.poll(() => (existsSync(log) ? readFileSync(log, 'utf8').split('\n').length : 0)).toBeGreaterThan(5);
    } finally {
      await server.stop();
    }
    const text = readFileSync(log, 'utf8');
    expect(text).not.toMatch(/127\.0\.0\.1|203\.0\.113/);
    const flags = ['--content', sample.content, '--config', sample.configFile, '--to', join(folder, 'list.json')];
    const { code, output } = await runScript('popular', [log, ...flags, '--lang', 'en']);
    expect([code, output]).toEqual([0, expect.stringMatching(/^2 new reads in 5 lines/)]);
  });
});
