import { faultTable } from '../../core/import/article.ts';
import { claimAliases } from '../../core/import/archive/claim-aliases.ts';
import type { PlannedRecord } from '../../core/import/archive/survey.ts';
import type { ImportRecord, ImportRefusal } from '../../core/import/record.ts';
import { optionalFeeds } from '../../core/site/reserved-paths.ts';
import { createUrls } from '../../core/urls.ts';
import { listPublicFiles } from '../content/find-files.ts';
import type { ExistingContent } from './existing-content.ts';
import type { OpenedInput } from './reading/open-inputs.ts';
import type { ImportOptions } from './options.ts';
import { tooLarge } from './faults.ts';
import type { Tally } from './tally.ts';

/** A record with its place in the plan, in the order of the input. */
export type Plan = (PlannedRecord | undefined)[];

/** Survey an archive: count skipped and refused records, and plan the rest. */
export async function surveyArchive(
  archive: OpenedInput,
  add: (record: ImportRecord) => PlannedRecord | { known: string } | ImportRefusal,
  { config, defaults }: ImportOptions,
  tally: Tally,
  report: (done: number, total: number) => void,
): Promise<Plan> {
  const plan: Plan = [];
  const hasSource = config.defaults?.source !== undefined || (defaults.source ?? archive.site.title) !== undefined;
  let count = 0;
  // The number of records is estimated from the share of the input that was read.
  const estimate = (done: number, total: number): void =>
    report(count, Math.max(count, Math.round((count * total) / Math.max(done, 1))));
  for await (const record of archive.records(estimate)) {
    count += 1;
    if ('skipped' in record) {
      tally.skip(record.skipped);
      continue;
    }
    if ('faults' in record) {
      tally.refuse(record);
      continue;
    }
    plan.push(undefined);
    tally.read(archive.site.system);
    if (record.kind === 'page' && record.draft !== undefined) {
      tally.skip('pages that are drafts');
      continue;
    }
    // Markup may be larger than its text, up to a limit: its tree must fit into a thread's memory.
    const limit = config.limits.fileBytes * markupFactor;
    const found = lengthOf(record) > limit ? refuseLength(record, limit) : add(record);
    if ('known' in found) tally.know(record, found.known);
    else if ('faults' in found) tally.refuse(found);
    else if (record.kind === 'article' && record.source === undefined && !hasSource) {
      tally.refuse({ file: record.file, line: record.line, title: record.title, faults: [faultTable.source] });
    } else plan[plan.length - 1] = found;
  }
  return plan;
}

/** Drop old addresses that the site uses itself from all plans, and return the planned records. */
export async function settlePlans(
  plans: readonly Plan[],
  { slugs, pages }: ExistingContent,
  options: ImportOptions,
): Promise<PlannedRecord[]> {
  const planned = plans.flat().filter((plan) => plan !== undefined);
  const publicFiles = [...(await listPublicFiles(options.publicFolder)), ...optionalFeeds(options.config)];
  const taken = { articles: slugs, pages, publicFiles };
  const claimed = claimAliases(planned, taken, createUrls(options.config.url));
  let next = 0;
  for (const plan of plans) for (const [at, each] of plan.entries()) if (each) plan[at] = claimed[next++];
  return claimed;
}

const markupFactor = 4;

function lengthOf({ body }: ImportRecord): number {
  return body.form === 'text' ? body.paragraphs.reduce((sum, { length }) => sum + length, 0) : body.text.length;
}

function refuseLength(record: ImportRecord, limit: number): ImportRefusal {
  const { file, line, title } = record;
  return { file, line, title: title.slice(0, 200), faults: [tooLarge(lengthOf(record), limit)] };
}
