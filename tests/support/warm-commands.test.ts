import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type CommandResult, runFresh, runScript } from './command.ts';
import { sample } from './sample.ts';

const folder = mkdtempSync(join(tmpdir(), 'rooznegar-warm-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a command in a process that is kept', () => {
  it.each([
    ['succeeds', 'headers', ['nginx']],
    ['explains itself', 'check', ['--help']],
    ['finds problems', 'check', ['--content', faultyContent(), '--lang', 'fa']],
    ['is used wrongly', 'build', ['--now', 'yesterday']],
  ])('prints and returns what it does in one of its own: %s', async (_, name, args) => {
    const fresh = await runFresh(name, args);
    expect([await runScript(name, args), await runScript(name, args)]).toEqual([fresh, fresh]);
  });

  it('ends with 1 where it throws', async () => {
    const { code, output } = await runScript('no-such-command', []);
    expect([code, output]).toEqual([1, expect.stringContaining('no-such-command')]);
  });

  it('runs one after the other', async () => {
    const results = await Promise.all(['nginx', 'caddy', 'nginx'].map((server) => runScript('headers', [server])));
    expect(results[2]).toEqual(results[0]);
    expect(results[1]).not.toEqual(results[0]);
  });

  it('reads settings that have been written again', async () => {
    const file = join(folder, 'config.mjs');
    const withName = async (name: string): Promise<CommandResult> => {
      writeFileSync(file, `export const config = ${JSON.stringify({ ...sample.config, name })};`);
      return runScript('headers', ['nginx', '--config', file]);
    };
    expect(await withName('')).toMatchObject({ code: 2, output: expect.stringContaining('config.mjs: name: ') });
    expect((await withName('پیک')).code).toBe(0);
    expect((await withName('')).code).toBe(2);
  });
});

function faultyContent(): string {
  const content = join(folder, 'content/articles');
  mkdirSync(content, { recursive: true });
  writeFileSync(join(content, 'a.md'), '---\ntitle: پل\n---\nمتن.\n');
  return join(folder, 'content');
}
