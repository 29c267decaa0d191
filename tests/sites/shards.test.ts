import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
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
