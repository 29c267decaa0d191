import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteConfig } from '../../core/config/site-config.ts';
import { parseDate } from '../../core/dates/news-date.ts';
import { parseFrontMatter } from '../../core/content/front-matter.ts';
import type { ImportedArticle } from '../../core/import/article.ts';
import type { ImportRefusal } from '../../core/import/record.ts';
import { type ArticleLibrary, createLibrary, type KnownArticle } from '../../core/import/library.ts';
import type { PageResult } from '../../core/import/page.ts';
import { type ImportPlan, planImport, type PlannedFile } from '../../core/import/plan.ts';
import { formatImportReport, type PageReport } from '../../core/import/report.ts';
import { restoreArticle, sumChanges } from '../../core/import/half-spaces.ts';
import { readSlug } from '../../core/content/file-names.ts';
import { createHalfSpaceFinder } from '../../core/half-spaces/finder.ts';
import { displayName, findMarkdownFiles, readText } from '../content/find-files.ts';
import { type ImportOptions, parseInput } from './read-input.ts';
import { newArticlesFolder, SlugTakenError, writeNewFile } from './new-article.ts';
import { loadLexicon } from '../proofread/dictionary.ts';

/**
 * Import articles into the content folder. Existing files are never overwritten; refused articles do not affect the
 * others.
 *
 * @throws UsageError if an input can't be read, before anything is written.
 */
export async function importArticles(options: ImportOptions): Promise<{ report: string; refused: number }> {
  const { content, config, now } = options;
  const parsed = options.inputs.map((path) => parseInput(path, options));
  const folder = await newArticlesFolder(content);
  const name = displayName(folder);
  const library = await readLibrary(folder, content, config, now);
  const find = options.isAsIs === true ? undefined : createHalfSpaceFinder(await loadLexicon(config.orthography.words));
  const restored = parsed.flatMap((input) => input.articles).map((article) => restoreArticle(article, find));
  const articles = restored.map(({ article }) => article);
  const plan = planImport(articles, library, { folder: name, now, fileBytes: config.limits.fileBytes });
  const occupied = plan.files.flatMap((file) => writePlanned(folder, file) ?? []);
  const refusals = [...parsed.flatMap((input) => input.refusals), ...plan.refusals, ...occupied];
  const written = plan.files.filter(({ article }) => !occupied.some((refusal) => isAbout(refusal, article)));
  const report = formatImportReport({
    folder: name,
    written,
    known: plan.known.length,
    refusals,
    pages: parsed.flatMap(({ file, page }) => {
      const own = restored.find(({ original }) => original === page?.result);
      return page ? [reportPage(file, page, plan, own?.article)] : [];
    }),
    changes: sumChanges(restored.filter(({ article }) => written.some((planned) => planned.article === article))),
    droppedSections: countSections(written),
    embargoed: written.filter(({ article }) => article.date.epoch > now).length,
  });
  return { report, refused: refusals.length };
}

async function readLibrary(folder: string, root: string, config: SiteConfig, now: number): Promise<ArticleLibrary> {
  const library = createLibrary();
  if (!existsSync(folder)) return library;
  const { files } = await findMarkdownFiles(folder, root);
  for (const file of files) {
    const read = await readText(file, config);
    library.add({
      ...describeText('text' in read ? read.text : '', now),
      slug: readSlug(file.name, file.bundle).slug,
      file: file.name,
    });
  }
  return library;
}

// A file that can't be parsed keeps its slug; its problems are left to `npm run check`.
function describeText(text: string, now: number): Omit<KnownArticle, 'slug' | 'file'> {
  const parsed = parseFrontMatter(text);
  if ('problem' in parsed) return { title: '', firstParagraph: '', isPublished: false };
  const { data, body } = parsed.frontMatter;
  const title = typeof data['title'] === 'string' ? data['title'] : '';
  const date = typeof data['date'] === 'string' ? parseDate(data['date']) : 'form';
  if (typeof date === 'string') return { title, firstParagraph: firstParagraph(body), isPublished: false };
  const isDraft = data['draft'] === 'true' || data['draft'] === 'yes';
  return { title, date, firstParagraph: firstParagraph(body), isPublished: !isDraft && date.epoch <= now };
}

function firstParagraph(body: string): string {
  const isText = (line: string): boolean => line.trim() !== '' && !/^\s*(?:#|!\[)/.test(line);
  const lines = body.split('\n');
  const start = lines.findIndex(isText);
  if (start === -1) return '';
  const end = lines.findIndex((line, index) => index > start && line.trim() === '');
  return lines.slice(start, end === -1 ? undefined : end).join(' ');
}

function writePlanned(folder: string, { path, text, article }: PlannedFile): ImportRefusal | undefined {
  try {
    writeNewFile(join(folder, path), text);
    return undefined;
  } catch (error) {
    if (!(error instanceof SlugTakenError)) throw error;
    const found = displayName(join(folder, path));
    const fault = {
      field: 'record',
      expected: 'no file of this name',
      found,
      fix: 'Rename or remove that file.',
    } as const;
    return { file: article.file, line: article.line, title: article.title, faults: [fault] };
  }
}

function isAbout({ file, line }: ImportRefusal, article: ImportedArticle): boolean {
  return file === article.file && line === article.line;
}

function reportPage(
  file: string,
  { warnings, leftOut }: PageResult,
  plan: ImportPlan,
  own: ImportedArticle | undefined,
): PageReport {
  const written = plan.files.find(({ article }) => article === own);
  const known = plan.known.find(({ article }) => article === own);
  const outcome = written ? { written } : known ? { known: known.file } : { refused: true as const };
  return { file, warnings, leftOut, outcome };
}

function countSections(files: readonly PlannedFile[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const {
    article: { droppedSection: name },
  } of files) {
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
