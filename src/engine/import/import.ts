import { join, relative } from 'node:path';
import { parsingConfig } from '../../core/config/site-config.ts';
import { originsFile, writeOrigins } from '../../core/import/archive/origins.ts';
import { formatImportReport, formatReportFile } from '../../core/import/archive/report.ts';
import { createSurvey } from '../../core/import/archive/survey.ts';
import { createHalfSpaceFinder, type HalfSpaceFinder, restoreHalfSpaces } from '../../core/half-spaces/finder.ts';
import { withSlashes } from '../base/paths.ts';
import type { Progress } from '../base/progress.ts';
import { displayName } from '../content/find-files.ts';
import { readLexicon } from '../proofread/dictionary.ts';
import { writeAuthors } from './authors.ts';
import type { ConversionSetup, ConversionTask } from './convert.ts';
import { convertAll } from './convert-all.ts';
import { readExistingContent } from './existing-content.ts';
import { fetchMissing } from './fetch-missing.ts';
import { newArticlesFolder } from './new-article.ts';
import { type OpenedInput, openInputs } from './reading/open-inputs.ts';
import type { ImportOptions } from './options.ts';
import { describePage } from './page-report.ts';
import { type Plan, settlePlans, surveyArchive } from './plan.ts';
import { originOf, settle } from './settle.ts';
import { shareMap, type SharedMap } from './shared-map.ts';
import { createTally } from './tally.ts';
import { tasksOf } from './tasks.ts';
import { writeWhole } from './write-files.ts';
import { writeRedirects } from './write-redirects.ts';

/** The outcome of an import. */
export interface ImportResult {
  /** For the terminal. */
  report: string;
  /** For a Markdown file. */
  file: string;
  refused: number;
}

/**
 * Import exports of other systems, and texts of pages, into the content folder. All records are surveyed first, because
 * texts link to each other, and then converted. Edited files are never overwritten; refused records do not affect others.
 *
 * @throws UsageError if an input can't be read, before anything is written.
 */
export async function importArticles(options: ImportOptions): Promise<ImportResult> {
  const { content, config, now, defaults } = options;
  const started = performance.now();
  const progress = options.progress ?? silent;
  const context = { sections: config.sections, defaults };
  const archives = await progress.phase('opening', async () => openInputs(options.inputs, context, now));
  const folder = await newArticlesFolder(content);
  const existing = await readExistingContent(content, folder, config, now);
  const tally = createTally({ isTrial: options.isTrial === true, folder: displayName(folder) });
  const prefix = withSlashes(relative(content, folder));
  // The dictionary takes a second and 100 MB; records with slugs do not need it here.
  let loaded: HalfSpaceFinder | undefined;
  const finder = (): HalfSpaceFinder | undefined =>
    options.isAsIs === true ? undefined : (loaded ??= createHalfSpaceFinder(readLexicon(config.orthography.words)));
  const restore = (text: string): string => {
    const find = finder();
    return find ? restoreHalfSpaces(text, find) : text;
  };
  const plans: Plan[] = [];
  const surveyAll = async (report: (done: number, total: number) => void): Promise<SharedMap> => {
    const survey = createSurvey({ ...existing, folder: prefix, date: defaults.date, now, restore });
    for (const archive of archives) plans.push(await surveyArchive(archive, survey.add, options, tally, report));
    return shareMap(survey.targets);
  };
  const targets = await progress.phase('surveying', surveyAll);
  const planned = await settlePlans(plans, existing, options);
  const origins = new Map(existing.origins);
  const noteOrigins = (): void => {
    if (options.isTrial !== true && origins.size > 0)
      writeWhole(join(content, originsFile), writeOrigins(origins.values()));
  };
  for (const plan of planned) {
    if (plan.origin !== '' && !origins.has(plan.origin)) origins.set(plan.origin, originOf(plan));
  }
  noteOrigins();
  const setups = archives.map((archive) => setupOf(options, archive, targets));
  const listed = { tags: new Set<string>(), authors: new Set<string>(), sections: new Set<string>() };
  try {
    for (const [at, archive] of archives.entries()) {
      const setup = setups[at]!;
      const tasks = (): AsyncGenerator<ConversionTask> => tasksOf(archive, plans[at]!, existing, targets);
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
    for (const [at, { site }] of archives.entries()) {
      const authors = writeAuthors(site.authors, listed.authors, existing.authors, setups[at]!.media);
      tally.add({ authors, redirects: writeRedirects(site, listed, planned, options) });
    }
  } finally {
    noteOrigins();
  }
  for (const { page } of archives) if (page) tally.detail(describePage(page, tally.outcomeOf(page.file), restore));
  const summary = tally.summary((performance.now() - started) / 1000);
  return { report: formatImportReport(summary), file: formatReportFile(summary), refused: summary.refusals.length };
}

function setupOf(options: ImportOptions, archive: OpenedInput, targets: SharedMap): ConversionSetup {
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

const silent: Progress = { phases: [], note: () => {}, phase: async (_, run) => run(() => {}) };
