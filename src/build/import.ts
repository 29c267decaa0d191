import { isUtf8 } from 'node:buffer';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { SiteConfig } from '../core/config.ts';
import { parseDate } from '../core/dates.ts';
import { parseFrontMatter } from '../core/frontmatter.ts';
import type { ImportContext, ImportedArticle, ImportFault, ImportRefusal } from '../core/import-article.ts';
import { parseJsonLines } from '../core/import-json.ts';
import { type ArticleLibrary, createLibrary, type KnownArticle } from '../core/import-library.ts';
import { isHtml, type PageResult, parsePageText } from '../core/import-page.ts';
import { type ImportPlan, planImport } from '../core/import-plan.ts';
import { formatImportReport, type PageReport } from '../core/import-report.ts';
import { readSlug } from '../core/parse-article.ts';
import { articlesFolder, UsageError } from './options.ts';
import { displayName, findMarkdownFiles, readText } from './content-files.ts';

/** What an import reads and where it writes. */
export interface ImportOptions {
  /** Paths; `-` is standard input. */
  inputs: readonly string[];
  /** The content folder, absolute. */
  content: string;
  config: SiteConfig;
  defaults: ImportContext['defaults'];
  /** Milliseconds since 1970-01-01T00:00Z. */
  now: number;
}

/**
 * Import articles into the content folder. No file is ever overwritten; what is refused does not keep the rest back.
 *
 * @throws UsageError if an input can't be read, before anything is written.
 */
export async function importArticles(options: ImportOptions): Promise<{ report: string; refused: number }> {
  const { config, defaults, now } = options;
  const context: ImportContext = { sections: config.sections, defaults };
  const inputs = options.inputs.map((path) => ({ path, bytes: readInput(path) }));
  const parsed = inputs.map(({ path, bytes }) => ({ file: inputName(path), ...parseInput(path, bytes, context) }));
  const folder = newArticlesFolder(options.content);
  const library = await readLibrary(folder, options.content, config, now);
  const articles = parsed.flatMap((input) => input.articles);
  const plan = planImport(articles, library, { folder: displayName(folder), now, fileBytes: config.limits.fileBytes });
  for (const { path, text } of plan.files) writeNewFile(join(folder, path), text);
  const refusals = [...parsed.flatMap(({ file, refusals: own }) => own.map((refusal) => ({ ...refusal, file }))),
    ...plan.refusals.map((refusal) => ({ ...refusal, file: fileOf(refusal.line, refusal.title, parsed) }))];
  const report = formatImportReport({
    folder: displayName(folder),
    written: plan.files,
    known: plan.known.length,
    refusals,
    pages: parsed.flatMap(({ file, page }) => (page ? reportPage(file, page, plan) : [])),
    droppedSections: countSections(plan),
    embargoed: plan.files.filter(({ article }) => article.date.epoch > now).length,
  });
  return { report, refused: refusals.length };
}
