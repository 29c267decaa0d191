import type { NewsDate } from '../dates/news-date.ts';
import type { ImportedArticle } from './article.ts';
import { letterKey } from './text.ts';
import { cutSlug, isDeviceName, slugify } from '../text/slug.ts';

/** What the import needs to know of an existing article file. */
export interface KnownArticle {
  slug: string;
  /** Displayed path. */
  file: string;
  title: string;
  /** `undefined` if its date can't be parsed. */
  date?: NewsDate | undefined;
  /** Plain text or markdown. */
  firstParagraph: string;
  /** Whether it is published, so that other articles may pin it. */
  isPublished: boolean;
}

/** Index of existing articles; every lookup takes constant time. */
export interface ArticleLibrary {
  add(article: KnownArticle): void;
  /** Path of the file that already contains an article. */
  fileOf(
    article: Pick<ImportedArticle, 'title' | 'date' | 'given'> & { paragraphs: readonly string[] },
  ): string | undefined;
  /**
   * Reserve the next position among the articles of a day that have no time, from 0. Known articles and earlier calls
   * count.
   */
  nextPlace(date: NewsDate): number;
  /** Reserve a slug, so that no other article gets it. */
  reserve(slug: string): void;
  /** An unused slug: that of the title, numbered if necessary. */
  freeSlug(title: string): string;
  /** Slug of the only published article with this title. */
  slugOfTitle(title: string): string | undefined;
}

/**
 * Create an index of articles. Two are the same if their titles, days and first paragraphs have the same letters. A
 * title or day that the input lacked (derived from the lead, or a default) is not compared, since editors are expected
 * to correct it in the file.
 */
export function createLibrary(): ArticleLibrary {
  const files = new Map<string, string>();
  const slugs = new Set<string>();
  const numbers = new Map<string, number>();
  const titles = new Map<string, string | undefined>();
  const places = new Map<string, number>();
  return {
    add: ({ slug, file, title, date, firstParagraph, isPublished }) => {
      slugs.add(slug);
      if (date && !date.hasTime) {
        const next = places.get(dayKey(date)) ?? 0;
        places.set(dayKey(date), Math.max(next, Number(date.iso.slice(17, 19)) + 1));
      }
      const paragraph = paragraphKey(firstParagraph);
      // Records of archives are recognised by their origin; keys for 100,000 of them would take 100 MB.
      if (paragraph !== '') {
        for (const aTitle of [title, undefined]) {
          for (const aDate of [date, undefined]) files.set(identity(paragraph, aTitle, aDate), file);
        }
      }
      if (isPublished) titles.set(titleKey(title), titles.has(titleKey(title)) ? undefined : slug);
    },
    fileOf: ({ title, date, paragraphs, given }) =>
      files.get(
        identity(paragraphKey(paragraphs[0] ?? ''), given.title ? title : undefined, given.date ? date : undefined),
      ),
    nextPlace: (date) => {
      const place = places.get(dayKey(date)) ?? 0;
      places.set(dayKey(date), place + 1);
      return place;
    },
    reserve: (slug) => void slugs.add(slug),
    freeSlug: (title) => {
      const base = cutSlug(slugify(title), slugBytes);
      let number = numbers.get(base) ?? 1;
      let slug = number === 1 ? base : numberedSlug(base, number);
      // An index.md has the slug of its folder.
      while (slugs.has(slug) || isDeviceName(slug) || slug === 'index') slug = numberedSlug(base, ++number);
      numbers.set(base, number);
      return slug;
    },
    slugOfTitle: (title) => titles.get(titleKey(title)),
  };
}

/** Twice this is still a valid length for a file name, and its URL can be shared. */
const slugBytes = 120;

function numberedSlug(base: string, number: number): string {
  const suffix = `-${number}`;
  return `${cutSlug(base, slugBytes - suffix.length)}${suffix}`;
}

function identity(paragraph: string, title: string | undefined, date: NewsDate | undefined): string {
  const titlePart = title === undefined ? '' : titleKey(title);
  return `${titlePart}|${date ? dayKey(date) : ''}|${paragraph}`;
}

function dayKey({ iso }: NewsDate): string {
  return iso.slice(0, 10);
}

/** The beginning suffices and saves memory. */
function paragraphKey(paragraph: string): string {
  return letterKey(paragraph.slice(0, 400)).slice(0, 150);
}

/** Suffixes such as «+ فیلم» are added and removed over time. */
function titleKey(title: string): string {
  return letterKey(title.replace(/\s*[+/(]\s*(?:فیلم|ویدئو|ویدیو|عکس|تصاویر|صوت|اینفوگرافی)\s*\)?$/, ''));
}
