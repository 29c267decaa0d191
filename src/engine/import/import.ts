import { join, relative } from 'node:path';
import { parsingConfig, type SiteConfig } from '../../core/config/site-config.ts';
import { formatDateField } from '../../core/import/article-file.ts';
import { faultTable, type ImportContext } from '../../core/import/article.ts';
import { linkKey } from '../../core/import/archive/addresses.ts';
import { type Origin, originsFile, writeOrigins } from '../../core/import/archive/origins.ts';
import { formatImportReport, formatReportFile } from '../../core/import/archive/report.ts';
import { createSurvey, type PlannedRecord } from '../../core/import/archive/survey.ts';
import type { ImportRecord, ImportRefusal } from '../../core/import/record.ts';
import { createHalfSpaceFinder, restoreHalfSpaces } from '../../core/half-spaces/finder.ts';
import { withSlashes } from '../base/paths.ts';
import { createProgress } from '../base/progress.ts';
import { displayName } from '../content/find-files.ts';
import { loadLexicon } from '../proofread/dictionary.ts';
import type { ArchiveFile } from './archive.ts';
import type { Conversion, ConversionSetup, ConversionTask } from './convert.ts';
import { convertAll } from './convert-all.ts';
import { type ExistingContent, readExistingContent } from './existing-content.ts';
import { newArticlesFolder } from './new-article.ts';
import { type OpenedInput, openInputs } from './open-inputs.ts';
import { describePage } from './page-report.ts';
import { createTally, type Tally } from './tally.ts';
import { mergeComments, writeRecord, writeWhole } from './write-files.ts';

/** What an import reads, and where it writes. */
export interface ImportOptions {
  /** Paths; `-` is standard input. */
  inputs: readonly string[];
  /** The content folder, absolute. */
  content: string;
  config: SiteConfig;
  /** For articles that lack these fields. */
  defaults: ImportContext['defaults'];
  /** Milliseconds since 1970-01-01T00:00Z. */
  now: number;
  /** Whether to keep texts as they are, without restoring letters and lost half-spaces. */
  isAsIs?: boolean | undefined;
  /** Whether to write nothing. */
  isTrial?: boolean | undefined;
  /** Folders with the pictures of the old site, absolute. */
  media?: readonly string[] | undefined;
  /** Whether to write what came in beside each article. */
  keepsOriginals?: boolean | undefined;
}

/** The outcome of an import. */
export interface ImportResult {
  /** For the terminal. */
  report: string;
  /** For a Markdown file. */
  file: string;
  refused: number;
}

/** A record with its place in the plan, in the order of the input. */
type Plan = (PlannedRecord | undefined)[];

/**
 * Import exports of other systems, and texts of pages, into the content folder. All records are surveyed first, since
 * texts link to each other, and then converted one by one. What an editor has changed is never overwritten; refused
 * records do not affect the others.
 *
 * @throws UsageError if an input can't be read, before anything is written.
 */
export async function importArticles(options: ImportOptions): Promise<ImportResult> {
  const { content, config, now, defaults } = options;
  const started = performance.now();
  const progress = createProgress(process.stderr);
  const context = { sections: config.sections, defaults };
  const archives = await progress.phase('opening', async () => openInputs(options.inputs, context, now));
  const folder = await newArticlesFolder(content);
  const existing = await readExistingContent(content, folder, config, now);
  const tally = createTally({ isTrial: options.isTrial === true, folder: displayName(folder) });
  const prefix = withSlashes(relative(content, folder));
  const lexicon =
    options.isAsIs === true ? undefined : createHalfSpaceFinder(await loadLexicon(config.orthography.words));
  const restore = (text: string): string => (lexicon ? restoreHalfSpaces(text, lexicon) : text);
  const survey = createSurvey({
    ...existing,
    folder: prefix,
    date: defaults.date,
    now,
    restore,
  });
  const plans: Plan[] = [];
  await progress.phase('surveying', async (report) => {
    for (const archive of archives) plans.push(await surveyArchive(archive, survey.add, options, tally, report));
  });
  const planned = plans.flat().filter((plan) => plan !== undefined);
  const origins = new Map(existing.origins);
  const noteOrigins = (): void => {
    if (options.isTrial !== true && origins.size > 0)
      writeWhole(join(content, originsFile), writeOrigins(origins.values()));
  };
  for (const plan of planned) {
    if (plan.origin !== '' && !origins.has(plan.origin)) origins.set(plan.origin, originOf(plan));
  }
  noteOrigins();
  try {
    for (const [at, archive] of archives.entries()) {
      const setup = setupOf(options, archive, survey.targets);
      await progress.phase('converting', async (report) => {
        let done = 0;
        const total = plans[at]!.filter((plan) => plan !== undefined).length;
        const tasks = tasksOf(archive, plans[at]!, existing, survey.targets);
        await convertAll(tasks, setup, total, lexicon, (task, result) => {
          if (task.record.source === undefined && task.planned.kind === 'article') tally.noteSource(setup.source);
          settle(task, result, options, existing.origins.get(task.planned.origin), origins, tally);
          report((done += 1), total);
        });
      });
    }
  } finally {
    noteOrigins();
  }
  for (const { page } of archives) if (page) tally.detail(describePage(page, tally.outcomeOf(page.file), restore));
  const summary = tally.summary((performance.now() - started) / 1000);
  return { report: formatImportReport(summary), file: formatReportFile(summary), refused: summary.refusals.length };
}

async function surveyArchive(
  archive: OpenedInput,
  add: (record: ImportRecord) => PlannedRecord | { known: string } | ImportRefusal,
  { config, defaults }: ImportOptions,
  tally: Tally,
  report: (done: number, total: number) => void,
): Promise<Plan> {
  const plan: Plan = [];
  const hasSource = config.defaults?.source !== undefined || (defaults.source ?? archive.site.title) !== undefined;
  let count = 0;
  // How many records there are is known only as far as the share of the input that was read.
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
    const found = add(record);
    if ('known' in found) tally.know(record, found.known);
    else if ('faults' in found) tally.refuse(found);
    else if (record.kind === 'article' && record.source === undefined && !hasSource) {
      tally.refuse({ file: record.file, line: record.line, title: record.title, faults: [faultTable.source] });
    } else plan[plan.length - 1] = found;
  }
  return plan;
}

async function* tasksOf(
  archive: OpenedInput,
  plan: Plan,
  { library }: ExistingContent,
  targets: ReadonlyMap<string, string>,
): AsyncGenerator<ConversionTask> {
  let at = 0;
  for await (const record of archive.records()) {
    if ('skipped' in record || 'faults' in record) continue;
    const planned = plan[at++];
    if (!planned) continue;
    const pins = (record.related ?? []).map((pin) => {
      const target = targets.get(linkKey(pin));
      return { pin, slug: target?.endsWith('.md') ? target.slice(0, -3) : library.slugOfTitle(pin) };
    });
    const slugs = new Set(pins.flatMap(({ slug }) => (slug === undefined || slug === planned.slug ? [] : [slug])));
    const unknown = pins.flatMap(({ pin, slug }) => (slug === undefined ? [pin] : []));
    yield { record, planned, related: [...slugs].slice(0, 50), unknown, files: filesOf(archive, record) };
  }
}

function filesOf(archive: OpenedInput, record: ImportRecord): ReadonlyMap<string, readonly ArchiveFile[]> {
  const files = new Map<string, readonly ArchiveFile[]>();
  if (!archive.filesOf) return files;
  const { body, image } = record;
  const addresses = new Set(image ? [image.src] : []);
  if (body.form !== 'text') {
    for (const [, quoted, plain] of body.text.matchAll(
      /(?:src|href|poster)\s*=\s*["']([^"'\n]+)["']|\]\(\s*<?([^)>\s"]+)/gi,
    )) {
      addresses.add((quoted ?? plain)!);
    }
  }
  for (const address of addresses) {
    const found = archive.filesOf(address, record);
    if (found.length > 0) files.set(address, found);
  }
  return files;
}

function setupOf(options: ImportOptions, archive: OpenedInput, targets: ReadonlyMap<string, string>): ConversionSetup {
  const { defaults, limits, orthography } = options.config;
  const own = options.defaults.source ?? (defaults?.source === undefined ? archive.site.title : undefined);
  return {
    config: { ...parsingConfig(options.config), orthography },
    source: own,
    siteUrl: archive.site.url,
    targets,
    media: {
      content: options.content,
      folders: options.media ?? [],
      maxBytes: limits.imageBytes,
      copies: options.isTrial !== true,
    },
    isAsIs: options.isAsIs === true,
  };
}

function originOf({ origin, path, date, order }: PlannedRecord): Origin {
  const hasMoment = date !== undefined && !date.hasTime;
  return { from: origin, file: path, ...(hasMoment && { moment: { date: formatDateField(date), order } }) };
}

/** Write what became of a record, and count it. */
function settle(
  task: ConversionTask,
  result: Conversion,
  { content, isTrial = false, now, config }: ImportOptions,
  earlier: Origin | undefined,
  origins: Map<string, Origin>,
  tally: Tally,
): void {
  const { record, planned: plan } = task;
  const at = { file: record.file, line: record.line, title: plan.title };
  const bytes = Buffer.byteLength(result.text);
  if (bytes > config.limits.fileBytes) {
    tally.refuse({ ...at, faults: [tooLarge(bytes, config.limits.fileBytes)] });
    return;
  }
  if (result.problems.length > 0) {
    tally.refuse({ ...at, faults: result.problems.slice(0, 3).map(invalid) });
    return;
  }
  const outcome = writeRecord(content, plan.path, result.text, earlier, isTrial);
  if (outcome === 'occupied') {
    const found = displayName(join(content, plan.path));
    tally.refuse({
      ...at,
      faults: [{ field: 'record', expected: 'no file of this name', found, fix: 'Rename or remove that file.' }],
    });
    return;
  }
  // An interrupted import may have written a file without noting it.
  if (plan.origin !== '' && /^(?:written|updated|unchanged)$/.test(outcome)) {
    origins.set(plan.origin, { ...originOf(plan), ...origins.get(plan.origin), text: result.digest });
  }
  const comments = result.comments === undefined ? 0 : mergeComments(content, plan.slug, result.comments, isTrial);
  tally.settle(task, result, outcome === 'kept' ? 'unchanged' : outcome, {
    bytes,
    comments,
    isEmbargoed: (plan.date?.epoch ?? 0) > now,
  });
}

function tooLarge(bytes: number, limit: number): ImportRefusal['faults'][number] {
  const fix = 'Split the text, or raise limits.fileBytes in src/config.ts.';
  return { field: 'body', expected: `at most ${limit} bytes`, found: `${bytes}`, fix };
}

function invalid(problem: string): ImportRefusal['faults'][number] {
  return {
    field: 'record',
    expected: 'an article without problems',
    found: problem,
    fix: 'Mend the record at its source and import again, or copy its text into a new article.',
  };
}
