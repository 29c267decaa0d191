import { dateAt, type NewsDate } from '../../dates/news-date.ts';
import { slugify } from '../../text/slug.ts';
import { monthFolder } from '../article-file.ts';
import { dateFault, faultTable, titleFault } from '../article.ts';
import { readDate } from '../find-date.ts';
import type { ArticleLibrary, KnownArticle } from '../library.ts';
import { type ImportNote, note } from '../notes.ts';
import type { ImportFault, ImportRecord, ImportRefusal } from '../record.ts';
import { aliasOf, linkKey } from './addresses.ts';
import type { Origin } from './origins.ts';
import { freePage, giveMoment, momentOf, slugOfPath, wishOf } from './places.ts';
import { isWithoutBody, openingOf, titleOf } from './titles.ts';

/** Decisions about a record, made before any text is converted, because texts link to each other. */
export interface PlannedRecord {
  origin: string;
  kind: ImportRecord['kind'];
  title: string;
  slug: string;
  /** Relative to the content folder, with `/`. */
  path: string;
  /** Absent for pages. */
  date?: NewsDate | undefined;
  /** Position among articles of the same moment. */
  order?: number | undefined;
  /** Old paths that no other record has. */
  aliases: readonly string[];
  notes: readonly ImportNote[];
}

/** A record whose article exists already, but is not known to be imported from it. */
export interface KnownRecord {
  /** Displayed path of the file. */
  known: string;
}

/** An existing file with old addresses. */
export interface AliasedFile {
  /** Displayed path. */
  file: string;
  /** Relative to the content folder, with `/`. */
  path: string;
  /** Its address from other articles, such as `pol.md`, or `/about/` for a page; see {@link unpublished}. */
  target: string;
}

/** Prefix of the address of an article that must not be linked to: a draft, a future article or a deleted one. */
export const unpublished = 'unpublished:';

/** Options of {@link createSurvey}. */
export interface SurveyOptions {
  library: ArticleLibrary;
  /** Folder of the articles relative to the content folder; `''` if they are in the content folder itself. */
  folder: string;
  /** Slugs of existing articles. */
  slugs: ReadonlySet<string>;
  /** Slugs of existing pages. */
  pages: ReadonlySet<string>;
  /** Origins noted by earlier imports. */
  origins: ReadonlyMap<string, Origin>;
  /** Files with these old paths, as {@link linkKey}s. */
  aliases: ReadonlyMap<string, AliasedFile>;
  /** For records without a date. */
  date?: NewsDate | undefined;
  /** Milliseconds since 1970-01-01T00:00Z. */
  now: number;
  /** Restore the half-spaces of a title. */
  restore(text: string): string;
}

/** Assigns files to records, in the order of the input. */
export interface Survey {
  add(record: ImportRecord): PlannedRecord | KnownRecord | ImportRefusal;
  /** New address for each old one, by {@link linkKey}. */
  readonly targets: ReadonlyMap<string, string>;
}

/** Create a survey: each record gets a file, a slug, a moment, and the old paths that no other record has. */
export function createSurvey(options: SurveyOptions): Survey {
  const { library, origins } = options;
  const targets = new Map<string, string>();
  const pages = new Set(options.pages);
  const owners = new Map(Array.from(options.aliases, ([key, { path }]) => [key, path]));
  const planned = new Set<string>();
  // Files that an interrupted import has not written yet, and deleted ones, keep their names.
  for (const { file } of origins.values()) {
    if (file.startsWith('pages/')) pages.add(slugOfPath(file));
    else library.reserve(slugOfPath(file));
  }

  const placeArticle = (
    record: ImportRecord,
    title: string,
    date: NewsDate,
  ): Omit<PlannedRecord, 'aliases' | 'notes'> => {
    const earlier = origins.get(record.origin);
    const moment = earlier?.moment ? momentOf(earlier.moment) : giveMoment(date, library);
    const slug = earlier ? slugOfPath(earlier.file) : library.freeSlug(wishOf(record, title));
    const path =
      earlier?.file ?? `${options.folder === '' ? '' : `${options.folder}/`}${monthFolder(date.jalali)}/${slug}.md`;
    return { origin: record.origin, kind: 'article', title, slug, path, ...moment };
  };
  const placePage = (record: ImportRecord, title: string): Omit<PlannedRecord, 'aliases' | 'notes'> => {
    const earlier = origins.get(record.origin);
    const wish = wishOf(record, title);
    const slug = earlier ? slugOfPath(earlier.file) : freePage(slugify(wish) || 'page', pages);
    pages.add(slug);
    return { origin: record.origin, kind: 'page', title, slug, path: earlier?.file ?? `pages/${slug}.md` };
  };
  return {
    targets,
    add: (record) => {
      const { file, line } = record;
      const { title, isDerived } = titleOf(record, options.restore);
      const date = dateOf(record, options);
      const faults: ImportFault[] = [
        titleFault(title),
        record.kind === 'page' ? undefined : dateFault(record.date ?? '', date),
        isWithoutBody(record) ? faultTable.body : undefined,
      ].filter((fault) => fault !== undefined);
      if (record.origin !== '' && planned.has(record.origin)) faults.push(twice);
      if (record.kind === 'page' && options.folder === '') faults.push(noFolder);
      if (faults.length > 0 || typeof date === 'string' || (date === undefined && record.kind === 'article')) {
        return { file, line, title: title.slice(0, 200), faults };
      }
      const known = origins.has(record.origin) ? undefined : knownFile(record, title, isDerived, date, options);
      if (known !== undefined) {
        for (const address of record.addresses) targets.set(linkKey(address), known.target);
        return { known: known.file };
      }
      planned.add(record.origin);
      const place = record.kind === 'page' ? placePage(record, title) : placeArticle(record, title, date!);
      if (record.kind === 'article') library.add(describe(record, place, options));
      const target =
        record.kind === 'page'
          ? `/${encodeURIComponent(place.slug)}/`
          : `${isShown(record, place, options) ? '' : unpublished}${place.slug}.md`;
      const own = record.kind === 'page' ? `/${place.slug}` : `/news/${place.slug}`;
      const notes: ImportNote[] =
        isDerived && record.isTitleDerived !== true
          ? [note('look', 'It has no title, or one that is too long; the first words were used.', title)]
          : [];
      const aliases: string[] = [];
      for (const address of record.addresses) {
        const key = linkKey(address);
        if (!targets.has(key)) targets.set(key, target);
        const alias = aliasOf(address);
        if (alias === undefined && /^(?:https?:\/)?\/./.test(address) && !isFrontPage(address)) {
          notes.push(note('lost', 'An old address is not one that a page can have.', address));
        }
        if (alias === undefined || linkKey(alias) === own || linkKey(alias) === '' || aliases.includes(alias)) continue;
        const owner = owners.get(linkKey(alias));
        if (owner !== undefined && owner !== place.path) {
          notes.push(note('lost', 'An old address already belongs to another article.', alias));
          continue;
        }
        owners.set(linkKey(alias), place.path);
        aliases.push(alias);
      }
      const inFolder = `record:${record.file}`;
      if (!targets.has(inFolder)) targets.set(inFolder, target);
      return { ...place, aliases: aliases.slice(0, maxAliases), notes };
    },
  };
}

/** Whether an article is published, so that others may link to it. */
function isShown(
  { draft, origin }: ImportRecord,
  { slug, date }: Pick<PlannedRecord, 'slug' | 'date'>,
  { now, origins, slugs }: SurveyOptions,
): boolean {
  const isDeleted = origins.get(origin)?.text !== undefined && !slugs.has(slug);
  return draft === undefined && date !== undefined && date.epoch <= now && !isDeleted;
}

function isFrontPage(address: string): boolean {
  return URL.parse(address, 'https://none.invalid/')?.pathname === '/';
}

// An article with more has a problem.
const maxAliases = 1000;

const twice = {
  field: 'record',
  expected: 'each record once',
  found: 'a record that occurs twice in this import',
  fix: 'Leave out one of the inputs, or one of the two records.',
} as const;

/** With a folder of pages in it, the content folder would no longer count as the folder of articles. */
const noFolder = {
  field: 'record',
  expected: 'a folder «articles» in the content folder, beside the folder for pages',
  found: 'articles in the content folder itself',
  fix: 'Move them into a folder «articles», and import again.',
} as const;

function dateOf(record: ImportRecord, { date: byDefault, now }: SurveyOptions): NewsDate | string | undefined {
  const { date } = record;
  if (typeof date === 'object') return date;
  if (date !== undefined && date.trim() !== '') return readDate(date);
  return byDefault ?? (record.draft === undefined ? undefined : dateAt(now - (now % 60_000)));
}

/** The file of an existing article with one of the old addresses, or the same title, day and beginning. */
function knownFile(
  record: ImportRecord,
  title: string,
  isDerived: boolean,
  date: NewsDate | undefined,
  { aliases, library, date: byDefault }: SurveyOptions,
): Pick<AliasedFile, 'file' | 'target'> | undefined {
  for (const address of record.addresses) {
    const alias = aliasOf(address);
    const file = alias === undefined ? undefined : aliases.get(linkKey(alias));
    if (file !== undefined) return file;
  }
  if (record.kind === 'page' || date === undefined) return undefined;
  const paragraphs = record.body.form === 'text' ? record.body.paragraphs : [openingOf(record)];
  const file = library.fileOf({ title, date, paragraphs, given: { title: !isDerived, date: date !== byDefault } });
  return file === undefined ? undefined : { file, target: `${slugOfPath(file)}.md` };
}

/**
 * Describe a new article for the library. Only texts without an origin are recognised by their beginning, because different
 * records may begin alike.
 */
function describe(
  { origin, body, draft }: ImportRecord,
  { slug, path, title, date }: Pick<PlannedRecord, 'slug' | 'path' | 'title' | 'date'>,
  { now }: SurveyOptions,
): KnownArticle {
  const firstParagraph = origin === '' && body.form === 'text' ? (body.paragraphs[0] ?? '') : '';
  const isPublished = draft === undefined && date !== undefined && date.epoch <= now;
  return { slug, file: path, title, date, firstParagraph, isPublished };
}
