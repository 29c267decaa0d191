import { describe, expect, it } from 'vitest';
import type { Origin } from '../../../../src/core/import/archive/origins.ts';
import {
  createSurvey,
  type KnownRecord,
  type PlannedRecord,
  type SurveyOptions,
} from '../../../../src/core/import/archive/survey.ts';
import { linkKey } from '../../../../src/core/import/archive/addresses.ts';
import { createLibrary } from '../../../../src/core/import/library.ts';
import type { ImportRecord, ImportRefusal } from '../../../../src/core/import/record.ts';
import { newestFirst } from '../../../../src/core/site/newest-first.ts';
import { byteLength } from '../../../../src/core/text/slug.ts';
import { dateOf, makeRecord } from './support.ts';

type Outcome = PlannedRecord | KnownRecord | ImportRefusal;

function surveyWith(options: Partial<SurveyOptions> = {}): ReturnType<typeof createSurvey> {
  return createSurvey({
    library: createLibrary(),
    folder: 'articles',
    slugs: new Set(),
    pages: new Set(),
    origins: new Map(),
    aliases: new Map(),
    now: Date.parse('2026-01-01'),
    restore: (text) => text,
    ...options,
  });
}

function surveyAll(records: readonly ImportRecord[], options?: Partial<SurveyOptions>): Outcome[] {
  const survey = surveyWith(options);
  return records.map((record) => survey.add(record));
}

function planAll(records: readonly ImportRecord[], options?: Partial<SurveyOptions>): PlannedRecord[] {
  return surveyAll(records, options).map((outcome) => {
    if (!('path' in outcome)) throw new Error(JSON.stringify(outcome));
    return outcome;
  });
}

const text = (paragraph: string): Pick<ImportRecord, 'body'> => ({ body: { form: 'text', paragraphs: [paragraph] } });

describe('files', () => {
  it('lie in the folder of their Jalali month', () => {
    expect(planAll([makeRecord()])[0]?.path).toBe('articles/1404/07/پل-تازه-باز-شد.md');
    expect(planAll([makeRecord()], { folder: '' })[0]?.path).toBe('1404/07/پل-تازه-باز-شد.md');
  });

  it('of different articles with equal slugs are numbered, in any order', () => {
    const articles = ['الف', 'ب', 'پ'].map((paragraph) => makeRecord(text(paragraph)));
    expect(planAll([...articles, makeRecord({ title: 'پل تازه باز شد ۲' })]).map(({ slug }) => slug)).toEqual([
      'پل-تازه-باز-شد',
      'پل-تازه-باز-شد-2',
      'پل-تازه-باز-شد-3',
      'پل-تازه-باز-شد-2-2',
    ]);
  });

  it('have names of at most 120 bytes, cut at a word, including the number', () => {
    const plans = planAll(['۱', '۲'].map((each) => makeRecord({ title: 'خبر بلند '.repeat(40), ...text(each) })));
    for (const { slug } of plans) expect(byteLength(slug)).toBeLessThanOrEqual(120);
    expect(plans[1]?.slug).toMatch(/-(?:خبر|بلند)-2$/);
  });

  it.each([
    ['../../etc/passwd', 'etc-passwd'],
    ['/etc/passwd', 'etc-passwd'],
    ['a\u0000b', 'ab'],
    ['con', 'con-2'],
    ['index', 'index-2'],
    ['..', 'پل-تازه-باز-شد'],
    ['C:\\windows', 'c-windows'],
    ['%D9%BE%D9%84', 'd9-be-d9-84'],
  ])('have a safe name for the slug %j', (slug, expected) => {
    expect(planAll([makeRecord({ slug })])[0]?.path).toBe(`articles/1404/07/${expected}.md`);
    const [page] = planAll([makeRecord({ slug, kind: 'page' })]);
    expect(page?.path).toMatch(/^pages\/[\p{L}\p{N}-]+\.md$/u);
  });

  it('of pages avoid names used by the site and by other pages', () => {
    const page = makeRecord({ kind: 'page', date: undefined, title: 'درباره' });
    const slugs = ['tags', 'about', 'about'].map((slug, at) => ({ ...page, slug, origin: `x:${at}` }));
    expect(planAll(slugs, { pages: new Set(['about']) }).map(({ path }) => path)).toEqual([
      'pages/tags-2.md',
      'pages/about-2.md',
      'pages/about-3.md',
    ]);
  });
});

describe('moments', () => {
  it('of articles without a time follow the input, and show no time', () => {
    const library = createLibrary();
    library.add({
      slug: 'x',
      file: 'x.md',
      title: 'الف',
      date: dateOf('1404/07/25'),
      firstParagraph: '',
      isPublished: true,
    });
    const plans = planAll(
      [
        ...Array.from({ length: 70 }, (_, index) => makeRecord({ title: `خبر ${index}` })),
        makeRecord({ title: 'ساعت‌دار', date: dateOf('1404/07/24 10:30') }),
        makeRecord({ title: 'روز دیگر', date: dateOf('1404/07/25') }),
      ],
      { library },
    );
    const moment = ({ date, order }: PlannedRecord): [string | undefined, number | undefined] => [
      date?.iso.slice(0, 19),
      order,
    ];
    expect(moment(plans[0]!)).toEqual(['2025-10-16T00:00:00', undefined]);
    expect(moment(plans[1]!)).toEqual(['2025-10-16T00:00:01', undefined]);
    expect(moment(plans[59]!)).toEqual(['2025-10-16T00:00:59', undefined]);
    expect(moment(plans[60]!)).toEqual(['2025-10-16T00:00:59', 1]);
    expect(plans.slice(69).map(moment)).toEqual([
      ['2025-10-16T00:00:59', 10],
      ['2025-10-16T10:30:00', undefined],
      ['2025-10-17T00:00:01', undefined],
    ]);
    const read = plans.slice(0, 70).map(({ slug, date, order }) => ({ slug, file: slug, date: date!, order }));
    expect(read.every(({ date }) => !date.hasTime)).toBe(true);
    expect(newestFirst(read.toReversed()).toReversed()).toEqual(read);
  });

  it('continue the count of an earlier import', () => {
    const library = createLibrary();
    for (const [title, date] of [
      ['یک', '1404/07/24'],
      ['دو', '1404/07/24 00:00:01'],
    ] as const) {
      library.add({
        slug: title,
        file: `${title}.md`,
        title,
        date: dateOf(date),
        firstParagraph: 'بند نخست.',
        isPublished: true,
      });
    }
    const [known, added] = surveyAll([makeRecord({ title: 'یک' }), makeRecord({ title: 'سه' })], { library });
    expect(known).toEqual({ known: 'یک.md' });
    expect(added).toMatchObject({ date: { iso: '2025-10-16T00:00:02+03:30' } });
  });

  it('are the default for records without one, and the time of the import for drafts', () => {
    const date = dateOf('1399/01/01');
    const undated = makeRecord({ date: undefined });
    expect(planAll([undated], { date })[0]?.path).toBe('articles/1399/01/پل-تازه-باز-شد.md');
    expect(planAll([{ ...undated, draft: 'Its status was draft.' }])[0]?.date?.iso).toBe('2026-01-01T03:30:00+03:30');
    expect(surveyAll([undated])[0]).toMatchObject({ faults: [{ field: 'date', found: 'nothing' }] });
    expect(surveyAll([makeRecord({ date: '1404/12/30' })], { date })[0]).toMatchObject({
      faults: [{ field: 'date', found: '«1404/12/30»' }],
    });
  });
});

describe('existing articles', () => {
  it('are recognised by title, day and first paragraph, in any spelling', () => {
    const twin = makeRecord({
      title: 'پل تازه باز شد!',
      date: dateOf('1404/07/24 10:30'),
      body: { form: 'text', paragraphs: ['بند‌ نخست', 'دیگر'] },
    });
    expect(surveyAll([makeRecord(), twin])[1]).toEqual({ known: 'articles/1404/07/پل-تازه-باز-شد.md' });
  });

  it('are not recognised if their day, title or first paragraph differs', () => {
    const others = [
      makeRecord({ date: dateOf('1404/07/25') }),
      makeRecord({ title: 'دیگر' }),
      makeRecord(text('دیگر')),
    ];
    expect(planAll([makeRecord(), ...others])).toHaveLength(4);
  });

  it('are not compared by a title or a day that the input lacks', () => {
    const mended = makeRecord({ title: 'تیتر بهتر', date: dateOf('1404/01/05') });
    const derived = makeRecord({ isTitleDerived: true, date: undefined });
    expect(surveyAll([mended, derived], { date: dateOf('1399/01/01') })[1]).toEqual({
      known: 'articles/1404/01/تیتر-بهتر.md',
    });
  });

  it('are recognised by an old address, and then links lead to them', () => {
    const own = { file: 'content/articles/own.md', path: 'articles/own.md', target: 'own.md' };
    const survey = surveyWith({ aliases: new Map([[linkKey('/?p=7'), own]]) });
    const record = makeRecord({ origin: 'wordpress:a.example/?p=7', addresses: ['https://a.example/?p=7'] });
    expect(survey.add(record)).toEqual({ known: 'content/articles/own.md' });
    expect(survey.targets.get(linkKey('https://a.example/?p=7&utm_source=x'))).toBe('own.md');
  });

  it('keep file and moment if an earlier import wrote them', () => {
    const from = 'wordpress:a.example/?p=7';
    const origin: Origin = {
      from,
      file: 'articles/1404/07/kohne.md',
      text: 'x',
      moment: { date: '1404/07/24 00:00:05' },
    };
    const [plan] = planAll([makeRecord({ origin: from, title: 'نو', slug: 'no' })], {
      origins: new Map([[from, origin]]),
    });
    expect(plan).toMatchObject({ slug: 'kohne', path: origin.file, date: { iso: '2025-10-16T00:00:05+03:30' } });
  });

  it('that are not published are not linked to', () => {
    const from = 'x:1';
    const origins = new Map([[from, { from, file: 'articles/pol.md', text: 'x' }]]);
    const target = (fields: Partial<ImportRecord>, options?: Partial<SurveyOptions>): string | undefined => {
      const survey = surveyWith(options);
      survey.add(makeRecord({ addresses: ['/old/'], slug: 'pol', ...fields }));
      return survey.targets.get('/old');
    };
    expect(target({})).toBe('pol.md');
    expect(target({ draft: 'Its status was draft.' })).toBe('unpublished:pol.md');
    expect(target({ date: dateOf('1410/01/01') })).toBe('unpublished:pol.md');
    expect(target({ origin: from }, { origins })).toBe('unpublished:pol.md');
    expect(target({ origin: from }, { origins, slugs: new Set(['pol']) })).toBe('pol.md');
  });

  it('are refused if they occur twice in one import', () => {
    const twice = ['یک', 'دو'].map((title) => makeRecord({ origin: 'wordpress:a.example/?p=7', title }));
    expect(surveyAll(twice)[1]).toMatchObject({ faults: [{ field: 'record', expected: 'each record once' }] });
  });
});

describe('old addresses', () => {
  it('become aliases once, without hosts, and not the article’s own', () => {
    const addresses = [
      'https://a.example/1395/02/21/%D9%BE%D9%84/?utm_source=rss',
      '/1395/02/21/پل/',
      '/?p=7',
      'https://a.example/',
      '/news/pol/',
      'javascript:alert(1)',
      '/a/../../b',
    ];
    const [plan] = planAll([makeRecord({ slug: 'pol', addresses })]);
    expect(plan?.aliases).toEqual(['/1395/02/21/پل/', '/?p=7', '/b']);
  });

  it('stay with the file of an earlier import', () => {
    const from = 'wordpress:a.example/?p=7';
    const file = { file: 'content/articles/pol.md', path: 'articles/pol.md', target: 'pol.md' };
    const origin: Origin = { from, file: file.path, text: 'x' };
    const record = makeRecord({ origin: from, addresses: ['/old/'] });
    const options = { aliases: new Map([['/old', file]]), origins: new Map([[from, origin]]) };
    expect(planAll([record], options)[0]).toMatchObject({ path: file.path, aliases: ['/old/'], notes: [] });
  });

  it('that can’t be aliases are reported', () => {
    const [plan] = planAll([makeRecord({ addresses: ['https://a.example/%ff/', 'https://a.example/?x', ''] })]);
    expect(plan?.notes.map(({ detail }) => detail)).toEqual(['https://a.example/%ff/']);
  });

  it('lead to the first record that has them, and the second is reported', () => {
    const survey = surveyWith();
    const [first, second] = ['یک', 'دو'].map(
      (title) => survey.add(makeRecord({ title, addresses: ['/old/'] })) as PlannedRecord,
    );
    expect([first?.aliases, second?.aliases]).toEqual([['/old/'], []]);
    expect(second?.notes).toEqual([
      { kind: 'lost', what: 'An old address already belongs to another article.', detail: '/old/' },
    ]);
    expect(survey.targets.get('/old')).toBe('یک.md');
  });
});

describe('titles', () => {
  it.each([
    ['', 'made of the first words', 'بند نخست'],
    ['🙂', 'made of the first words', 'بند نخست'],
  ])('%j is %s', (title, _, expected) => {
    const [plan] = planAll([makeRecord({ title })]);
    expect(plan?.title).toBe(expected);
    expect(plan?.notes).toHaveLength(1);
  });

  it('of any length give a headline', () => {
    const [plan] = planAll([makeRecord({ title: 'خبر '.repeat(2_500_000) })]);
    expect(plan?.title.length).toBeLessThanOrEqual(402);
    expect(planAll([makeRecord({ title: 'خ'.repeat(5_000_000) })])[0]?.title.length).toBeLessThanOrEqual(402);
  });

  it('are required, and so is a text', () => {
    const nothing = makeRecord({ title: '', date: undefined, body: { form: 'html', text: ' ' } });
    expect(surveyAll([nothing])[0]).toMatchObject({
      faults: [{ field: 'title' }, { field: 'date' }, { field: 'body' }],
    });
  });
});

describe('dates', () => {
  it('in the notations of other systems are read', () => {
    expect(planAll([makeRecord({ date: '18 Dec 2014' })])[0]?.path).toMatch(/^articles\/1393\/09\//);
  });
});
