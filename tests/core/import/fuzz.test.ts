import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatArticleFile } from '../../../src/core/import/article-file.ts';
import type { ImportedArticle } from '../../../src/core/import/article.ts';
import { createSurvey } from '../../../src/core/import/archive/survey.ts';
import { exportFormats } from '../../../src/core/import/exports/formats.ts';
import type { ImportRecord, ImportRefusal } from '../../../src/core/import/record.ts';
import { createLibrary } from '../../../src/core/import/library.ts';
import { parsePageText } from '../../../src/core/import/page.ts';
import { cleanLine } from '../../../src/core/import/text.ts';
import { byteLength } from '../../../src/core/text/slug.ts';
import { fixtures } from '../../support/folders.ts';
import { countRuns } from '../../support/runs.ts';

const seed = 14040724;
const context = { file: 'x', sections: [{ slug: 'sport', name: 'ورزش' }], defaults: {} };
const page = readFileSync(join(fixtures, 'import/page-news.txt'), 'utf8');
const someText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    ...page.split('\n'),
    ...page.split(/\s/),
    '\n',
    ':',
    '|',
    ' - ',
    ' date 2025-10-16 ',
    '۳۰ اسفند ۱۴۰۴',
    '1404/99/99',
  ),
);

describe('hostile input', () => {
  it(`never throws for a page, and gives an article or its faults (seed ${seed})`, () => {
    const pages = fc.array(someText, { maxLength: 30 }).map((parts) => parts.join('\n'));
    fc.assert(
      fc.property(pages, (text) => checkOutcome(parsePageText(text, context).result)),
      { seed, numRuns: countRuns(120, 3000) },
    );
  });

  it(`never throws for JSON Lines (seed ${seed})`, () => {
    const value = fc.oneof(someText, fc.jsonValue());
    const record = fc.record(
      {
        title: value,
        lead: value,
        body: value,
        date: fc.oneof(value, fc.constant('1404/07/24')),
        tags: fc.oneof(value, fc.array(someText)),
        section: value,
        source: value,
        url: value,
      },
      { requiredKeys: [] },
    );
    const lines = fc
      .array(
        fc.oneof(
          record.map((fields) => JSON.stringify(fields)),
          someText,
        ),
      )
      .map((parts) => parts.join('\n'));
    fc.assert(
      fc.property(lines, (text) => {
        const { records } = exportFormats.at(-1)!.read(`${text}\n`, { file: 'x.jsonl' });
        for (const record of records) if ('origin' in record) checkRecord(record);
      }),
      { seed, numRuns: countRuns(100, 3000) },
    );
  });

  it(`is cleaned idempotently (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
      }),
      { seed, numRuns: countRuns(250, 6000) },
    );
  });

  it('does not take quadratic time', () => {
    for (const part of [
      '|',
      'منبع: ',
      ' - ',
      '۲۴ مهر ',
      '\n',
      'برچسب‌ها:\n',
      '«',
      '- ',
      'آخرین اخبار\n',
      '(',
      '. ',
      '1',
      '\\',
      '&',
      '_',
      '\u200C',
    ]) {
      checkOutcome(parsePageText(part.repeat(200_000 / part.length), context).result);
    }
  });
});

function checkOutcome(outcome: ImportedArticle | ImportRefusal): void {
  if ('faults' in outcome) {
    expect(outcome.faults.length).toBeGreaterThan(0);
    return;
  }
  expect(formatArticleFile({ ...outcome, body: '' })).toMatch(/^---\ntitle: /);
  const { paragraphs, section, ...fields } = outcome;
  const categories = section === undefined ? [] : [section];
  const body = { form: 'text', paragraphs } as const;
  checkRecord({ ...fields, categories, body, origin: '', kind: 'article', addresses: [], notes: [] });
}

/** A record gets a file with a safe name, or is refused with reasons. */
function checkRecord(record: ImportRecord): void {
  const survey = createSurvey({
    library: createLibrary(),
    folder: 'x',
    slugs: new Set(),
    pages: new Set(),
    origins: new Map(),
    aliases: new Map(),
    now: 0,
    restore: (text) => text,
  });
  const plan = survey.add(record);
  if ('known' in plan) throw new Error(`${plan.known} is not there`);
  if ('faults' in plan) expect(plan.faults.length).toBeGreaterThan(0);
  else {
    expect(plan.path).toMatch(/^(?:x\/\d{4}\/\d\d|pages)\/[^/]+\.md$/);
    expect(byteLength(plan.slug)).toBeLessThanOrEqual(record.kind === 'page' ? 240 : 120);
  }
}
