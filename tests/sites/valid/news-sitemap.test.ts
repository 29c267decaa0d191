import { expect, it } from 'vitest';
import { readChanges } from '../../../src/engine/output/changes.ts';
import { readDist } from '../../support/dist.ts';
import { articleFile, createMiniSite } from '../../support/mini-site.ts';

it('forgets news that is two days old, though nothing else has changed', async () => {
  const site = await createMiniSite({ 'articles/x.md': articleFile({ date: '"1405/09/01 12:00"' }) });
  const newsAt = async (now: string): Promise<string> => {
    const { code, output } = await site.build({ now });
    expect(code, output).toBe(0);
    return readDist(site.dist(), 'news-sitemap.xml').toString();
  };
  expect(await newsAt('2026-11-23T11:00:00+03:30')).toContain('<news:title>');
  expect(await newsAt('2026-11-24T11:59:59+03:30')).toContain('<news:title>');
  expect(await newsAt('2026-11-24T12:00:00+03:30')).not.toContain('<news:title>');
  expect(readChanges(site.out)).toMatchObject({ written: ['news-sitemap.xml'], removed: [] });
});
