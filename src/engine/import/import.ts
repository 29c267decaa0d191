import { join, relative } from 'node:path';
import { parsingConfig, type SiteConfig } from '../../core/config/site-config.ts';
import { formatDateField } from '../../core/import/article-file.ts';
import { faultTable, type ImportContext } from '../../core/import/article.ts';
import { linkKey } from '../../core/import/archive/addresses.ts';
import { type Origin, originsFile, writeOrigins } from '../../core/import/archive/origins.ts';
import { formatImportReport, formatReportFile } from '../../core/import/archive/report.ts';
import { createSurvey, type PlannedRecord, unpublished } from '../../core/import/archive/survey.ts';
import type { ImportRecord, ImportRefusal } from '../../core/import/record.ts';
import { createHalfSpaceFinder, type HalfSpaceFinder, restoreHalfSpaces } from '../../core/half-spaces/finder.ts';
import { withSlashes } from '../base/paths.ts';
import { createUrls } from '../../core/urls.ts';
import { claimAliases } from '../../core/import/archive/claim-aliases.ts';
import { addRedirects, redirectLists } from '../../core/import/archive/list-redirects.ts';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { writeAuthors } from './authors.ts';
import { downloadMedia } from './download.ts';
import { createProgress } from '../base/progress.ts';
import { displayName } from '../content/find-files.ts';
import { readLexicon } from '../proofread/dictionary.ts';
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
  /** Whether to fetch pictures that no folder has. */
  downloads?: boolean | undefined;
  /** Folder of files that are published unchanged, absolute. */
  publicFolder?: string | undefined;
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
  // The dictionary takes a second and 100 MB; records that bring their own addresses do not need it here.
  let loaded: HalfSpaceFinder | undefined;
  const finder = (): HalfSpaceFinder | undefined =>
    options.isAsIs === true ? undefined : (loaded ??= createHalfSpaceFinder(readLexicon(config.orthography.words)));
  const restore = (text: string): string => {
    const find = finder();
    return find ? restoreHalfSpaces(text, find) : text;
  };
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
  const planned = settlePlans(plans, existing, options);
  const origins = new Map(existing.origins);
  const noteOrigins = (): void => {
    if (options.isTrial !== true && origins.size > 0)
      writeWhole(join(content, originsFile), writeOrigins(origins.values()));
  };
  for (const plan of planned) {
    if (plan.origin !== '' && !origins.has(plan.origin)) origins.set(plan.origin, originOf(plan));
  }
  noteOrigins();
  const listed = { tags: new Set<string>(), authors: new Set<string>(), sections: new Set<string>() };
  try {
    for (const [at, archive] of archives.entries()) {
      const setup = setupOf(options, archive, survey.targets);
      const tasks = (): AsyncGenerator<ConversionTask> => tasksOf(archive, plans[at]!, existing, survey.targets);
      const total = plans[at]!.filter((plan) => plan !== undefined).length;
      if (options.downloads === true) await fetchMissing(tasks, setup, total, options, progress, tally);
      await progress.phase('converting', async (report) => {
        let done = 0;
        await convertAll(tasks(), setup, total, finder, (task, result) => {
          if (task.record.source === undefined && task.planned.kind === 'article') tally.noteSource(setup.source);
          settle(task, result, options, existing.origins.get(task.planned.origin), origins, tally);
          for (const tag of result.listed.tags) listed.tags.add(tag);
          for (const author of result.listed.authors) listed.authors.add(author);
          if (result.listed.section !== undefined) listed.sections.add(result.listed.section);
          report((done += 1), total);
        });
      });
    }
    for (const archive of archives) {
      const authors = writeAuthors(
        archive.site.authors,
        listed.authors,
        existing.authors,
        setupOf(options, archive, survey.targets).media,
      );
      tally.add({ authors, redirects: writeRedirects(archive, listed, planned, options) });
    }
  } finally {
    noteOrigins();
  }
  for (const { page } of archives) if (page) tally.detail(describePage(page, tally.outcomeOf(page.file), restore));
  const summary = tally.summary((performance.now() - started) / 1000);
  return { report: formatImportReport(summary), file: formatReportFile(summary), refused: summary.refusals.length };
}

/** Drop the old addresses that the site uses itself, in all plans, and return those of records that are written. */
function settlePlans(
  plans: readonly Plan[],
  { slugs, pages }: ExistingContent,
  options: ImportOptions,
): PlannedRecord[] {
  const planned = plans.flat().filter((plan) => plan !== undefined);
  const taken = { articles: slugs, pages, publicFiles: listPublicFiles(options.publicFolder) };
  const claimed = claimAliases(planned, taken, createUrls(options.config.url));
  let next = 0;
  for (const plan of plans) for (const [at, each] of plan.entries()) if (each) plan[at] = claimed[next++];
  return claimed;
}

function listPublicFiles(folder: string | undefined): string[] {
  if (folder === undefined || !existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => `/${withSlashes(relative(folder, join(entry.parentPath, entry.name)))}`);
}

/** Fetch the pictures that no folder has: a trial conversion tells which. */
async function fetchMissing(
  tasks: () => AsyncGenerator<ConversionTask>,
  setup: ConversionSetup,
  total: number,
  { content, config, isTrial }: ImportOptions,
  progress: ReturnType<typeof createProgress>,
  tally: Tally,
): Promise<void> {
  const missing = new Set<string>();
  await progress.phase('looking for pictures', async (report) => {
    let done = 0;
    const trial = { ...setup, isAsIs: true, media: { ...setup.media, copies: false } };
    await convertAll(tasks(), trial, total, undefined, (_, result) => {
      for (const address of result.missing) if (/^https?:\/\//i.test(address)) missing.add(address);
      report((done += 1), total);
    });
  });
  if (isTrial === true || missing.size === 0) return;
  const { fetched, failed } = await progress.phase('fetching pictures', async (report) =>
    downloadMedia([...missing], { content, maxBytes: config.limits.imageBytes }, report),
  );
  tally.download(fetched.size, failed);
}

/** Add the lists of the old site to `redirects.txt`, and return the number of new lines. */
function writeRedirects(
  { site }: OpenedInput,
  listed: { tags: ReadonlySet<string>; authors: ReadonlySet<string>; sections: ReadonlySet<string> },
  plans: readonly PlannedRecord[],
  { content, config, isTrial }: ImportOptions,
): number {
  const { sections } = config;
  const usedSections = new Set(sections.filter(({ name }) => listed.sections.has(name)).map(({ slug }) => slug));
  const taken = new Set(plans.flatMap(({ aliases }) => aliases.map(linkKey)));
  const redirects = redirectLists(site.lists, {
    ...listed,
    urls: createUrls(config.url),
    sections,
    usedSections,
    taken,
  });
  const file = join(content, 'redirects.txt');
  const { text, added } = addRedirects(existsSync(file) ? readFileSync(file, 'utf8') : '', redirects);
  if (added > 0 && isTrial !== true) writeWhole(file, text);
  return added;
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
    // Markup may be larger than the text in it, but not without end: a thread has to hold its tree.
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
      const isShown = target?.endsWith('.md') && !target.startsWith(unpublished);
      return { pin, slug: isShown ? target?.slice(0, -3) : library.slugOfTitle(pin) };
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
  { content, isTrial = false, now, config, keepsOriginals = false }: ImportOptions,
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
  if (keepsOriginals && !isTrial && (outcome === 'written' || outcome === 'updated'))
    writeOriginal(content, plan, record);
  const comments = result.comments === undefined ? 0 : mergeComments(content, plan.slug, result.comments, isTrial);
  tally.settle(task, result, outcome === 'kept' ? 'unchanged' : outcome, {
    bytes,
    comments,
    isEmbargoed: (plan.date?.epoch ?? 0) > now,
  });
}

/** Write what came in beside the article, under a name that nothing publishes. */
function writeOriginal(content: string, { path }: PlannedRecord, { body, title }: ImportRecord): void {
  const text = body.form === 'text' ? [title, ...body.paragraphs].join('\n\n') : body.text;
  writeWhole(join(content, path.replace(/\.md$/, `.${body.form === 'html' ? 'html' : 'txt'}.orig`)), text);
}

const markupFactor = 4;

function lengthOf({ body }: ImportRecord): number {
  return body.form === 'text' ? body.paragraphs.reduce((sum, { length }) => sum + length, 0) : body.text.length;
}

function refuseLength(record: ImportRecord, limit: number): ImportRefusal {
  const { file, line, title } = record;
  return { file, line, title: title.slice(0, 200), faults: [tooLarge(lengthOf(record), limit)] };
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
