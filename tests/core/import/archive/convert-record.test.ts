import { describe, expect, it } from 'vitest';
import { type ConversionContext, convertRecord } from '../../../../src/core/import/archive/convert-record.ts';
import { createHalfSpaceFinder, restoreHalfSpaces } from '../../../../src/core/half-spaces/finder.ts';
import { createLexicon } from '../../../../src/core/half-spaces/lexicon.ts';
import type { ImportRecord } from '../../../../src/core/import/record.ts';
import { config } from '../../../fixtures/sample/config.ts';
import { dateOf, makeRecord } from './support.ts';

const finder = createHalfSpaceFinder(createLexicon('3\nهمکاری/sg\nمی‌شود\nحمل‌ونقل'));

function convert(fields: Partial<ImportRecord>, more: Partial<ConversionContext> = {}) {
  const record = makeRecord(fields);
  const { kind, title, date, origin } = record;
  const planned = { origin, kind, title, slug: 'x', path: 'articles/x.md', aliases: [], notes: [] };
  const context: ConversionContext = {
    config,
    siteUrl: 'https://khabar.example/',
    findPicture: () => undefined,
    findLink: () => undefined,
    restore: (text) => text,
    ...more,
  };
  return convertRecord(record, { ...planned, ...(typeof date === 'object' && { date }) }, [], context);
}

const html = (text: string): Pick<ImportRecord, 'body'> => ({ body: { form: 'html', text } });

describe('texts', () => {
  it('that look like markdown are escaped', () => {
    expect(convert({ body: { form: 'text', paragraphs: ['# یک', '---'] } }).text).toMatch(/---\n\n\\# یک\n\n\\---\n$/);
  });

  it('get their half-spaces back in every field', () => {
    const fields = {
      tags: ['حملونقل', 'تهران'],
      lead: 'میشود',
      kicker: 'همکاریها',
      body: { form: 'text', paragraphs: ['همکاری ها و همکاریها.', 'حملونقل شهری'] },
    } as const;
    const { text } = convert(fields, { restore: (each) => restoreHalfSpaces(each, finder) });
    expect(text).toContain('tags: [حمل‌ونقل, تهران]\nlead: می‌شود\n');
    expect(text).toContain('kicker: همکاری‌ها\n');
    expect(text).toMatch(/همکاری‌ها و همکاری‌ها\.\n\nحمل‌ونقل شهری\n$/);
    expect(convert(fields).text).toContain('همکاری ها و همکاریها.');
  });

  it('that are missing are replaced by the lead, which occurs once', () => {
    expect(convert({ lead: 'لید خبر.', ...html('') }).text).toMatch(/tags: \[\]\n---\n\nلید خبر\.\n$/);
    expect(convert({ lead: 'بند نخست', ...html('<p>بند نخست.</p><p>دو</p>') }).text).not.toContain('lead:');
  });
});

describe('videos', () => {
  it('that the article can’t have stay in their place', () => {
    const { text } = convert(
      html('<p>یک</p><video src="https://khabar.example/v.mp4"></video><p>دو</p><p>https://www.aparat.com/v/abc</p>'),
    );
    expect(text).toContain('video: {url: https://www.aparat.com/v/abc');
    expect(text).toMatch(/---\n\nیک\n\n<https:\/\/khabar\.example\/v\.mp4>\n\nدو\n$/);
  });

  it('may be files of the archive', () => {
    const { text } = convert(html('<p>یک</p><video src="/v.mp4"></video>'), { findPicture: () => '../media/v.mp4' });
    expect(text).toContain('video: {src: ../media/v.mp4');
    expect(text).toMatch(/---\n\nیک\n$/);
  });
});

describe('links', () => {
  it('that are dead become plain text', () => {
    const { text, notes } = convert(
      html(
        '<p><a href="/1/">یک</a> <a href="/2/">دو <b>تر</b></a> <a href="/3/">سه</a> <a href="a.pdf">چهار</a> <a href="b (1).pdf">پنج</a></p>',
      ),
      {
        siteUrl: undefined,
        findLink: (address) => ({ '/1/': 'yek.md', '/2/': 'unpublished:do.md' })[address],
      },
    );
    expect(text).toContain('[یک](yek.md) دو **تر** [سه](/3/) چهار پنج\n');
    expect(notes.map(({ detail }) => detail)).toEqual(['do.md', 'a.pdf', 'b (1).pdf']);
  });
});

describe('categories', () => {
  it('become the section, or tags if the site has no such section', () => {
    const { text, tagged } = convert({ categories: ['حمل و نقل', 'جامعه', 'ورزش', 'بدون دسته‌بندی', 'Uncategorized'] });
    expect(text).toContain('section: جامعه\n');
    expect(text).toContain('tags: [حمل و نقل, ورزش]\n');
    expect(tagged).toEqual(['حمل و نقل', 'ورزش']);
  });
});

describe('pictures', () => {
  it('keep their address, or are the copy in the content folder', () => {
    const image = { src: '/uploads/a.jpg', alt: 'رود' };
    expect(convert({ image, addresses: ['/1/'] }).text).toContain(
      'image: {src: https://khabar.example/uploads/a.jpg, alt: رود}',
    );
    const found = convert({ image, addresses: ['/1/'] }, { findPicture: () => '../media/a.jpg' });
    expect(found.text).toContain('image: {src: ../media/a.jpg, alt: رود}');
    expect([convert({ image, addresses: ['/1/'] }).remotePictures, found.remotePictures]).toEqual([1, 0]);
  });

  it('without a description have the caption’s or the headline’s words', () => {
    const src = 'https://khabar.example/a.jpg';
    expect(convert({ image: { src, caption: 'رود پرآب' } }).text).toContain('alt: رود پرآب, caption: رود پرآب}');
    expect(convert({ image: { src } }).text).toContain('alt: پل تازه باز شد}');
  });

  it.each(['javascript:alert(1)', 'data:image/png;base64,AA', 'photos/1.jpg', ''])(
    'at no address of the web are left out and told: %j',
    (src) => {
      const { text, notes } = convert({ image: { src } });
      expect(text).not.toContain('image:');
      expect(notes).toMatchObject([{ kind: 'lost', what: 'Its picture has no usable address.' }]);
    },
  );
});

describe('fields', () => {
  it('include the time of an update at least a day later', () => {
    const date = dateOf('1404/07/24 10:00');
    expect(convert({ date, updated: dateOf('1404/07/24 23:00') }).text).not.toContain('updated');
    expect(convert({ date, updated: dateOf('1404/07/25 10:00') }).text).toContain('updated: "1404/07/25 10:00"\n');
  });

  it('contain no e-mail addresses as authors', () => {
    expect(convert({ authors: ['reza@mail.example', 'سارا رودی', '123', 'سارا رودی'] }).text).toContain(
      'authors: [سارا رودی]\n',
    );
  });

  it.each([
    ['https://kavosh.example/news/1', 'https://kavosh.example/'],
    ['https://t.me/khabar/12', 'https://t.me/khabar'],
    ['https://t.me/', undefined],
    ['javascript:alert(1)', undefined],
  ])('name the site of a source at %s', (url, expected) => {
    const { text } = convert({ source: { name: 'کاوش', url } });
    expect(text).toContain(expected === undefined ? 'source: کاوش\n' : `source: {name: کاوش, url: ${expected}}\n`);
  });

  it('are limited to page fields for pages', () => {
    const { text } = convert({ kind: 'page', title: 'درباره ما', date: undefined, ...html('<p>ما</p>') });
    expect(text).toBe('---\ntitle: درباره ما\n---\n\nما\n');
  });
});

describe('videos that are not shown', () => {
  it('become links, or are noted if they have no web address', () => {
    const fields = { body: { form: 'text', paragraphs: ['متن'] } } as const;
    for (const url of ['https://v.example/1.mp4', 'https://other.example/watch/1'])
      expect(convert({ ...fields, video: { url } }).text).toMatch(`متن\n\n<${url}>`);
    const lost = convert({ ...fields, video: { url: 'videos/1.mp4' } });
    expect(lost.notes).toContainEqual({
      kind: 'lost',
      what: 'Its video has no usable address.',
      detail: 'videos/1.mp4',
    });
  });
});
