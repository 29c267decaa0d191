import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../src/core/dates/news-date.ts';
import type { ImportedArticle } from '../../../src/core/import/article.ts';
import { createLibrary } from '../../../src/core/import/library.ts';
import { planImport } from '../../../src/core/import/plan.ts';
import { newestFirst } from '../../../src/core/site/newest-first.ts';
import { byteLength } from '../../../src/core/text/slug.ts';

const options = { folder: 'content/articles', now: Date.parse('2026-01-01'), fileBytes: 10_000 };

function dateOf(text: string) {
  const date = parseDate(text);
  if (typeof date === 'string') throw new Error(date);
  return date;
}

function article(fields: Partial<ImportedArticle>): ImportedArticle {
  return {
    file: 'in.jsonl',
    line: 1,
    title: 'پل تازه باز شد',
    date: dateOf('1404/07/24'),
    tags: [],
    source: { name: 'کاوش' },
    authors: [],
    paragraphs: ['بند نخست.'],
    related: [],
    given: { title: true, date: true },
    ...fields,
  };
}

describe('planImport', () => {
  it('puts a file in the folder of its Jalali month', () => {
    const [file] = planImport([article({})], createLibrary(), options).files;
    expect(file?.path).toBe('1404/07/پل-تازه-باز-شد.md');
  });

  it('numbers different articles with equal slugs, in any order', () => {
    const articles = ['الف', 'ب', 'پ'].map((text) => article({ paragraphs: [text] }));
    const { files } = planImport([...articles, article({ title: 'پل تازه باز شد ۲' })], createLibrary(), options);
    expect(files.map(({ slug }) => slug)).toEqual([
      'پل-تازه-باز-شد',
      'پل-تازه-باز-شد-2',
      'پل-تازه-باز-شد-3',
      'پل-تازه-باز-شد-2-2',
    ]);
  });

  it('numbers articles without a time in the order of the input, and shows no time', () => {
    const known = createLibrary();
    known.add({
      slug: 'x',
      file: 'x.md',
      title: 'الف',
      date: dateOf('1404/07/25'),
      firstParagraph: '',
      isPublished: true,
    });
    const articles = [
      ...Array.from({ length: 70 }, (_, index) => article({ title: `خبر ${index}` })),
      article({ title: 'ساعت‌دار', date: dateOf('1404/07/24 10:30') }),
      article({ title: 'روز دیگر', date: dateOf('1404/07/25') }),
    ];
    const { files } = planImport(articles, known, { ...options, now: 0 });
    const head = (text: string): string => /date: .*(?:\norder: .*)?/.exec(text)![0];
    const heads = files.map(({ text }) => head(text));
    expect(heads[0]).toBe('date: 1404/07/24');
    expect(heads[1]).toBe('date: "1404/07/24 00:00:01"');
    expect(heads[59]).toBe('date: "1404/07/24 00:00:59"');
    expect(heads[60]).toBe('date: "1404/07/24 00:00:59"\norder: 1');
    expect(heads.slice(69)).toEqual([
      'date: "1404/07/24 00:00:59"\norder: 10',
      'date: "1404/07/24 10:30"',
      'date: "1404/07/25 00:00:01"',
    ]);
    const read = files.slice(0, 70).map(({ text, slug }) => {
      const [, date = '', order] = /date: "?([^"\n]*)"?(?:\norder: (.*))?/.exec(text) ?? [];
      return { slug, file: slug, date: dateOf(date), order: order === undefined ? undefined : Number(order) };
    });
    expect(read.every(({ date }) => !date.hasTime)).toBe(true);
    expect(newestFirst(read.toReversed()).toReversed()).toEqual(read);
  });

  it('continues the count of an earlier import', () => {
    const library = createLibrary();
    const first = planImport([article({ title: 'یک' }), article({ title: 'دو' })], library, options);
    const again = createLibrary();
    for (const { slug, moment, article: own } of first.files) {
      again.add({
        slug,
        file: slug,
        title: own.title,
        date: moment.date,
        firstParagraph: own.paragraphs[0]!,
        isPublished: true,
      });
    }
    const second = planImport([article({ title: 'یک' }), article({ title: 'سه' })], again, options);
    expect(second.known).toHaveLength(1);
    expect(second.files.map(({ moment }) => moment.date.iso.slice(11, 19))).toEqual(['00:00:02']);
  });

  it('cuts slugs to 120 bytes at a word, including the number', () => {
    const long = { title: 'خبر بلند '.repeat(40) };
    const { files } = planImport(
      [article({ ...long, paragraphs: ['۱'] }), article({ ...long, paragraphs: ['۲'] })],
      createLibrary(),
      options,
    );
    for (const { slug } of files) expect(byteLength(slug)).toBeLessThanOrEqual(120);
    expect(files[1]?.slug).toMatch(/-(?:خبر|بلند)-2$/);
  });

  it('recognises an article by title, day and first paragraph, in any spelling', () => {
    const twin = article({
      title: 'پل تازه باز شد!',
      date: dateOf('1404/07/24 10:30'),
      paragraphs: ['بند‌ نخست', 'دیگر'],
    });
    const { files, known } = planImport([article({}), twin], createLibrary(), options);
    expect(files).toHaveLength(1);
    expect(known[0]?.file).toBe('content/articles/1404/07/پل-تازه-باز-شد.md');
  });

  it('treats another day, title or first paragraph as another article', () => {
    const others = [
      article({ date: dateOf('1404/07/25') }),
      article({ title: 'دیگر' }),
      article({ paragraphs: ['دیگر'] }),
    ];
    expect(planImport([article({}), ...others], createLibrary(), options).files).toHaveLength(4);
  });

  it('does not compare a title or a day that the input lacks', () => {
    const mended = article({ title: 'تیتر بهتر', date: dateOf('1404/01/05') });
    const derived = article({ given: { title: false, date: false } });
    expect(planImport([mended, derived], createLibrary(), options).known).toHaveLength(1);
  });

  it('pins related articles, including later ones, and lists the others', () => {
    const first = article({ related: ['باران آمد', 'نیست', 'پل تازه باز شد'] });
    const { files } = planImport([first, article({ title: 'باران آمد + فیلم' })], createLibrary(), options);
    expect(files[0]).toMatchObject({ relatedPinned: ['باران-آمد-فیلم'], relatedUnknown: ['نیست'] });
    expect(files[0]?.text).toContain('related: [باران-آمد-فیلم]\n');
  });

  it('pins neither a future article nor one of two with the same title', () => {
    const future = article({ title: 'فردا', date: dateOf('1410/01/01') });
    const twins = ['۱', '۲'].map((text) => article({ title: 'دو', paragraphs: [text] }));
    const { files } = planImport([article({ related: ['فردا', 'دو'] }), future, ...twins], createLibrary(), options);
    expect(files[0]?.relatedPinned).toEqual([]);
  });

  it('rejects a file above the size limit', () => {
    const { files, refusals } = planImport([article({ paragraphs: ['متن '.repeat(3000)] })], createLibrary(), options);
    expect(files).toEqual([]);
    expect(refusals[0]?.faults[0]).toMatchObject({ field: 'body', expected: 'at most 10000 bytes' });
  });

  it('escapes text that looks like markdown', () => {
    const [file] = planImport([article({ paragraphs: ['# یک', '---'] })], createLibrary(), options).files;
    expect(file?.text).toMatch(/---\n\n\\# یک\n\n\\---\n$/);
  });
});
