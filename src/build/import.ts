import { isUtf8 } from 'node:buffer';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { SiteConfig } from '../core/config.ts';
import { parseDate } from '../core/dates.ts';
import { parseFrontMatter } from '../core/frontmatter.ts';
import type { ImportContext, ImportedArticle, ImportFault, ImportRefusal } from '../core/import-article.ts';
import { type ImportResult, parseJsonLines } from '../core/import-json.ts';
import { type ArticleLibrary, createLibrary, type KnownArticle } from '../core/import-library.ts';
import { isHtml, type PageResult, parsePageText } from '../core/import-page.ts';
import { type ImportPlan, planImport, type PlannedFile } from '../core/import-plan.ts';
import { formatImportReport, type PageReport } from '../core/import-report.ts';
import { readSlug } from '../core/parse-article.ts';
import { displayName, findMarkdownFiles, readText } from './content-files.ts';
import { newArticlesFolder, SlugTakenError, writeNewFile } from './new-article.ts';
import { UsageError } from './options.ts';

/** What an import reads and where it writes. */
export interface ImportOptions {
  /** Paths; `-` is standard input. */
  inputs: readonly string[];
  /** The content folder, absolute. */
  content: string;
  config: SiteConfig;
  /** For articles that say none. */
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
  const { content, config, now } = options;
  const parsed = options.inputs.map((path) => parseInput(path, options));
  const folder = await newArticlesFolder(content);
  const name = displayName(folder);
  const library = await readLibrary(folder, content, config, now);
  const articles = parsed.flatMap((input) => input.articles);
  const plan = planImport(articles, library, { folder: name, now, fileBytes: config.limits.fileBytes });
  const occupied = plan.files.flatMap((file) => writePlanned(folder, file) ?? []);
  const refusals = [...parsed.flatMap((input) => input.refusals), ...plan.refusals, ...occupied];
  const written = plan.files.filter(({ article }) => !occupied.some((refusal) => isAbout(refusal, article)));
  const report = formatImportReport({
    folder: name,
    written,
    known: plan.known.length,
    refusals,
    pages: parsed.flatMap(({ file, page }) => (page ? [reportPage(file, page, plan)] : [])),
    droppedSections: countSections(written),
    embargoed: written.filter(({ article }) => article.date.epoch > now).length,
  });
  return { report, refused: refusals.length };
}

interface ParsedInput extends ImportResult {
  file: string;
  /** Set if the input is the text of one page. */
  page?: PageResult;
}

function parseInput(path: string, { config, defaults }: ImportOptions): ParsedInput {
  const file = path === '-' ? 'standard input' : displayName(path);
  const context: ImportContext = { file, sections: config.sections, defaults };
  const bytes = readBytes(path);
  const refuse = (fault: ImportFault): ParsedInput => {
    return { file, articles: [], refusals: [{ file, line: 1, title: '', faults: [fault] }] };
  };
  if (!isUtf8(bytes)) return refuse(faults.encoding);
  const text = bytes.toString('utf8');
  if (/\.(?:jsonl|ndjson|json)(?:\.gz)?$/i.test(path) || /^\uFEFF?\s*(?:\{\s*"|\[\s*\{)/.test(text)) {
    return { file, ...parseJsonLines(text, context) };
  }
  if (isHtml(text)) return refuse(faults.html);
  const page = parsePageText(text, context);
  const { result } = page;
  return 'faults' in result
    ? { file, page, articles: [], refusals: [result] }
    : { file, page, articles: [result], refusals: [] };
}

const faults = {
  encoding: {
    field: 'record',
    expected: 'text in UTF-8',
    found: 'other bytes',
    fix: 'Convert the file first, as in: iconv -f WINDOWS-1256 -t UTF-8 FILE',
  },
  html: {
    field: 'record',
    expected: 'the text of the page',
    found: 'its HTML',
    fix: 'Save what a browser shows of it as text, as in: lynx -dump -nolist -display_charset=utf-8 FILE',
  },
} as const satisfies Record<string, ImportFault>;

function readBytes(path: string): Buffer {
  try {
    const bytes = readFileSync(path === '-' ? 0 : path);
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return isGzip ? gunzipSync(bytes, { maxOutputLength: inputBytes }) : bytes;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `${path}: the input can’t be read (${code === 'ENOENT' ? 'there is no such file' : message}).`,
    );
  }
}

/** What fits into one text of JavaScript; a small gzip file can hold any amount. */
const inputBytes = 400_000_000;

async function readLibrary(folder: string, root: string, config: SiteConfig, now: number): Promise<ArticleLibrary> {
  const library = createLibrary();
  if (!existsSync(folder)) return library;
  const { files } = await findMarkdownFiles(folder, root);
  for (const file of files) {
    const read = await readText(file, config);
    library.add({
      ...describeText('text' in read ? read.text : '', now),
      slug: readSlug(file.name).slug,
      file: file.name,
    });
  }
  return library;
}

/** What can't be read keeps its slug, and is otherwise left to `npm run check`. */
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

function reportPage(file: string, { result, warnings, leftOut }: PageResult, plan: ImportPlan): PageReport {
  const written = plan.files.find(({ article }) => article === result);
  const known = plan.known.find(({ article }) => article === result);
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
