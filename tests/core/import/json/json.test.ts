import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formOf } from '../../../../src/core/import/json/body.ts';
import { fixtures, repository } from '../../../support/folders.ts';
import { isoOf, readExport, textOf } from '../../../support/read-export.ts';

const read = (path: string): ReturnType<typeof readExport> =>
  readExport(readFileSync(join(repository, 'tests/golden-import', path), 'utf8'), path.split('/').at(-1)!);
const one = (fields: object): ReturnType<typeof readExport> => readExport(JSON.stringify([fields]), 'x.json');

describe('JSON Lines', () => {
  const { records, refusals } = readExport(
    readFileSync(join(fixtures, 'import/records.jsonl'), 'utf8'),
    'records.jsonl',
  );

  it('have the fields of a record', () => {
    expect(records[0]).toMatchObject({
      origin: 'json:kavosh.example/k-1',
      line: 1,
      title: 'پل تازه رودخانه باز شد.',
      lead: 'پل دوم رودخانه پس از دو سال کار باز شد.',
      categories: ['society'],
      source: { name: 'kavosh.example', url: 'https://www.kavosh.example/news/1' },
      addresses: ['https://www.kavosh.example/news/1'],
    });
    expect(textOf(records[0]!).split('\n\n')).toHaveLength(3);
  });

  it('use the lead if the body is empty, and have tags as text and dates in words', () => {
    expect(records[2]).toMatchObject({
      line: 3,
      body: { form: 'text', paragraphs: ['خبری دیگر با همین تیتر.'] },
      lead: undefined,
      tags: ['پل', 'آب'],
      source: { name: 'کاوش', url: 'https://kavosh.example/' },
    });
    expect(isoOf(records[2]?.date)).toBe('2025-10-17T08:05:00+03:30');
  });

  it('that are malformed are refused, and the others read', () => {
    expect(refusals.map(({ line }) => line)).toEqual([6]);
    expect(refusals[0]?.faults[0]).toMatchObject({ field: 'record', expected: 'a JSON object on one line' });
    expect(read('json-lines/input/records.jsonl').refusals.map(({ line, faults }) => [line, faults[0]?.found])).toEqual(
      [
        [4, '«{"title":"تیتر","body":»'],
        [5, '«[{"title":"فهرست"}]»'],
        [6, '12'],
      ],
    );
  });

  it.each([
    ['{"title":12,"body":"متن"}', 'title', '12'],
    ['{"title":"تیتر","body":["متن"]}', 'body', '["متن"]'],
    ['{"title":"تیتر","date":true,"body":"متن"}', 'date', 'true'],
    ['null', 'record', '«null»'],
  ])('report the field and its value: %s', (line, field, found) => {
    expect(readExport(`${line}\n`, 'x.jsonl').refusals[0]?.faults[0]).toMatchObject({ field, found });
  });

  const good = '{"title":"پل تازه رودخانه باز شد","date":"1404/07/24","source":"کاوش","body":"پل تازه باز شد."}';
  it.each([
    ['a very deep one', `{"title":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`, 'title'],
    ['a deep list', `{"body":${'['.repeat(20_000)}1${']'.repeat(20_000)}}`, 'body'],
    ['a very long one', `{"title":"x","body":"${'الف ب '.repeat(2_000_000)}"}`, 'record'],
  ])('that would exhaust the parser are refused, and the others read: %s', (_, line, field) => {
    const result = readExport(`${line}\n${good}`, 'x.jsonl');
    expect(result.refusals.map(({ faults }) => faults[0]?.field)).toEqual([field]);
    expect(result.records).toHaveLength(1);
  });
});

describe('records of JSON', () => {
  const { records, refusals } = read('json/input/articles.json');

  it('may have names of other systems, objects as values, and HTML that is escaped', () => {
    expect(records[0]).toMatchObject({
      origin: 'json:gol.example/7001',
      line: 4,
      title: 'نمایشگاه گل & گیاه باز شد',
      tags: ['گل', 'نمایشگاه'],
      categories: ['فرهنگ'],
      authors: ['لاله باغبان'],
      lead: 'نمایشگاه تا پایان هفته باز است.',
      image: { src: '/files/gol.jpg', alt: 'گل سرخ', caption: 'گل سرخ', credit: 'س. برگ' },
      body: { form: 'html', text: '<p>نمایشگاه <b>گل</b> باز شد.</p><p>بلیت رایگان است.</p>' },
      notes: [{ kind: 'lost', what: 'A field has no counterpart here.', detail: 'internal_score' }],
    });
    expect([isoOf(records[0]?.date), isoOf(records[0]?.updated)]).toEqual([
      '2024-04-20T13:00:00+03:30',
      '2024-04-22T13:00:00+03:30',
    ]);
  });

  it('may have Persian names, and a time beside the date', () => {
    expect(records[1]).toMatchObject({
      title: 'کارگاه سفال',
      source: { name: 'خبر گل', url: 'https://gol.example/' },
      kicker: 'در خانهٔ هنر',
      lead: 'کارگاه سفال آغاز شد.',
      tags: ['سفال', 'هنر'],
      authors: ['مریم کوزه‌گر'],
      addresses: ['/old/sofal'],
      picked: true,
      body: { form: 'markdown' },
    });
    expect(isoOf(records[1]?.date)).toBe('2024-04-20T18:45:00+03:30');
  });

  it('have seconds, a status, and no prototype', () => {
    expect(records[2]).toMatchObject({ title: 'پیش‌نویس', draft: 'Its status was not that of published articles.' });
    expect(isoOf(records[2]?.date)).toBe('2024-04-20T11:30:00+03:30');
    expect(records[2]?.notes.map(({ detail }) => detail)).toEqual(['__proto__']);
  });

  it('are refused with all faults', () => {
    expect(refusals.map(({ line, faults }) => [line, faults.map(({ field }) => field)])).toEqual([
      [35, ['title', 'body', 'date']],
    ]);
  });

  it.each([
    [[{ title: 'یک' }, { title: 'دو' }], 2],
    [{ data: { posts: [{ title: 'یک' }] } }, 1],
    [{ items: [] }, 0],
    [{ title: 'تنها', body: 'متن' }, 1],
    [{ title: 'تنها', body: 'متن', news: ['x'] }, 1],
  ])('lie in a list, an object, or alone: %j', (value, count) => {
    const found = readExport(JSON.stringify(value, null, 2), 'x.json');
    expect([found.records.length, found.refusals.length]).toEqual([count, 0]);
  });

  it('that are not objects are refused', () => {
    expect(readExport('[{"title":"یک"},\n3]', 'x.json').refusals).toMatchObject([
      { line: 2, faults: [{ found: '«3»' }] },
    ]);
  });

  it.each([
    [{ draft: 'true' }, true],
    [{ draft: false }, false],
    [{ published: false }, true],
    [{ published: true }, false],
    [{ status: 'publish' }, false],
    [{ status: 'منتشر شده' }, false],
    [{ status: 'trash' }, true],
    [{ visibility: 'members' }, true],
  ])('are drafts if they say so: %j', (fields, isDraft) => {
    expect(one({ title: 'x', ...fields }).records[0]?.draft !== undefined).toBe(isDraft);
  });

  it('are identified by headline and date if they have nothing else', () => {
    const origin = (fields: object): string => one({ title: 'یک', date: '1404/07/24', ...fields }).records[0]!.origin;
    expect(origin({ body: 'a' })).toBe(origin({ body: 'b' }));
    expect(origin({ date: '1404/07/25' })).not.toBe(origin({}));
    expect(origin({ url: 'https://a.example/x' })).toBe('json:a.example/x');
  });

  it('take only http addresses of sources', () => {
    expect(one({ title: 'x', source: 'کاوش', url: 'javascript:alert(1)' }).records[0]?.source).toEqual({
      name: 'کاوش',
    });
  });
});

describe('formOf', () => {
  it.each([
    ['متن ساده', 'text'],
    ['# این خط با نشان مربع آغاز می‌شود', 'text'],
    ['- خط تیره\n\nو [قلاب](x) و *ستاره*', 'text'],
    ['## میان‌تیتر\n\n- یک\n- دو', 'markdown'],
    ['[پیوند](https://example.com)', 'markdown'],
    ['> نقل\n\n**ستبر**', 'markdown'],
    ['<p>بند</p>', 'html'],
    ['بند یک<br>بند دو', 'html'],
    ['<p>بند</p>\n\n## میان‌تیتر\n\n- یک\n- دو', 'markdown'],
    ['۲ < ۳ و <نشان>', 'text'],
  ])('%j', (text, form) => {
    expect(formOf(text)).toBe(form);
  });

  it('is overridden by the record', () => {
    expect(one({ title: 'x', body: '<p>الف</p>', format: 'text' }).records[0]?.body.form).toBe('text');
    expect(one({ title: 'x', body: 'الف', format: 'text/html' }).records[0]?.body).toEqual({
      form: 'html',
      text: 'الف',
    });
    expect(one({ title: 'x', content_text: '<p>الف</p>' }).records[0]?.body.form).toBe('text');
    expect(one({ title: 'x', body: { html: 'الف' } }).records[0]?.body.form).toBe('html');
  });
});

describe('a JSON Feed', () => {
  it('gives its site as the source', () => {
    const { site, records } = read('json-feed/input/feed.json');
    expect(site).toMatchObject({ system: 'JSON Feed', title: 'یادداشت‌های دریا', url: 'https://darya.example/' });
    expect(records[0]).toMatchObject({
      origin: 'json:darya.example/1',
      authors: ['مانا ساحل'],
      lead: 'دو موج در یک روز.',
      source: { name: 'یادداشت‌های دریا', url: 'https://darya.example/' },
      image: { src: 'https://darya.example/moj.jpg' },
      notes: [],
    });
    expect(records[1]).toMatchObject({
      title: '',
      body: { form: 'text', paragraphs: ['یادداشتی بی تیتر.', 'بند دوم.'] },
    });
  });
});

describe('the REST API of WordPress', () => {
  const { site, records } = read('wordpress-rest/input/posts.json');

  it('gives posts with embedded terms, people and pictures', () => {
    expect(site).toMatchObject({ system: 'WordPress', url: 'https://sahra.example/' });
    expect(records[0]).toMatchObject({
      origin: 'wordpress:sahra.example/?p=301',
      title: 'بازار چهارشنبه – گزارش',
      slug: 'بازار-چهارشنبه',
      addresses: ['https://sahra.example/1401/11/22/%d8%a8%d8%a7%d8%b2%d8%a7%d8%b1/', 'https://sahra.example/?p=301'],
      categories: ['شهر'],
      tags: ['بازار'],
      authors: ['هما دشتی'],
      lead: 'گزارشی از بازار هفتگی.',
      image: {
        src: 'https://sahra.example/wp-content/uploads/2023/02/bazar.jpg',
        alt: 'بازار از بالا',
        caption: 'نمای بازار',
      },
      picked: true,
    });
    expect(isoOf(records[0]?.date)).toBe('2023-02-11T12:30:00+03:30');
  });

  it('has protected posts, pages, and numbers without _embed', () => {
    expect(records[1]).toMatchObject({ draft: 'It was protected by a password.', lead: undefined });
    expect(records[1]?.notes[0]?.what).toMatch(/\?_embed/);
    expect(records[2]).toMatchObject({ kind: 'page', notes: [] });
  });
});

describe('an object over several lines', () => {
  it('may have each record on a line', () => {
    const items = ['یک', 'دو'].map((title) => JSON.stringify({ title, body: 'متن' }));
    for (const end of ['\n]}', ']}', '\n]\n}'])
      expect(readExport(`{"news":[\n${items.join(',\n')}${end}`, 'x.json').records).toHaveLength(2);
  });

  it('may have lists of pictures, videos, and a section, by other names', () => {
    const { records } = one({
      title: 'آ',
      body: 'ب',
      images: ['/1.jpg'],
      video_url: 'https://v.example/1',
      articleSection: 'شهر',
    });
    expect(records[0]).toMatchObject({
      image: { src: '/1.jpg' },
      video: { url: 'https://v.example/1' },
      categories: ['شهر'],
      notes: [],
    });
  });
});
