import { describe, expect, it } from 'vitest';
import { config } from '../fixtures/sample/config.ts';
import { foldKey } from '../../src/core/text/persian.ts';
import { slugify } from '../../src/core/text/slug.ts';
import { readDist } from '../support/dist.ts';
import { readSampleSite } from '../support/sample-pages.ts';
import { checkLinks } from '../support/links.ts';
import { referencesOfXml } from '../support/references.ts';
import { readSampleContent } from '../support/sample-content.ts';

const { dist, pages } = readSampleSite();

describe('the addresses in the sample site', () => {
  it('lead to pages, fragments and files that are there, and are percent-encoded', () => {
    expect(checkLinks(dist, config.url)).toEqual([]);
  });

  it('are absolute in feeds and sitemaps', () => {
    for (const file of dist.files.filter((name) => name.endsWith('.xml'))) {
      const references = referencesOfXml(readDist(dist, file).toString());
      expect(references.length, file).toBeGreaterThan(0);
      expect(
        references.filter(({ url }) => !/^https?:\/\//.test(url)),
        file,
      ).toEqual([]);
    }
  });

  it('include all that the design announces', () => {
    const published = readSampleContent().filter(({ isPublished }) => isPublished);
    const terms = [
      ...foldersOf(
        'tags',
        published.flatMap(({ tags }) => tags),
      ),
      ...foldersOf(
        'authors',
        published.flatMap(({ authors }) => authors),
      ),
      ...foldersOf(
        'sources',
        published.map(({ source }) => source),
      ),
      ...config.sections.map(({ slug }) => `sections/${slug}`),
    ];
    const expected = [
      ...published.map(({ slug }) => `news/${slug}/index.html`),
      ...terms.flatMap((term) => [`${term}/index.html`, `${term}/rss.xml`]),
      ...published.flatMap(({ month }) => [`archive/${month}/index.html`, `archive/${month.slice(0, 4)}/index.html`]),
      ...['', 'latest/', 'tags/', 'archive/', 'search/', 'feeds/', 'about/', 'contact/'].map(
        (folder) => `${folder}index.html`,
      ),
      'rss.xml',
      'feed.json',
      'feed.css',
      'feeds.opml',
      'sitemap-index.xml',
      'robots.txt',
      '404.html',
      'search/index/manifest.json',
    ];
    expect(expected.filter((file) => !dist.files.includes(file.normalize('NFC')))).toEqual([]);
  });

  it('hold pages of articles that are in the content, and no others', () => {
    const published = new Set(
      readSampleContent()
        .filter(({ isPublished }) => isPublished)
        .map(({ slug }) => slug),
    );
    const shown = pages.filter(({ html }) => /data-part="?body/.test(html)).map(({ path }) => path.split('/')[1]!);
    expect(shown.toSorted()).toEqual([...published].toSorted());
  });

  it('are written on disk in normalised, clean names', () => {
    expect(
      dist.files.filter(
        (file) =>
          file !== file.normalize('NFC') ||
          (/[\u064A\u0643\u200C\u200B\uFFFD\\:*?"<>|\s]/.test(file) && !file.startsWith('files/')),
      ),
    ).toEqual([]);
    expect(dist.files.filter((file) => file.split('/').some((name) => Buffer.byteLength(name) > 255))).toEqual([]);
  });
});

/** Names that differ only in letters, half-spaces and spaces have one folder, after one of them. */
function foldersOf(kind: string, names: readonly string[]): string[] {
  const spellings = Map.groupBy(names, foldKey);
  return [...spellings.values()].map((group) => {
    const folders = group.map((name) => `${kind}/${slugify(name)}`);
    return folders.find((folder) => dist.files.includes(`${folder}/index.html`)) ?? folders[0]!;
  });
}
