import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { fixedNow, runScript } from '../../support/command.ts';
import { differences, snapshotOf } from '../../support/dist.ts';
import { createMiniSite } from '../../support/mini-site.ts';
import { sample } from '../../support/sample.ts';

it('the same content at the same moment gives the same bytes, on another machine and in another place', async () => {
  const { folder, content } = await createMiniSite({});
  await rm(content, { recursive: true });
  await cp(sample.content, content, { recursive: true });
  const out = join(folder, 'somewhere else');
  const { code, output } = await runScript('build', ['--content', content, '--out', out, '--now', fixedNow], {
    TZ: 'America/New_York',
    LANG: 'de_DE.UTF-8',
    LC_ALL: 'C',
  });
  expect(code, output).toBe(0);
  expect(differences(snapshotOf(inject('sampleSite')), snapshotOf(out))).toEqual([]);
});
