import { beforeAll, describe, expect, it } from 'vitest';
import { leavingWorker } from '../../src/core/hosting/offline.ts';
import { readDist } from '../support/dist.ts';
import { articleFile, createMiniSite, type MiniSite } from '../support/mini-site.ts';

const files = { 'articles/1404/07/pol.md': articleFile() };
const url = 'https://khabar.example';
const textOf = (site: MiniSite, file: string): string => readDist(site.dist(), file).toString();

describe('a site with offline: true', () => {
  let site: MiniSite;
  beforeAll(async () => {
    site = await createMiniSite(files, { url, offline: true });
    expect((await site.build()).output).not.toContain('problem');
  });

  it('has a small worker in one file, which no new article changes', async () => {
    const worker = textOf(site, 'sw.js');
    expect(worker).toMatch(/^const workerVersion="[0-9a-f]{16}";\n/);
    expect(worker).not.toMatch(/\bimport\b|\bexport\b/);
    expect(worker.length).toBeLessThan(8000);
    await site.write({ 'articles/1404/07/bagh.md': articleFile({ title: 'باغ تازه' }) });
    await site.build();
    expect(textOf(site, 'news/bagh/index.html')).toContain('باغ تازه');
    expect(textOf(site, 'sw.js')).toBe(worker);
  });

  it('has a page for readers without a network, which search engines do not list', () => {
    expect(textOf(site, 'offline/index.html')).toContain('<meta name="robots" content="noindex">');
    expect(textOf(site, 'sitemap-1.xml')).not.toContain('/offline/');
  });

  it('allows its own worker only, and lets no cache hold it', () => {
    expect(textOf(site, '_headers')).toContain("worker-src 'self';");
    expect(textOf(site, '_headers')).toContain('/sw.js\n  Cache-Control: no-cache\n');
  });
});

describe('a site without the setting', () => {
  it('has no byte of it, and with offline: false the worker that leaves', async () => {
    const site = await createMiniSite(files, { url });
    await site.build();
    const { dist } = site;
    const all = [...dist().files];
    expect(
      all.filter((file) => /^(?:sw\.js|offline\/)|_astro\/offline|SaveButton|Reading\.astro|Shelf/.test(file)),
    ).toEqual([]);
    expect(textOf(site, 'news/pol/index.html')).not.toMatch(/data-save|worker-src|offline/);
    const left = await createMiniSite(files, { url, offline: false });
    await left.build();
    expect(textOf(left, 'sw.js')).toBe(leavingWorker);
    expect([...left.dist().files].filter((file) => file !== 'sw.js')).toEqual(all);
  });
});
