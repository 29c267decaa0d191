import type { Source } from '../article.ts';
import type { SectionConfig } from '../config/site-config.ts';
import type { NewsDate } from '../dates/news-date.ts';
import { readDate } from './find-date.ts';
import { cleanLine, cleanTitle, dropEnd, letterKey } from './text.ts';
import { foldKey } from '../text/persian.ts';
import { findSection } from '../config/sections.ts';
import { byteLength, maxSlugBytes, slugify } from '../text/slug.ts';

/** What the command line and the site add to what is imported. */
export interface ImportContext {
  /** The input's name, as people are shown it. */
  file: string;
  sections: readonly SectionConfig[];
  /** For articles that say none. */
  defaults: { date?: NewsDate | undefined; source?: string | undefined };
}

/** An article out of another system, its fields clean. */
export interface ImportedArticle {
  /** The input. */
  file: string;
  /** Where it begins in the input, from 1. */
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
  /** The name of a configured section. */
  section?: string | undefined;
  /** A section that the site does not have, as the input names it. */
  droppedSection?: string | undefined;
  /** Titles of related articles. */
  related: string[];
  /** Whether the input itself says the title and the date. */
  says: { title: boolean; date: boolean };
}

/** Something that keeps a record from being an article. */
export interface ImportFault {
  field: 'title' | 'date' | 'source' | 'body' | 'record';
  expected: string;
  found: string;
  fix: string;
}

/** A record that is no article, and why. */
export interface ImportRefusal {
  file: string;
  line: number;
  title: string;
  faults: ImportFault[];
}

/** The fields of a record as the input has them; `''` where it has none. */
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

/** Make an article of a record: clean its fields, fill in the defaults, and collect all that it lacks. */
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
    says: { title: raw.isTitleDerived !== true, date: date !== defaults.date },
  };
}

/**
 * Clean tags: no `#` or `_` of hashtags, no stray quotation marks at the edges, no tag twice.
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

const faultTable = {
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

function titleFault(title: string): ImportFault | undefined {
  if (title === '') return faultTable.title;
  if (slugify(title) !== '') return undefined;
  const fix = 'Write a headline in words.';
  return { field: 'title', expected: 'letters or digits, to make an address of', found: `«${title}»`, fix };
}

function dateFault(raw: string | NewsDate, date: NewsDate | string | undefined): ImportFault | undefined {
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

/** A tag has a page, so it needs an address. */
function isNameable(tag: string): boolean {
  const slug = slugify(tag);
  return slug !== '' && byteLength(slug) <= maxSlugBytes;
}
