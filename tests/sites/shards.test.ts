import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { repository } from '../support/folders.ts';
import { fixedNow, runScript } from '../support/command.ts';
import { differences, snapshotOf } from '../support/dist.ts';
import { articleFile, createMiniSite } from '../support/mini-site.ts';

it('three shards of a site make the site that one machine makes', async () => {
  const other = await createMiniSite({ 'articles/pol.md': articleFile() });
  const { folder } = other;
  const [shards, out] = [join(folder, 'shards'), join(folder, 'merged')];
  const run = (...args: string[]) => runScript('build', ['--now', fixedNow, ...args]);
  for (const number of [1, 2, 3]) {
    const { code, output } = await run('--shard', `${number}/3`, '--out', join(shards, `${number}`));
    expect(code, output).toBe(0);
  }
  const merged = await run('--merge', shards, '--out', out);
  expect(merged.code, merged.output).toBe(0);
  expect(differences(snapshotOf(inject('sampleSite')), snapshotOf(out))).toEqual([]);

  rmSync(join(shards, '2'), { recursive: true });
  const { code, output } = await run('--merge', shards, '--out', out);
  expect(code).toBe(2);
  expect(output).toContain('shard 2 of 3 is missing');

  await run('--content', other.content, '--shard', '2/3', '--out', join(shards, '2'));
  const mixed = await run('--merge', shards, '--out', out);
  expect(mixed.code).toBe(2);
  expect(mixed.output).toContain('belong to different sites');
});

it('joins shards of machines that checked out the files at different times', async () => {
  const files = {
    'articles/pol.md': articleFile({}, 'متن خبر با [پیوست](baste.pdf).'),
    'articles/baste.pdf': '%PDF-1.4',
  };
  const { folder, content } = await createMiniSite(files);
  const shards = join(folder, 'shards');
  for (const number of [1, 2]) {
    // A copy has its own timestamps.
    const machine = join(folder, `machine-${number}`);
    cpSync(content, join(machine, 'content'), { recursive: true });
    cpSync(join(repository, 'tests/fixtures/sample/public'), join(machine, 'public'), { recursive: true });
    const folders = ['--content', join(machine, 'content'), '--public', join(machine, 'public')];
    const out = join(shards, `${number}`);
    const { code, output } = await runScript('build', [
      '--now',
      fixedNow,
      ...folders,
      '--shard',
      `${number}/2`,
      '--out',
      out,
    ]);
    expect(code, output).toBe(0);
  }
  const merged = await runScript('build', ['--merge', shards, '--out', join(folder, 'merged')]);
  expect(merged.code, merged.output).toBe(0);
});
