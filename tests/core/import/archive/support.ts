import { type NewsDate, parseDate } from '../../../../src/core/dates/news-date.ts';
import type { ImportRecord } from '../../../../src/core/import/record.ts';

/** Parse a date of front matter. */
export function dateOf(text: string): NewsDate {
  const date = parseDate(text);
  if (typeof date === 'string') throw new Error(date);
  return date;
}

/** Create the record of a scraped page, with some fields replaced. */
export function makeRecord(fields: Partial<ImportRecord> = {}): ImportRecord {
  return {
    origin: '',
    file: 'in.jsonl',
    line: 1,
    kind: 'article',
    title: 'پل تازه باز شد',
    date: dateOf('1404/07/24'),
    addresses: [],
    tags: [],
    categories: [],
    authors: [],
    source: { name: 'کاوش' },
    body: { form: 'text', paragraphs: ['بند نخست.'] },
    notes: [],
    ...fields,
  };
}
