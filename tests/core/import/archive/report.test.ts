import { expect, it } from 'vitest';
import {
  formatImportReport,
  formatReportFile,
  type ImportSummary,
} from '../../../../src/core/import/archive/report.ts';
import { note } from '../../../../src/core/import/notes.ts';
import type { ImportFault } from '../../../../src/core/import/record.ts';

const nothing: ImportSummary = {
  isTrial: false,
  folder: 'content/articles',
  systems: new Map(),
  written: 0,
  updated: 0,
  unchanged: 0,
  known: [],
  edited: [],
  deleted: [],
  pages: 0,
  drafts: 0,
  embargoed: 0,
  authors: 0,
  comments: 0,
  redirects: 0,
  years: new Map(),
  skipped: new Map(),
  refusals: [],
  notes: new Map(),
  changes: new Map(),
  tagged: new Map(),
  pictures: { local: 0, downloaded: 0, remote: 0, failed: new Map() },
  bytes: 0,
  seconds: 0,
  details: [],
};
const report = (summary: Partial<ImportSummary>): string => formatImportReport({ ...nothing, ...summary });
const place = (at: number): { place: string; title: string } => ({ place: `a.xml:${at}`, title: `خبر ${at}` });

it('ends with the counts', () => {
  const known = [place(1), place(2)];
  expect(report({ known, unchanged: 3 })).toBe(
    '0 written to content/articles, 5 already there, 0 refused. (0.0 MB, 0.0 s)\n',
  );
  expect(report({ written: 4, updated: 2, isTrial: true, seconds: 2, bytes: 1_500_000 })).toBe(
    '4 would be written to content/articles, 2 updated, 0 already there, 0 refused. (1.5 MB, 2.0 s, 3 a second)\n',
  );
});

it('groups refusals by reason, with their places', () => {
  const fault: ImportFault = { field: 'date', expected: 'a date', found: 'nothing', fix: 'Add one.' };
  const refusals = [1, 2].map((line) => ({ file: 'a.jsonl', line, title: `خبر ${line}`, faults: [fault] }));
  expect(report({ refusals })).toContain(
    'Refused 2: date: expected a date, found nothing.\n  Add one.\n    a.jsonl:1  خبر 1\n    a.jsonl:2  خبر 2\n',
  );
});

it('lists a limited number of places, and the number of others', () => {
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

it('reports categories that became tags, and future articles', () => {
  const text = report({ tagged: new Map([['ورزش', 2]]), embargoed: 1, drafts: 3 });
  expect(text).toMatch(/Categories without a section .*:\n {2}ورزش: 2\n/);
  expect(text).toContain('1 of the written articles have a future date');
  expect(text).toContain('3 of the written articles are drafts.');
});

it('lists losses before changes, with places', () => {
  const group = (kind: 'lost' | 'changed', what: string, count: number) => ({
    note: note(kind, what),
    places: Array.from({ length: Math.min(count, 50) }, (_, at) => place(at)),
    count,
  });
  const text = report({
    notes: new Map([
      ['a', group('changed', 'A block was left out.', 1)],
      ['b', group('lost', 'A form was left out.', 60)],
    ]),
  });
  expect(text.indexOf('Not carried over:')).toBeLessThan(text.indexOf('Carried over in another form:'));
  expect(text).toContain('  A form was left out. (60)\n');
  expect(text).toContain('… and 50 more\n');
});

it('lists edited and deleted files', () => {
  const text = report({ edited: [place(1)], deleted: [place(2)] });
  expect(text).toMatch(/Edited here since the last import.*:\n {2}a\.xml:1 {2}خبر 1\n/);
  expect(text).toMatch(/Deleted here since the last import.*:\n {2}a\.xml:2 {2}خبر 2\n/);
});

it('prints no control characters from the input', () => {
  const details = ['a\u001B[31m.txt'];
  const known = [{ place: 'b\u0007.md', title: '\u202Ex' }];
  for (const text of [report({ details, edited: known }), formatReportFile({ ...nothing, details, edited: known })]) {
    for (const sign of ['\u001B', '\u0007', '\u202E']) expect(text).not.toContain(sign);
  }
});
