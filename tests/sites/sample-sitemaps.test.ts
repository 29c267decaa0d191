import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { buildSite } from '../../src/core/site/build-site.ts';
import { writeNewsSitemap } from '../../src/core/feeds/news-sitemap.ts';
import { makeArticle, makeDate, makeSite } from '../support/make-site.ts';
import { openDist, readDist } from '../support/dist.ts';

const dist = openDist(inject('sampleSite'));
const sitemaps = dist.files.filter((file) => /^[\w-]*sitemap[\w-]*\.xml$/.test(file));

describe('the sitemaps', () => {
  it('are all there', () => {
    expect(sitemaps.toSorted()).toEqual(['news-sitemap.xml', 'sitemap-1.xml', 'sitemap-index.xml']);
  });

  it.each(sitemaps)('keep to the published schemas: %s', async (file) => {
    expect(await faultsOf(readDist(dist, file).toString())).toEqual([]);
  });

  it('of fresh news keep to them too, with mixed directions in names and headlines', async () => {
    const { config } = makeSite([], { name: 'روزنگار «Daily» & <b>' });
    const article = makeArticle({ title: 'آزمون <Node.js> & «C++»', date: makeDate('1404/07/24 10:30') });
    const { site } = buildSite({ config, articles: [article], pages: [], files: [], now: article.date.epoch });
    const text = writeNewsSitemap(site);
    expect(text).toContain('<news:title>');
    expect(await faultsOf(text)).toEqual([]);
  });

  it('would be found faulty by these schemas', async () => {
    const empty = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>';
    expect(await faultsOf(empty)).not.toEqual([]);
    expect(await faultsOf(readDist(dist, 'sitemap-1.xml').toString().replace('<lastmod>', '<lastmod>۱'))).not.toEqual(
      [],
    );
  });
});

async function faultsOf(contents: string): Promise<string[]> {
  const [schema, news] = ['sitemap.xsd', 'news.xsd'].map((fileName) => ({
    fileName,
    contents: readFileSync(join(import.meta.dirname, '../fixtures/schemas', fileName), 'utf8'),
  }));
  const xml = [{ fileName: 'sitemap.xml', contents }];
  const { valid, errors } = await validateXML({ xml, schema: [schema!], preload: [news!] });
  return valid ? [] : errors.map(({ message }) => message);
}
