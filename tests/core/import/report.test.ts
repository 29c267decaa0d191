import { expect, it } from 'vitest';
import type { ImportFault } from '../../../src/core/import/record.ts';
import { formatImportReport, type ImportSummary } from '../../../src/core/import/report.ts';

const nothing: ImportSummary = {
  folder: 'content/articles',
  written: [],
  known: 0,
  refusals: [],
  pages: [],
  changes: new Map(),
  droppedSections: new Map(),
  embargoed: 0,
};
const report = (summary: Partial<ImportSummary>): string => formatImportReport({ ...nothing, ...summary });

it('ends with the counts', () => {
  expect(report({ known: 2 })).toBe('0 written to content/articles, 2 already there, 0 refused.\n');
});

it('groups refusals by reason, with their places', () => {
  const fault: ImportFault = { field: 'date', expected: 'a date', found: 'nothing', fix: 'Add one.' };
  const refusals = [1, 2].map((line) => ({ file: 'a.jsonl', line, title: `خبر ${line}`, faults: [fault] }));
  expect(report({ refusals })).toContain(
    'Refused 2: date: expected a date, found nothing.\n  Add one.\n    a.jsonl:1  خبر 1\n    a.jsonl:2  خبر 2\n',
  );
});

it('names a limited number of places, and how many more there are', () => {
  const fault: ImportFault = { field: 'date', expected: 'a date', found: '«x»', fix: 'Mend it.' };
  const refusals = Array.from({ length: 25 }, (_, line) => ({ file: 'a', line, title: '', faults: [fault] }));
  const text = report({ refusals });
  expect(text.match(/^ {4}a:/gm)).toHaveLength(20);
  expect(text).toContain('    … and 5 more\n');
});

it('lists the most frequent changes first', () => {
  const changes = new Map([
    ['میشود → می‌شود', 1],
    ['کتابها → کتاب‌ها', 3],
  ]);
  expect(report({ changes })).toMatch(
    /^Half-spaces restored in 4 places.*\n {2}کتابها → کتاب‌ها \(3\)\n {2}میشود → می‌شود\n/,
  );
});

it('says which sections were left out, and which articles wait', () => {
  const text = report({ droppedSections: new Map([['ورزش', 2]]), embargoed: 1 });
  expect(text).toContain('Sections this site does not have were left out: «ورزش» (2).');
  expect(text).toContain('1 of the written articles have a date to come');
});

it('prints no control characters of what was imported', () => {
  const known = { file: 'a\u001B[31m.txt', outcome: { known: 'b.md' }, warnings: [], leftOut: 0 };
  expect(report({ pages: [known] })).not.toContain('\u001B');
});
