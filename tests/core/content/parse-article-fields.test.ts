import { describe, expect, it } from 'vitest';
import { config } from '../../fixtures/sample/config.ts';
import { parsingConfig } from '../../../src/core/config/site-config.ts';
import { parseArticle } from '../../../src/core/content/parse-article.ts';
import { createMarkdownRenderer } from '../../../src/core/markdown/render.ts';
import { createUrls } from '../../../src/core/urls.ts';

const context = {
  config: { ...parsingConfig(config), sections: [{ slug: 'economy', name: 'اقتصاد' }] },
  render: createMarkdownRenderer({ urls: createUrls('https://example.org') }),
  findImage: (src: string) => (src === 'a.jpg' ? { src: '/files/a.jpg', width: 4, height: 3 } : undefined),
  findFile: () => undefined,
};
const parse = (yaml: string, settings = {}, path = 'content/a.md') =>
  parseArticle(
    { path, text: `---\n${yaml}\n---\n\nمتن خبر.\n` },
    { ...context, config: { ...context.config, ...settings } },
  );
const sound = 'title: خبر\ndate: 1404/07/24\ntags: []\nsource: ایرنا';

describe('an article’s front matter', () => {
  it('may be written entirely in Persian', () => {
    const { article, problems, notes } = parse(
      'عنوان: خبر\nتاریخ: پنجشنبه ۲۴ مهر ۱۴۰۴، ساعت ۱۰:۳۰\nبرچسب ها: [تهران, "#نفت_و_گاز"]\nمنبع: {نام: ایرنا, نشانی: https://irna.ir}\n' +
        'روتیتر: یک\nچکیده: دو\nسرويس: اقتصاد\nنویسنده: مینا\nعکس: {پرونده: a.jpg, جایگزین: شهر}\nپیش‌نویس: بله\nشناسه: x',
    );
    expect([problems, notes]).toEqual([[], undefined]);
    expect(article).toMatchObject({
      title: 'خبر',
      date: { iso: '2025-10-16T10:30:00+03:30' },
      tags: ['تهران', 'نفت و گاز'],
      source: { name: 'ایرنا', url: 'https://irna.ir/' },
      kicker: 'یک',
      lead: 'دو',
      section: 'economy',
      authors: ['مینا'],
      image: { src: '/files/a.jpg', alt: 'شهر' },
      draft: true,
      id: 'x',
    });
  });

  it('may use the names of another generator, with notes', () => {
    const {
      article,
      problems,
      notes = [],
    } = parse(
      'layout: post\ntitle: خبر\ndate: 2014-12-18 14:00:00 -4\ncategories: [اقتصاد, بازار]\npermalink: /2014/foo.html\nsource: ایرنا',
    );
    expect(problems).toEqual([]);
    expect(article).toMatchObject({
      slug: 'foo',
      section: 'economy',
      tags: ['بازار'],
      aliases: [{ path: '/2014/foo.html' }],
    });
    expect(notes.map(({ id, line }) => [id, line])).toEqual([
      ['field-foreign', 5],
      ['field-foreign', 6],
      ['field-unused', 2],
    ]);
  });

  it('gets the default source of the settings if it has none', () => {
    const without = sound.replace(/\nsource.*/, '');
    expect(parse(without).problems.map(({ field }) => field)).toEqual(['source']);
    expect(parse(without, { defaults: { source: 'روزنگار' } }).article?.source.name).toBe('روزنگار');
    expect(parse(`${without}\nsource:`, { defaults: { source: { name: 'روزنگار' } } }).article?.source.name).toBe(
      'روزنگار',
    );
    expect(parse(sound, { defaults: { source: 'روزنگار' } }).article?.source.name).toBe('ایرنا');
  });

  it('turns a missing picture into a warning if the settings allow it', () => {
    const text = `${sound}\nimage: {src: x.jpg, alt: شهر}`;
    expect(parse(text).problems.map(({ id }) => id)).toEqual(['image-missing']);
    const { article, warnings = [] } = parse(text, { images: { missing: 'warn' } });
    expect(article).toBeDefined();
    expect(article?.image).toBeUndefined();
    expect(warnings.map(({ id }) => id)).toEqual(['image-missing']);
  });

  it('causes warnings about a picture without alt and an update before the date', () => {
    const { article, warnings = [] } = parse(`${sound}\nimage: {src: a.jpg}\nupdated: 1404/07/20`);
    expect(article?.image?.alt).toBe('');
    expect(warnings.map(({ id }) => id).toSorted()).toEqual(['image-alt-missing', 'updated-early']);
    expect(
      parse(`${sound.replace('24', '"24 10:30"').replace('1404/07/"24', '"1404/07/24')}\nupdated: 1404/07/24`).warnings,
    ).toBeUndefined();
  });

  it('gets the date in the file’s name proposed if it has none', () => {
    const [problem] = parse(sound.replace(/date.*\n/, ''), {}, 'content/2014-12-18-foo.md').problems;
    expect(problem?.values['example']).toBe('date: 2014-12-18');
  });
});
