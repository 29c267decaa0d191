import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runScript } from '../support/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'rooznegar-headers-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run headers', () => {
  it('writes the file that is named', async () => {
    const file = join(folder, 'news.conf');
    expect((await runScript('headers', ['nginx', '--to', file])).code).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('add_header');
  });

  it.each([
    ['caddy', 'none/news.caddy', /there is no folder \S+\/none\. Is caddy installed\?/],
    ['nginx', 'none/news.conf', /there is no folder \S+\/none\. Is nginx installed\?/],
    ['nginx', '.', /is a folder\. Name a file in it\./],
    ['nginx', 'news.conf/x', /there is no folder \S+\/news\.conf\./],
  ])('says for %s why it can’t write %s', async (server, to, reason) => {
    const { code, output } = await runScript('headers', [server, '--to', join(folder, to)]);
    expect([code, output]).toEqual([2, expect.stringMatching(reason)]);
  });
});
