import fc from 'fast-check';
import matter from 'gray-matter';
import { describe, expect, it } from 'vitest';
import { type ArticleFileFields, formatArticleFile, formatDateField } from '../../../src/core/import/article-file.ts';
import { dateAt, parseDate } from '../../../src/core/dates/news-date.ts';
import { parseFrontMatter } from '../../../src/core/content/front-matter.ts';
import { cleanLine, cleanTitle } from '../../../src/core/import/text.ts';
import { countRuns } from '../../support/runs.ts';

const seed = 14040724;
const date = dateAt(Date.parse('2025-10-16T10:30:00+03:30'));

describe('formatArticleFile', () => {
  it('writes the fields in order, and quotes only where necessary', () => {
    const file = formatArticleFile({
      title: 'شهردار: مترو رسید.',
      date,
      tags: ['تهران', 'no', 'الف, ب'],
      source: { name: 'کاوش', url: 'https://kavosh.example/' },
      section: 'جامعه',
      authors: ['شیدا مهرگان'],
      lead: 'خط ۸ #آماده است',
      dateline: 'خبرگزاری کاوش',
      related: ['khat-hasht'],
      draft: true,
      hints: ['kicker: روتیتر'],
      body: 'متن.',
    });
    expect(file).toBe(`---
title: "شهردار: مترو رسید"
date: "1404/07/24 10:30"
section: جامعه
source: {name: کاوش, url: https://kavosh.example/}
dateline: خبرگزاری کاوش
authors: [شیدا مهرگان]
tags: [تهران, "no", "الف, ب"]
lead: "خط ۸ #آماده است"
related: [khat-hasht]
draft: true
# kicker: روتیتر
---

متن.
`);
  });

  it('omits empty fields', () => {
    const source = { name: 'کاوش' };
    const day = dateAt(Date.parse('2025-10-16T00:00:00+03:30'), false);
    const file = formatArticleFile({ title: 'تیتر', date: day, tags: [], source, lead: ' ', body: '' });
    expect(file).toBe('---\ntitle: تیتر\ndate: 1404/07/24\nsource: کاوش\ntags: []\n---\n');
  });

  it(`round-trips any text through gray-matter and our own parser (seed ${seed})`, () => {
    const unit = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom(...hostile));
    const text = fc.array(unit, { maxLength: 3 }).map((parts) => parts.join(''));
    const fields: fc.Arbitrary<ArticleFileFields> = fc.record({
      title: text,
      tags: fc.array(text, { maxLength: 4 }),
      lead: text,
      dateline: text,
      section: text,
      authors: fc.array(text, { maxLength: 2 }),
      source: fc.record({ name: text }),
      body: fc.constantFrom('متن.', '---\nx: y\n---'),
      date: fc.date({ min: new Date(-1e12), max: new Date(3e12), noInvalidDate: true }).map((day) => dateAt(+day)),
    });
    fc.assert(
      fc.property(fields, (article) => {
        const file = formatArticleFile(article);
        const { data, content } = matter(file, {});
        expect(content.trim()).toBe(article.body);
        const written = { ...expected(article), date: data['date'] };
        expect(data).toEqual(written);
        const own = parseFrontMatter(file);
        expect('frontMatter' in own && own.frontMatter.data).toEqual(written);
        const read = parseDate(String(data['date']));
        expect(typeof read === 'object' && Math.floor(read.epoch / 1000)).toBe(Math.floor(article.date.epoch / 1000));
      }),
      { seed, numRuns: countRuns(300, 3000) },
    );
  });
});

describe('formatDateField', () => {
  it('includes the time only if there is one, and seconds only if they are not zero', () => {
    expect(formatDateField(date)).toBe('1404/07/24 10:30');
    expect(formatDateField(dateAt(Date.parse('2025-10-16T00:00:00+03:30'), false))).toBe('1404/07/24');
    expect(formatDateField(dateAt(Date.parse('2025-10-16T10:30:05+03:30')))).toBe('1404/07/24 10:30:05');
  });

  it('writes ISO 8601 for the second of two identical hours in Tehran', () => {
    const hours = ['2021-09-21T19:00:00Z', '2021-09-21T20:00:00Z'].map((iso) =>
      formatDateField(dateAt(Date.parse(iso))),
    );
    expect(hours).toEqual(['1400/06/30 23:30', '2021-09-21T23:30:00+03:30']);
  });
});

const hostile = [
  '---',
  '...',
  '- x',
  '? x',
  ': ',
  ' #',
  '&a',
  '*a',
  '!x',
  '|',
  '>',
  '%',
  '@',
  '`',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ',',
  'null',
  '~',
  'true',
  'no',
  'y',
  '12:30:45',
  '1404-02-31',
  '2025-10-16',
  '0x1F',
  '017',
  '1_000',
  '.inf',
  '.nan',
  '<<',
  '=',
  '1e3',
  '\n---\n',
  '\u0085',
  '\u2028',
  '\uFEFF',
  'ي',
];

function expected({
  title,
  tags,
  lead,
  dateline,
  section,
  authors,
  source,
}: ArticleFileFields): Record<string, unknown> {
  const lists = Object.entries({ authors: (authors ?? []).length > 0 ? authors : undefined, tags });
  const texts = Object.entries({ section, dateline, lead }).map(
    ([field, value]) => [field, cleanLine(value ?? '')] as const,
  );
  return {
    title: cleanTitle(title),
    source: cleanLine(source!.name),
    ...Object.fromEntries(
      lists.filter(([, list]) => list).map(([field, list]) => [field, list!.map(cleanLine).filter(Boolean)]),
    ),
    ...Object.fromEntries(texts.filter(([, value]) => value !== '')),
  };
}
