import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { redirectsFile } from '../../../src/core/hosting/redirects-file.ts';
import { differences, readDist, snapshotOf } from '../../support/dist.ts';
import { runScript } from '../../support/command.ts';
import { articleFile, createMiniSite, type MiniSite } from '../../support/mini-site.ts';

it('old addresses appear in _redirects, change and vanish there with each build', async () => {
  const site = await createMiniSite(
    { 'articles/pol.md': articleFile(), 'articles/metro.md': articleFile({ title: 'مترو', date: '1404/07/25' }) },
    { url: 'https://example.org/paper' },
  );
  const rules = async (): Promise<string | undefined> => {
    const { code, output } = await site.build();
    expect(code, output).toBe(0);
    return site.dist().files.includes(redirectsFile) ? readDist(site.dist(), redirectsFile).toString() : undefined;
  };
  expect(await rules()).toBeUndefined();

  await site.write({ 'articles/pol.md': articleFile({ aliases: '[/old/پل.html, /fa/news/12]' }) });
  const old = '/paper/old/%D9%BE%D9%84.html /paper/news/pol/ 301\n';
  expect(await rules()).toBe(`/paper/fa/news/12 /paper/news/pol/ 301\n${old}`);
  expect(site.page('old/پل.html').html).toContain('url=/paper/news/pol/');

  await site.write({ 'articles/metro.md': articleFile({ title: 'مترو', date: '1404/07/25', aliases: '[/9]' }) });
  expect(await rules()).toBe(`/paper/9 /paper/news/metro/ 301\n/paper/fa/news/12 /paper/news/pol/ 301\n${old}`);

  await site.write({ 'articles/pol.md': articleFile({ aliases: '[/old/پل.html]' }) });
  expect(await rules()).toBe(`/paper/9 /paper/news/metro/ 301\n${old}`);
  const before = snapshotOf(site.out);
  await site.write({ 'articles/more.md': articleFile({ title: 'خبری دیگر' }) });
  await rules();
  expect(differences(before, snapshotOf(site.out))).not.toContain(redirectsFile);

  expect(await serverRules(site, 'nginx')).toContain('location = "/paper/old/پل.html" { return 301 "/paper/news/pol/');
  expect(await serverRules(site, 'caddy')).toContain('"/old/پل.html" "/paper/news/pol/"');

  rmSync(join(site.content, 'articles/metro.md'));
  await site.write({ 'articles/pol.md': articleFile() });
  expect(await rules()).toBeUndefined();
  expect(await serverRules(site, 'nginx')).not.toContain('return 301 "');
});

/** Write what a server needs to know of a site. */
async function serverRules({ folder, out }: MiniSite, server: string): Promise<string> {
  const flags = ['--config', join(folder, 'config.mjs'), '--root', out];
  const { code, stdout, output } = await runScript('headers', [server, ...flags]);
  expect(code, output).toBe(0);
  return stdout;
}
