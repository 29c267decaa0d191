import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repository } from '../../../support/folders.ts';
import { isoOf, readExport, textOf } from '../../../support/read-export.ts';

const read = (folder: string): ReturnType<typeof readExport> =>
  readExport(readFileSync(join(repository, `tests/golden-import/${folder}/input/export.json`), 'utf8'), 'export.json');
const { site, records } = read('ghost');
const lexical = read('ghost-lexical');

function post(fields: object, tables: object = {}): ReturnType<typeof readExport> {
  return readExport(
    JSON.stringify({
      db: [{ meta: {}, data: { posts: [{ title: 'تیتر', html: '<p>متن</p>', ...fields }], ...tables } }],
    }),
    'x',
  );
}

describe('posts of Ghost', () => {
  it('have their tags, authors, picture, lead and source', () => {
    expect(records[0]).toMatchObject({
      origin: 'ghost:0b6f3c9e-1111-4c1f-9a55-000000000001',
      line: 9,
      kind: 'article',
      slug: 'pole-sevvom',
      addresses: ['/pole-sevvom/'],
      categories: ['شهر'],
      tags: ['حمل‌ونقل'],
      authors: ['نازنین رود', 'بابک کوهی'],
      lead: 'سه سال پس از آغاز ساخت، پل باز شد.',
      source: { name: 'hamkar.example', url: 'https://hamkar.example/news/pol' },
      image: { src: '/content/images/2024/05/pol.jpg', alt: 'پل سوم از روبه‌رو', caption: 'عکس: آرش ن.' },
      picked: true,
      draft: undefined,
    });
    expect(textOf(records[0]!)).not.toContain('__GHOST_URL__');
    expect(records[0]?.notes).toEqual([{ kind: 'lost', what: 'Code that was injected into the page is left out.' }]);
  });

  it('have dates in UTC, with or without an offset, and updates only if days later', () => {
    expect([isoOf(records[0]?.date), isoOf(records[0]?.updated)]).toEqual([
      '2024-05-12T01:00:00+03:30',
      '2024-05-14T12:30:00+03:30',
    ]);
    expect([isoOf(records[1]?.date), records[1]?.updated]).toEqual(['2024-05-01T11:30:00+03:30', undefined]);
    expect(isoOf(lexical.records[1]?.date)).toBe('2025-01-15T10:00:00+03:30');
  });

  it('are drafts if they were not for everyone', () => {
    expect(records.map(({ draft }) => draft)).toEqual([
      undefined,
      'It was for paying members only.',
      'It was sent by e-mail only.',
      undefined,
      'It was a draft.',
      undefined,
    ]);
    expect(textOf(records[1]!)).toBe('<p>آغاز گزارش برای همه.</p><p>ادامهٔ گزارش برای مشترکان.</p>');
    expect(records[1]?.notes[0]?.what).toBe('A part of the text was for members only.');
    expect(isoOf(records[3]?.date)).toBe('2031-10-03T11:30:00+03:30');
    expect(post({ visibility: 'members' }).records[0]?.draft).toBe('It was for members only.');
    expect(post({ id: 'a' }, { posts_meta: [{ post_id: 'a', email_only: true }] }).records[0]?.draft).toMatch(/e-mail/);
    expect(post({ visibility: 'public', html: '<p>الف</p><!--members-only--><p>ب</p>' }).records[0]).toMatchObject({
      draft: undefined,
      body: { text: '<p>الف</p><p>ب</p>' },
      notes: [],
    });
  });

  it('without a title or a public address have none', () => {
    expect(records[4]).toMatchObject({ title: '', slug: undefined, addresses: [] });
    expect(records[5]).toMatchObject({ kind: 'page', title: 'دربارهٔ ما', slug: 'darbare-ma' });
  });

  it('have their own canonical address as an address', () => {
    const [found] = post({ slug: 'pol', canonical_url: 'https://rood.example/pol/' }).records;
    expect(found).toMatchObject({ addresses: ['/pol/', 'https://rood.example/pol/'], source: undefined });
  });

  it('of old versions have other fields for author, picture and page', () => {
    const tables = { users: [{ id: 1, name: 'نویسنده', email: 'a@b.example' }] };
    const [found] = post(
      { id: 5, author_id: 1, image: '/content/x.jpg', page: 1, published_at: 1400000000000 },
      tables,
    ).records;
    expect(found).toMatchObject({
      kind: 'page',
      authors: ['نویسنده'],
      image: { src: '/content/x.jpg' },
      origin: 'ghost:5',
    });
    expect(isoOf(found?.date)).toBe('2014-05-13T21:23:20+04:30');
    expect(post({ html: null, markdown: '## الف' }).records[0]?.body).toEqual({ form: 'markdown', text: '## الف' });
  });

  it('with too long a title are refused', () => {
    expect(post({ title: 'ا'.repeat(1001) }).refusals[0]).toMatchObject({
      line: 1,
      faults: [{ field: 'title', found: '1001' }],
    });
  });
});

describe('the site of Ghost', () => {
  it('has its name, the authors of its posts, and its lists', () => {
    expect(site).toMatchObject({ system: 'Ghost', title: 'روزنامهٔ رود' });
    expect(site.authors.map(({ name }) => name)).toEqual(['نازنین رود', 'بابک کوهی']);
    expect(site.lists.map(({ address }) => address)).toEqual([
      '/tag/shahr/',
      '/tag/haml/',
      '/author/nazanin/',
      '/author/babak/',
      '/rss/',
    ]);
  });
});

describe('documents of Ghost', () => {
  const html = textOf(lexical.records[0]!);

  it.each([
    [
      'formats and links',
      '<strong><em>تصویب</em></strong> کرد: <a href="https://shora.example/1">متن مصوبه</a><br>۲ &lt; ۳ &amp;',
    ],
    ['headings', '<h3>بخش‌های بودجه</h3>'],
    ['nested lists', '<ol start="3"><li>راه</li><li>آب<ul><li>لوله</li><li>سد</li></ul></li><li>برق</li></ol>'],
    ['quotes', '<blockquote>بودجه متوازن است.</blockquote><blockquote>یادداشت سردبیر</blockquote>'],
    [
      'pictures',
      '<a href="https://shora.example"><img src="/content/images/2025/01/shora.jpg" alt="نشست شورا"></a><figcaption>',
    ],
    ['galleries', 'a.jpg" alt="یک"><img src="/content/images/2025/01/b.jpg" alt=""><figcaption>دو نما'],
    ['embeds', 'kg-embed-card"><iframe'],
    ['bookmarks', 'href="https://shahr.example/budje"><div class="kg-bookmark-title">بودجه به زبان ساده'],
    ['callouts', '<div class="kg-callout-text"><p>'],
    ['toggles', '<h4 class="kg-toggle-heading-text"><span>از کجا آمد؟</span></h4>'],
    ['HTML', '<!--kg-card-begin: html--><table>'],
    ['markdown', '<strong>یادآوری</strong> و <a href="https://example.com/md">پیوند</a></p>\n<table>'],
    ['code', '<pre><code class="language-js">let بودجه = 1 &lt; 2;</code></pre>'],
    ['dividers', '<hr>'],
    [
      'videos',
      '<video src="/content/media/2025/01/nesht.mp4" poster="/content/media/2025/01/nesht_thumb.jpg" controls>',
    ],
    ['recordings', '<audio src="/content/media/2025/01/goftogu.mp3" controls>'],
    ['files', '<a href="/content/files/2025/01/budje.pdf">متن بودجه</a></p><p>سی برگ</p>'],
    ['buttons', '<p><a href="https://shora.example/nazar">نظر بدهید</a></p>'],
    ['products', '<h4>کتاب بودجه</h4><div><p>چاپ دوم</p></div><p><a href="https://ketab.example/1">خرید</a></p>'],
    ['headers', '<h2><span>سال آینده</span></h2>'],
    ['calls to action', '<p>آگهی: نمایشگاه</p>'],
    ['texts of unknown cards', '<p>متن کارت ناشناس</p>'],
  ])('keep %s', (_, part) => {
    expect(html).toContain(part);
  });

  it('leave out cards that were not on the page, with a note', () => {
    expect(html).not.toMatch(/تنها در نامه|تنها برای اعضا|مشترک شوید|members-only/);
    expect(lexical.records[0]?.notes.map(({ what }) => what)).toEqual([
      'A form for subscribing is left out.',
      'A card that was only in e-mails is left out.',
      'A card that was only in e-mails is left out.',
      'A call to action, such as an advertisement, is part of the text.',
      'A card that only members saw is left out.',
      'A card is of an unknown kind; its text was kept.',
    ]);
  });

  it('of one markdown card stay markdown, and empty ones use the plain text', () => {
    expect(lexical.records[1]?.body).toMatchObject({
      form: 'markdown',
      text: expect.stringContaining('](/content/images/x.jpg)'),
    });
    expect(lexical.records[2]?.body).toEqual({ form: 'text', paragraphs: ['بند یکم.', 'بند دوم.'] });
  });

  it('of Mobiledoc are rendered', () => {
    expect(textOf(records[4]!)).toBe(
      '<h2>بوستان تازه</h2><p>بوستان <strong>شرقی</strong> گشوده شد.<br><a href="/pole-sevvom/">خبر پل</a></p>' +
        '<figure class="kg-card kg-image-card"><img src="/content/images/2024/05/park.jpg" alt=""><figcaption>درختان بوستان</figcaption></figure>' +
        '<hr><ul><li>نیمکت</li><li>فواره</li></ul>',
    );
    expect(records[4]?.notes.at(-1)).toMatchObject({
      what: 'A card of an unknown kind is left out.',
      detail: 'naqshe',
    });
    const card = JSON.stringify({
      cards: [['markdown', { markdown: '# الف' }]],
      sections: [
        [10, 0],
        [1, 'p', []],
      ],
    });
    expect(post({ html: '', mobiledoc: card }).records[0]?.body).toEqual({ form: 'markdown', text: '# الف' });
  });

  it('are cut off where they are nested too deeply', () => {
    const open = '{"type":"quote","children":[{"type":"list"},'.repeat(30_000);
    const lexicalText = `{"root":{"children":[${open}{"type":"text","text":"ته"}${']}'.repeat(30_000)}]}}`;
    const [found] = post({ html: '', lexical: lexicalText }).records;
    expect(textOf(found!)).toBe('');
  });
});

describe('cards and slugs of Ghost', () => {
  it('lose controls of players, sizes of files, and the heading of footnotes', () => {
    const audio =
      '<div class="kg-card kg-audio-card"><audio src="/a.mp3"></audio><div class="kg-audio-title">شنیدنی</div>' +
      '<div class="kg-audio-player"><div class="kg-audio-time">/<span>0:10</span></div></div></div>';
    const file = '<a href="/f.pdf"><div>نام</div><div class="kg-file-card-metadata"><div>1 MB</div></div></a>';
    expect(textOf(post({ html: audio + file }).records[0]!)).toBe(
      '<div class="kg-card kg-audio-card"><audio src="/a.mp3"></audio><div class="kg-audio-title">شنیدنی</div></div>' +
        '<a href="/f.pdf"><div>نام</div></a>',
    );
    const mobiledoc = {
      cards: [
        ['markdown', { markdown: 'متن[^1]\n\n[^1]: شرح' }],
        ['hr', {}],
      ],
      sections: [
        [10, 0],
        [10, 1],
      ],
    };
    expect(textOf(post({ html: '', mobiledoc: JSON.stringify(mobiledoc) }).records[0]!)).not.toContain('Footnotes');
  });

  it('have decoded slugs', () => {
    expect(post({ slug: '%D9%BE%D9%84' }).records[0]).toMatchObject({ slug: 'پل', addresses: ['/پل/'] });
  });
});
