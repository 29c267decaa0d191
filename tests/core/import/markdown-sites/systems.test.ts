import { describe, expect, it } from 'vitest';
import { describeSite } from '../../../../src/core/import/markdown-sites/describe.ts';
import { recognizeSite } from '../../../../src/core/import/markdown-sites/folder/open-site.ts';
import { pictureCandidates } from '../../../../src/core/import/markdown-sites/pictures.ts';
import { recordsOf } from '../../../../src/core/import/markdown-sites/records.ts';
import type { ImportRecord } from '../../../../src/core/import/record.ts';
import { goldenSite, makeSite, readFrom, recordFrom, textOf } from './support.ts';

const isoOf = ({ date }: ImportRecord): string | undefined => (typeof date === 'object' ? date.iso : date);

/** Read a golden file that must be a record. */
function golden(system: string, path: string): ImportRecord {
  const read = goldenSite(system).read(path);
  if (!('origin' in read)) throw new Error(`${path}: ${JSON.stringify(read)}`);
  return read;
}

describe('recognising a system', () => {
  it.each([
    ['Hugo', '', ['hugo.toml', 'content/a.md']],
    ['Hugo', '', ['config/_default/hugo.toml', 'content/a.md']],
    ['Hugo', 'docs/', ['hugo.toml', 'docs/hugo.yaml', 'docs/content/a.md']],
    ['Hugo', '', ['content/posts/a.md']],
    ['Jekyll', '', ['_config.yml', '_posts/2020-01-01-a.md']],
    ['Jekyll', 'docs/', ['docs/_config.yml', 'docs/index.md', 'package.json']],
    ['Hexo', '', ['_config.yml', 'source/_posts/a.md']],
    ['Eleventy', '', ['.eleventy.js', 'posts/a.md']],
    ['Astro', '', ['astro.config.mjs', 'src/content/blog/a.md']],
    ['Obsidian', 'vault/', ['vault/.obsidian/app.json', 'vault/a.md']],
    ['Markdown', '', ['a.md']],
  ])('finds %s in «%s»', (system, root, files) => {
    expect(recognizeSite(files, () => undefined)).toEqual({ system, root });
  });

  it('takes a folder with links in double brackets for a vault', () => {
    expect(recognizeSite(['a.md'], () => 'نک. [[یادداشت]]').system).toBe('Obsidian');
  });
});

describe('Hugo', () => {
  it('reads fields, terms, the slug, the pattern of a section, and aliases relative to the page', () => {
    const record = golden('hugo', 'content/siasat/boodjeh.md');
    expect(record).toMatchObject({
      kind: 'article',
      title: 'بودجهٔ سال آینده به مجلس رفت',
      lead: 'لایحهٔ بودجه دو هفته زودتر از پارسال تقدیم شد.',
      tags: ['بودجه', 'مجلس'],
      categories: ['تهران', 'سیاست'],
      authors: ['سارا راد'],
      image: { src: '/images/majles.png' },
    });
    expect(record.addresses).toEqual([
      '/vijeh/2023/12/boodjeh-1403/',
      '/2023/12/boodjeh-1403/',
      '/vijeh/old/boodjeh',
      '/old/boodjeh',
      '/vijeh/2023/12/boodjeh-ghadim',
      '/2023/12/boodjeh-ghadim',
      '/vijeh/2023/goftogoo/',
      '/2023/goftogoo/',
    ]);
    expect(record.notes).toContainEqual({
      kind: 'lost',
      what: 'A field has no counterpart and was left out.',
      detail: 'mood',
    });
  });

  it('names a bundle after its folder, and reads one of several languages', () => {
    const record = golden('hugo', 'content/gozaresh/pol/index.md');
    expect(record).toMatchObject({ slug: 'pol', picked: true, base: 'content/gozaresh/pol/' });
    expect(isoOf(record)).toBe('2023-12-05T00:00:00+03:30');
    expect(recordsOf(goldenSite('hugo').site).skipped).toEqual([
      { path: 'content/gozaresh/pol/index.en.md', skipped: 'versions in other languages' },
    ]);
  });

  it('mends broken front matter, with a note', () => {
    const record = golden('hugo', 'content/gozaresh/kharab.md');
    expect(record).toMatchObject({ title: 'گفت‌وگو: آیندهٔ شهر', tags: ['شهر'] });
    expect(record.notes.filter(({ what }) => what.includes('mended'))).toHaveLength(2);
  });

  it('refuses other malformed front matter, with its place', () => {
    const read = readFrom({ 'content/a/b.md': '---\ntitle: x\nمتن بی‌پایان' }, 'content/a/b.md');
    expect(read).toMatchObject({ file: 'content/a/b.md', faults: [{ field: 'record' }] });
  });

  it('gives the reason why a file was not public', () => {
    expect(golden('hugo', 'content/gozaresh/monqazi.md').draft).toBe('expired');
    expect(golden('hugo', 'content/gozaresh/pishnevis.md')).toMatchObject({ draft: 'draft' });
    const files = { 'content/a/b.md': '---\ntitle: x\ndate: 2020-01-01\npublishDate: 2030-01-01\n---\nx' };
    expect(isoOf(recordFrom(files, 'content/a/b.md'))).toMatch(/^2030/);
  });

  it('skips sections without a text', () => {
    expect(goldenSite('hugo').read('content/siasat/_index.md')).toEqual({ skipped: 'section pages without text' });
  });

  it.each([
    ['uglyURLs = true', '/a/b.html'],
    ['defaultContentLanguageInSubdir = true\ndefaultContentLanguage = "fa"', '/fa/a/b/'],
    ['[permalinks]\na = "/:section/:yearday/:slugorfilename/"', '/a/2/b/'],
    ['[permalinks.page]\na = "/:06/:monthname/:contentbasename"', '/20/January/b/'],
  ])('knows the addresses of %j', (config, address) => {
    const files = { 'hugo.toml': config, 'content/a/b.md': '---\ntitle: x\ndate: 2020-01-02\n---\nx' };
    expect(recordFrom(files, 'content/a/b.md').addresses).toEqual([address]);
  });
});

describe('Jekyll', () => {
  it('reads a post with its defaults, and every address it may have had', () => {
    const record = golden('jekyll', '_posts/2015-03-17-باغ-شهر.md');
    expect(record).toMatchObject({
      lead: 'چکیدهٔ دوخطی که سطر دومش تورفتگی ندارد',
      tags: ['باغ', 'درخت', 'آب'],
      categories: ['شهر', 'محیط'],
      authors: ['رضا کاوه'],
      image: { src: '/assets/bagh.png', alt: 'باغ در بهار' },
    });
    expect(isoOf(record)).toBe('2015-03-18T07:00:00+03:30');
    expect(record.addresses).toEqual(
      expect.arrayContaining([
        '/weblog/شهر/محیط/2015/03/18/باغ-شهر.html',
        '/weblog/شهر/محیط/2015/03/17/باغ-شهر.html',
        '/weblog/old/bagh',
      ]),
    );
  });

  it('reads comments without e-mail addresses', () => {
    const { comments } = golden('jekyll', '_posts/2015-03-17-باغ-شهر.md');
    expect(comments).toMatchObject([
      { id: 'a1', name: 'خواننده', text: 'خیلی خوب بود.' },
      { id: 'a1-1', parent: 'a1', name: 'رضا' },
    ]);
    expect(JSON.stringify(comments)).not.toContain('0bc83cb571cd1c50ba6f3e8a78ef1346');
  });

  it('reads odd dates, folders as categories, and authors as groups', () => {
    const derby = golden('jekyll', 'varzesh/_posts/2017-03-15-derby.md');
    expect(derby).toMatchObject({ categories: ['varzesh'], draft: 'not published' });
    expect(isoOf(derby)).toBe('2017-03-15T03:37:01+03:30');
    expect(isoOf(golden('jekyll', '_posts/2014-12-18-nokhost.markdown'))).toBe('2014-12-18T00:00:00+03:30');
    expect(golden('jekyll', '_posts/2018-01-01-bi-onvan.md')).toMatchObject({
      title: 'Bi Onvan',
      authors: ['مینا سرمد'],
    });
  });

  it('knows collections, drafts and pages made by a template', () => {
    const { read } = goldenSite('jekyll');
    expect(read('_mosahebe/shahrdar.md')).toMatchObject({
      addresses: ['/weblog/goftogoo/shahrdar/', '/goftogoo/shahrdar/'],
    });
    expect(read('_drafts/naghes.md')).toMatchObject({ draft: 'draft', addresses: [] });
    expect(read('index.html')).toEqual({ skipped: 'pages made by a template' });
  });

  it.each([
    ['pretty', '/n/2020/01/02/b/'],
    ['none', '/n/b.html'],
    ['ordinal', '/n/2020/002/b.html'],
    ['/:short_year/:i_month/:slug', '/20/1/b'],
    ['/blog/:y_day-:title/', '/blog/002-b/'],
  ])('fills in %s', (permalink, address) => {
    const files = {
      '_config.yml': `permalink: ${permalink}`,
      '_posts/2020-01-02-b.md': '---\ntitle: x\ncategory: N\n---\nx',
    };
    expect(recordFrom(files, '_posts/2020-01-02-b.md').addresses[0]).toBe(address);
  });
});

describe('Hexo, Eleventy, Astro and Obsidian', () => {
  it('reads posts of Hexo, even without the opening line', () => {
    expect(golden('hexo', 'source/_posts/rood.md')).toMatchObject({
      addresses: ['/2019/04/02/rood/'],
      categories: ['خوزستان', 'استان‌ها'],
      image: { src: '/images/rood.png' },
    });
    expect(golden('hexo', 'source/_posts/sad.md')).toMatchObject({
      title: 'سد لبریز شد',
      addresses: ['/2019/03/30/sad/'],
    });
    expect(goldenSite('hexo').read('source/tags/index.md')).toEqual({ skipped: 'pages made by a template' });
  });

  it('reads data of folders and permalinks of Eleventy', () => {
    expect(golden('eleventy', 'content/blog/2022-06-01-garma.md')).toMatchObject({
      tags: ['هوا'],
      addresses: ['/garma/2022/06/'],
      slug: 'garma',
    });
    expect(golden('eleventy', 'content/blog/khonaka.md')).toMatchObject({
      tags: [],
      addresses: ['/neveshteh/khonaka/'],
    });
  });

  it('reads collections of Astro', () => {
    const record = golden('astro', 'src/content/maqale/bazar.mdx');
    expect(record).toMatchObject({
      addresses: ['/maqale/bazar/'],
      image: { src: '../../assets/ketab.png' },
      updated: { hasTime: false },
    });
  });

  it('reads notes of Obsidian, whose aliases may be names', () => {
    const record = golden('obsidian', 'خبرها/پل تازه.md');
    expect(record).toMatchObject({
      title: 'پل تازهٔ شهر',
      addresses: ['/kohne/pol/'],
      tags: ['شهر', 'پل', 'ساخت و ساز'],
      image: { src: 'pol.png' },
    });
    expect(golden('obsidian', 'یادداشت شهردار.md').title).toBe('یادداشت شهردار');
    expect(recordsOf(goldenSite('obsidian').site).skipped.map(({ skipped }) => skipped)).toEqual([
      'notes in the bin',
      'templates',
    ]);
  });
});

describe('pictures', () => {
  it.each([
    ['hugo', 'content/gozaresh/pol/index.md', 'pol.png', 'content/gozaresh/pol/pol.png'],
    ['hugo', 'content/siasat/boodjeh.md', '/images/majles.png', 'static/images/majles.png'],
    ['hugo', 'content/siasat/boodjeh.md', 'https://khabar.example/vijeh/images/majles.png', 'static/images/majles.png'],
    ['jekyll', '_posts/2015-03-17-باغ-شهر.md', '/weblog/assets/bagh.png', 'assets/bagh.png'],
    ['hexo', 'source/_posts/rood.md', 'rood.png', 'source/_posts/rood/rood.png'],
    ['hexo', 'source/_posts/rood.md', '/images/rood.png', 'source/images/rood.png'],
    ['astro', 'src/content/maqale/bazar.mdx', '../../assets/ketab.png', 'src/assets/ketab.png'],
    ['obsidian', 'خبرها/پل تازه.md', 'pol.png', 'پیوست‌ها/pol.png'],
  ])('of %s: %s shows %s', (system, path, src, file) => {
    expect(pictureCandidates(goldenSite(system).site, path, src)[0]).toBe(file);
  });

  it('of other sites are not looked for', () => {
    expect(
      pictureCandidates(goldenSite('hugo').site, 'content/darbareh.md', 'https://other.example/images/majles.png'),
    ).toEqual([]);
  });
});

describe('describing a site', () => {
  it('lists authors, feeds, and lists of tags and categories', () => {
    const { site, records, read } = goldenSite('hugo');
    const read_ = records.map(read).filter((record): record is ImportRecord => 'origin' in record);
    const { lists, ...described } = describeSite(site, read_);
    expect(described).toEqual({
      system: 'Hugo',
      title: 'خبر ویژه',
      url: 'https://khabar.example/vijeh/',
      authors: [{ name: 'سارا راد', bio: 'خبرنگار شهری', addresses: [] }],
    });
    expect(lists).toContainEqual({ address: '/vijeh/index.xml', kind: 'feed', name: '' });
    expect(lists).toContainEqual({ address: '/vijeh/tags/بودجه/', kind: 'tag', name: 'بودجه' });
  });
});

describe('links between files', () => {
  it('become addresses of records, and paths of the site', () => {
    const record = golden('hugo', 'content/gozaresh/pol/index.md');
    expect(textOf(record)).toContain(
      '[بودجه](record:content/siasat/boodjeh.md) و [خانه](/) و [نشانی قدیم](/vijeh/gozaresh/boodjeh/)',
    );
  });

  it('stay where the file is none', () => {
    const site = makeSite({ 'content/a/b.md': '' });
    expect(site.system).toBe('Hugo');
    const record = recordFrom({ 'content/a/b.md': '---\ntitle: x\n---\n[الف](nist.md) ![ب](x.md)' }, 'content/a/b.md');
    expect(textOf(record)).toBe('[الف](nist.md) ![ب](x.md)');
  });
});

describe('fields that only some sites have', () => {
  it('are dates of the file system, links to notes, and texts of pictures', () => {
    const eleventy = {
      '.eleventy.js': '',
      'posts/2020-01-02-a.md': '---\ntitle: a\ndate: git Last Modified\n---\nمتن',
    };
    expect(recordFrom(eleventy, 'posts/2020-01-02-a.md').date).toMatchObject({ iso: '2020-01-02T00:00:00+03:30' });
    const vault = { '.obsidian/app.json': '{}', 'a.md': '---\nauthor: "[[کسان/مینا راد|مینا]]"\n---\nمتن' };
    expect(recordFrom(vault, 'a.md').authors).toEqual(['مینا']);
    const astro = {
      'astro.config.mjs': '',
      'src/content/blog/a.md': '---\ntitle: a\nheroImage: ./h.jpg\nheroImageAlt: پل\n---\nمتن',
    };
    expect(recordFrom(astro, 'src/content/blog/a.md')).toMatchObject({
      image: { src: './h.jpg', alt: 'پل' },
      notes: [],
    });
  });

  it('and files that are not markdown are counted', () => {
    const site = makeSite({
      '.eleventy.js': '',
      'a.md': 'متن',
      'b.njk': '',
      '_includes/c.njk': '',
      '.eleventy/d.njk': '',
    });
    expect(recordsOf(site).skipped).toEqual([{ path: 'b.njk', skipped: 'pages that are not markdown' }]);
  });
});
