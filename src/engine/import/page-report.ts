import { formatDateField } from '../../core/import/article-file.ts';
import { cut } from '../../core/import/archive/report-refusals.ts';
import type { PlannedRecord } from '../../core/import/archive/survey.ts';
import type { ImportRecord } from '../../core/import/record.ts';

/** Result for the article of a scraped page. */
export type PageOutcome =
  | {
      written: string;
      record: ImportRecord;
      plan: PlannedRecord;
      related: readonly string[];
      unknown: readonly string[];
    }
  | { known: string }
  | undefined;

/** Describe the fields found in the text of a page, for an editor to check. @param restore Restores half-spaces. */
export function describePage(
  { file, warnings, leftOut }: { file: string; warnings: readonly string[]; leftOut: number },
  outcome: PageOutcome,
  restore: (text: string) => string,
): string[] {
  if (!outcome) return [];
  if ('known' in outcome) return [`${file}: already there, ${outcome.known}`, ''];
  const { record, plan, related, unknown, written } = outcome;
  const paragraphs = record.body.form === 'text' ? record.body.paragraphs.length : 0;
  const found: [string, string | undefined][] = [
    ['title', plan.title],
    ['date', plan.date && formatDateField(plan.date)],
    ['source', record.source?.name],
    ['section', record.categories[0]],
    ['dateline', record.dateline],
    ['authors', record.authors.join('، ')],
    ['tags', record.tags.join('، ')],
    ['lead', record.lead],
    ['body', `${paragraphs} paragraphs`],
    ['related', related.join(', ')],
  ];
  return [
    `${file} → ${written}`,
    ...found.map(
      ([field, value]) => `  ${field.padEnd(9)} ${value === undefined || value === '' ? '-' : cut(restore(value))}`,
    ),
    ...unknown.map((title) => `  Not pinned as related, since there is no such article: ${restore(title)}`),
    ...warnings.map((warning) => `  ${warning}`),
    `  ${leftOut} lines of the page around the article were left out.`,
    '',
  ];
}
