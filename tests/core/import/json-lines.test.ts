import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../src/core/dates/news-date.ts';
import { parseJsonLines } from '../../../src/core/import/json-lines.ts';
import { fixtures } from '../../support/folders.ts';

const date = parseDate('1399/01/01');
if (typeof date === 'string') throw new Error(date);
const sections = [
  { slug: 'society', name: 'جامعه' },
  { slug: 'sport', name: 'ورزش' },
];
const context = { file: 'records.jsonl', sections, defaults: { date } };
const records = readFileSync(join(fixtures, 'import/records.jsonl'), 'utf8');
const { articles, refusals } = parseJsonLines(records, context);

describe('parseJsonLines', () => {
  it('reads and cleans the fields of a record', () => {
    expect(articles[0]).toMatchObject({
      line: 1,
      title: 'پل تازه رودخانه باز شد',
      lead: 'پل دوم رودخانه پس از دو سال کار باز شد.',
      tags: ['پل', 'رودخانه'],
      section: 'جامعه',
      source: { name: 'kavosh.example', url: 'https://www.kavosh.example/' },
      given: { title: true, date: true },
    });
    expect(articles[0]?.paragraphs).toHaveLength(3);
  });

  it('replaces Arabic letters with Persian ones, and applies the default date', () => {
    expect(articles[1]).toMatchObject({ title: 'کتاب‌خانه محله', date, lead: undefined, given: { date: false } });
  });

  it('drops a section that the site does not have, and reports it', () => {
    expect(articles[1]).toMatchObject({ droppedSection: 'province' });
    expect(articles[1]?.section).toBeUndefined();
    expect(articles[2]?.section).toBe('ورزش');
  });

  it('uses the lead if the body is empty, and reads tags from a string and dates in words', () => {
    expect(articles[2]).toMatchObject({
      line: 3,
      paragraphs: ['خبری دیگر با همین تیتر.'],
      lead: undefined,
      tags: ['پل', 'آب'],
      source: { name: 'کاوش', url: 'https://kavosh.example/' },
      date: { iso: '2025-10-17T08:05:00+03:30' },
    });
  });

  it('rejects a record with all its faults, and continues', () => {
    expect(refusals.map(({ line }) => line)).toEqual([5, 6]);
    expect(refusals[0]?.faults.map(({ field, found }) => [field, found])).toEqual([
      ['title', 'nothing'],
      ['date', '«1404/12/30»'],
      ['source', 'nothing'],
    ]);
    expect(refusals[1]?.faults[0]).toMatchObject({ field: 'record', expected: 'a JSON object on one line' });
  });

  it.each([
    ['{"title":12,"body":"متن"}', 'title', '12'],
    ['{"title":"تیتر","body":["متن"]}', 'body', '["متن"]'],
    ['[{"title":"تیتر"}]', 'record', '«[{"title":"تیتر"}]»'],
    ['null', 'record', '«null»'],
    ['{"title":"!!!","body":"متن","source":"کاوش"}', 'title', '«!!!»'],
  ])('reports the field and its value: %s', (line, field, found) => {
    const [refusal] = parseJsonLines(line, context).refusals;
    expect(refusal?.faults[0]).toMatchObject({ field, found });
  });

  it('takes no origin from a URL that is not http', () => {
    const line = JSON.stringify({ title: 'تیتر', body: 'متن', source: 'کاوش', url: 'javascript:alert(1)' });
    expect(parseJsonLines(line, context).articles[0]?.source).toEqual({ name: 'کاوش' });
  });
});

describe('records that would exhaust the parser', () => {
  const good = '{"title":"پل تازه رودخانه باز شد","date":"1404/07/24","source":"کاوش","body":"پل تازه باز شد."}';

  it.each([
    ['a very deep one', `{"title":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`, 'title'],
    ['a deep list', `{"body":${'['.repeat(20_000)}1${']'.repeat(20_000)}}`, 'body'],
    ['a very long one', `{"title":"x","body":"${'الف ب '.repeat(2_000_000)}"}`, 'record'],
  ])('are rejected, and the others accepted: %s', (_, line, field) => {
    const result = parseJsonLines(`${line}\n${good}`, context);
    expect(result.refusals.map(({ faults }) => faults[0]?.field)).toEqual([field]);
    expect(result.articles).toHaveLength(1);
  });
});
