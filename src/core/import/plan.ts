import { formatArticleFile } from './article-file.ts';
import type { ImportedArticle } from './article.ts';
import type { ImportRefusal } from './record.ts';
import { dateAt, type NewsDate } from '../dates/news-date.ts';
import type { ArticleLibrary, KnownArticle } from './library.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { byteLength } from '../text/slug.ts';

/** A file to be written. */
export interface PlannedFile {
  /** Relative to the articles folder, with `/`. */
  path: string;
  slug: string;
  text: string;
  article: ImportedArticle;
  /** The date that the file gives. */
  moment: Moment;
  /** Slugs. */
  relatedPinned: string[];
  /** Titles of related articles that do not exist in the content. */
  relatedUnknown: string[];
}

/** An article's date, and its position among articles of the same moment. */
interface Moment {
  date: NewsDate;
  order?: number;
}

/** The outcome of an import. */
export interface ImportPlan {
  files: PlannedFile[];
  /** Articles that already exist, and their files. */
  known: { article: ImportedArticle; file: string }[];
  refusals: ImportRefusal[];
}

/** Options of {@link planImport}. */
export interface PlanOptions {
  /** Displayed path of the articles folder. */
  folder: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  now: number;
  /** Maximum file size, in bytes. */
  fileBytes: number;
}

/**
 * Plan the files of an import: skip articles that already exist, give each new one a slug, and pin related articles,
 * which may come later in the same input. New articles are added to the library.
 */
export function planImport(
  articles: readonly ImportedArticle[],
  library: ArticleLibrary,
  options: PlanOptions,
): ImportPlan {
  const plan: ImportPlan = { files: [], known: [], refusals: [] };
  for (const article of articles) {
    const known = library.fileOf(article);
    if (known !== undefined) {
      plan.known.push({ article, file: known });
      continue;
    }
    const file = placeArticle(article, library);
    const bytes = byteLength(file.text);
    if (bytes > options.fileBytes) plan.refusals.push(tooLarge(article, bytes, options.fileBytes));
    else {
      plan.files.push(file);
      library.add(describeFile(file, options));
    }
  }
  return { ...plan, files: plan.files.map((file) => pinRelated(file, library)) };
}

/** Folder of a Jalali month. @example monthFolder({ year: 1404, month: 7 }) // '1404/07' */
export function monthFolder({ year, month }: { year: number; month: number }): string {
  return `${String(year).padStart(4, '0')}/${String(month).padStart(2, '0')}`;
}

function placeArticle(article: ImportedArticle, library: ArticleLibrary): PlannedFile {
  const slug = library.freeSlug(article.title);
  const path = `${monthFolder(article.date.jalali)}/${slug}.md`;
  const moment = momentOf(article, library);
  const text = formatArticle(article, moment, []);
  return { path, slug, text, article, moment, relatedPinned: [], relatedUnknown: [] };
}

/**
 * Keep the input's order among articles without a time by numbering them in seconds after midnight, which readers don't
 * see. The first keeps the bare day; after second 59, the count continues in `order`.
 */
function momentOf({ date }: ImportedArticle, library: ArticleLibrary): Moment {
  if (date.hasTime) return { date };
  const place = library.nextPlace(date);
  const second = Math.min(place, lastSecond);
  const numbered = second === 0 ? date : dateAt(date.epoch + second * 1000);
  return place > lastSecond ? { date: numbered, order: place - lastSecond } : { date: numbered };
}

const lastSecond = 59;

function describeFile({ path, slug, article, moment }: PlannedFile, { folder, now }: PlanOptions): KnownArticle {
  const { title, paragraphs } = article;
  const { date } = moment;
  return {
    slug,
    title,
    date,
    file: `${folder}/${path}`,
    firstParagraph: paragraphs[0] ?? '',
    isPublished: date.epoch <= now,
  };
}

function pinRelated(file: PlannedFile, library: ArticleLibrary): PlannedFile {
  const pins = file.article.related.map((title) => ({ title, pin: library.slugOfTitle(title) }));
  const slugs = new Set(pins.flatMap(({ pin }) => (pin === undefined || pin === file.slug ? [] : [pin])));
  const relatedPinned = [...slugs];
  const relatedUnknown = pins.filter(({ pin }) => pin === undefined).map(({ title }) => title);
  const text = relatedPinned.length > 0 ? formatArticle(file.article, file.moment, relatedPinned) : file.text;
  return { ...file, text, relatedPinned, relatedUnknown };
}

function formatArticle(article: ImportedArticle, moment: Moment, related: readonly string[]): string {
  const { paragraphs, ...fields } = article;
  return formatArticleFile({ ...fields, ...moment, related, body: paragraphs.map(escapeMarkdown).join('\n\n') });
}

function tooLarge({ file, line, title }: ImportedArticle, bytes: number, limit: number): ImportRefusal {
  const fix = 'Split the text, or raise limits.fileBytes in src/config.ts.';
  return { file, line, title, faults: [{ field: 'body', expected: `at most ${limit} bytes`, found: `${bytes}`, fix }] };
}
