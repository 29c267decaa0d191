import type { Source } from '../article.ts';
import type { SectionConfig } from '../config/site-config.ts';
import type { NewsDate } from '../dates/news-date.ts';
import type { ImportFault, ImportRefusal } from './record.ts';
import { readDate } from './find-date.ts';
import { cleanLine, cleanTitle, dropEnd, letterKey } from './text.ts';
import { foldKey } from '../text/persian.ts';
import { findSection } from '../config/sections.ts';
import { byteLength, maxSlugBytes, slugify } from '../text/slug.ts';

/** Context from the command line and the configuration. */
export interface ImportContext {
  /** Displayed name of the input. */
  file: string;
  sections: readonly SectionConfig[];
  /** For articles without their own. */
  defaults: { date?: NewsDate | undefined; source?: string | undefined };
}

/** An imported article with clean fields. */
export interface ImportedArticle {
  /** The input. */
  file: string;
  /** Line in the input where it begins, 1-based. */
  line: number;
  title: string;
  date: NewsDate;
  tags: string[];
  source: Source;
  authors: string[];
  /** Plain text. */
  paragraphs: string[];
  lead?: string | undefined;
  dateline?: string | undefined;
  /** Name of a configured section. */
  section?: string | undefined;
  /** Section named in the input that the site does not have. */
  droppedSection?: string | undefined;
  /** Titles of related articles. */
  related: string[];
  /** Whether title and date come from the input itself. */
  given: { title: boolean; date: boolean };
}

/** Unprocessed fields of a record; `''` if absent. */
export interface RawArticle {
  line: number;
  title: string;
  isTitleDerived?: boolean;
  date: string | NewsDate;
  tags: readonly string[];
  source: { name: string; url?: string | undefined };
  authors?: readonly string[];
  lead: string;
  dateline?: string | undefined;
  section: string;
  related?: readonly string[];
  paragraphs: readonly string[];
}

/** Turn a record into an article: clean its fields, apply the defaults, and collect everything that is missing. */
export function completeArticle(raw: RawArticle, context: ImportContext): ImportedArticle | ImportRefusal {
  const { file, defaults } = context;
  const title = cleanTitle(raw.title);
  const date = typeof raw.date !== 'string' ? raw.date : raw.date.trim() === '' ? defaults.date : readDate(raw.date);
  const source = completeSource(raw.source, defaults.source);
  const lead = cleanLine(raw.lead);
  const paragraphs = raw.paragraphs.length > 0 ? [...raw.paragraphs] : [lead].filter((text) => text !== '');
  const faults = [
    titleFault(title),
    dateFault(raw.date, date),
    source ? undefined : faultTable.source,
    paragraphs.length > 0 ? undefined : faultTable.body,
  ].filter((fault) => fault !== undefined);
  if (faults.length > 0 || date === undefined || typeof date === 'string' || !source) {
    return { file, line: raw.line, title, faults };
  }
  return {
    file,
    line: raw.line,
    title,
    date,
    source,
    paragraphs,
    ...placeSection(raw.section, context),
    tags: cleanTags(raw.tags),
    authors: [...new Set((raw.authors ?? []).map(cleanLine))].filter((author) => /\p{L}/u.test(author)),
    lead: lead === '' || letterKey(lead) === letterKey(paragraphs[0]!) ? undefined : lead,
    dateline: cleanLine(raw.dateline ?? '') || undefined,
    related: [...new Set((raw.related ?? []).map(cleanTitle))].filter((related) => related !== '' && related !== title),
    given: { title: raw.isTitleDerived !== true, date: date !== defaults.date },
  };
}

/**
 * Clean tags: remove `#` and `_` of hashtags, quotation marks at the edges, and duplicates.
 *
 * @example cleanTags(['#محیط_زیست', ' محیط‌زیست ', '«ری»']) // ['محیط زیست', 'ری']
 */
export function cleanTags(tags: readonly string[]): string[] {
  const clean = tags.map((tag) => {
    const text = cleanLine(tag);
    const name = text.startsWith('#') ? text.replace(/^#+/, '').replaceAll('_', ' ') : text;
    return dropEnd(name.replace(/^["'«»،؛:\s]+/, ''), /["'«»،؛:.\s]/);
  });
  const known = new Map<string, string>();
  for (const tag of clean) if (isNameable(tag) && !known.has(foldKey(tag))) known.set(foldKey(tag), tag);
  return [...known.values()];
}

/** Faults of records with missing fields. */
export const faultTable = {
  title: { field: 'title', expected: 'a headline', found: 'nothing', fix: 'Add one to the record as its title.' },
  source: {
    field: 'source',
    expected: 'the name of a source',
    found: 'nothing',
    fix: 'Give one for all: --source NAME',
  },
  body: {
    field: 'body',
    expected: 'a text',
    found: 'nothing',
    fix: 'Add the text to the record, or leave the record out.',
  },
} as const satisfies Record<string, ImportFault>;

/** Why a title can't be one. */
export function titleFault(title: string): ImportFault | undefined {
  if (title === '') return faultTable.title;
  if (slugify(title) !== '') return undefined;
  const fix = 'Write a headline in words.';
  return { field: 'title', expected: 'letters or digits, to form an address from', found: `«${title}»`, fix };
}

/** Why a date can't be read, given its text and the result of reading it. */
export function dateFault(raw: string | NewsDate, date: NewsDate | string | undefined): ImportFault | undefined {
  if (typeof date === 'object') return undefined;
  if (date === undefined || typeof raw !== 'string') {
    const fix = 'Give one for all without a date: --date 1404/07/24';
    return { field: 'date', expected: 'a Jalali or Gregorian date', found: 'nothing', fix };
  }
  const expected = date === 'form' ? 'a Jalali or Gregorian date' : 'a day that exists';
  const fix = 'Write it as in 1404/07/24 or 2025-10-16T10:30:00+03:30.';
  return { field: 'date', expected, found: `«${cleanLine(raw).slice(0, 80)}»`, fix };
}

function completeSource({ name, url }: RawArticle['source'], byDefault: string | undefined): Source | undefined {
  const clean = cleanLine(name) || cleanLine(byDefault ?? '');
  if (clean === '') return undefined;
  const origin = url === undefined ? null : URL.parse(url.trim());
  return origin && /^https?:$/.test(origin.protocol) ? { name: clean, url: `${origin.origin}/` } : { name: clean };
}

function placeSection(found: string, { sections }: ImportContext): Pick<ImportedArticle, 'section' | 'droppedSection'> {
  const name = cleanLine(found);
  if (name === '') return {};
  const section = findSection(name, sections);
  return section ? { section: section.name } : { droppedSection: name };
}

/** Each tag has a page and therefore needs a valid URL. */
function isNameable(tag: string): boolean {
  const slug = slugify(tag);
  return slug !== '' && byteLength(slug) <= maxSlugBytes;
}
