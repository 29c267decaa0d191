import type { NewsDate } from '../dates/news-date.ts';
import type { ImportedArticle } from './article.ts';
import { letterKey } from './text.ts';
import { cutSlug, isDeviceName, slugify } from '../text/slug.ts';

/** An article file as far as the import needs to know it. */
export interface KnownArticle {
  slug: string;
  /** The path that people are shown. */
  file: string;
  title: string;
  /** `undefined` if its date can't be read. */
  date?: NewsDate | undefined;
  /** As plain text or markdown. */
  firstParagraph: string;
  /** Whether readers can see it, so that others may pin it. */
  isPublished: boolean;
}

/** The articles that there are, indexed so that each question takes the same time however many there are. */
export interface ArticleLibrary {
  add(article: KnownArticle): void;
  /** The file that holds an article already. */
  fileOf(article: ImportedArticle): string | undefined;
  /** A slug that no file has: that of the title, with a number where needed. */
  freeSlug(title: string): string;
  /** The slug of the one published article of this title. */
  slugOfTitle(title: string): string | undefined;
}

/**
 * Make an index of articles. Two are the same if their titles, days and first paragraphs have the same letters. What
 * the input does not say itself (a headline made of the lead, a day by default) does not count, since an editor is
 * meant to mend it in the file.
 */
export function createLibrary(): ArticleLibrary {
  const files = new Map<string, string>();
  const slugs = new Set<string>();
  const numbers = new Map<string, number>();
  const titles = new Map<string, string | undefined>();
  return {
    add: ({ slug, file, title, date, firstParagraph, isPublished }) => {
      slugs.add(slug);
      const paragraph = paragraphKey(firstParagraph);
      for (const aTitle of [title, undefined]) {
        for (const aDate of [date, undefined]) files.set(identity(paragraph, aTitle, aDate), file);
      }
      if (isPublished) titles.set(titleKey(title), titles.has(titleKey(title)) ? undefined : slug);
    },
    fileOf: ({ title, date, paragraphs, says }) =>
      files.get(
        identity(paragraphKey(paragraphs[0] ?? ''), says.title ? title : undefined, says.date ? date : undefined),
      ),
    freeSlug: (title) => {
      const base = cutSlug(slugify(title), slugBytes);
      let number = numbers.get(base) ?? 1;
      let slug = number === 1 ? base : numberedSlug(base, number);
      while (slugs.has(slug) || isDeviceName(slug)) slug = numberedSlug(base, ++number);
      numbers.set(base, number);
      return slug;
    },
    slugOfTitle: (title) => titles.get(titleKey(title)),
  };
}

/** Twice this stays below what a file name holds, and an address of it can be shared. */
const slugBytes = 120;

function numberedSlug(base: string, number: number): string {
  const suffix = `-${number}`;
  return `${cutSlug(base, slugBytes - suffix.length)}${suffix}`;
}

function identity(paragraph: string, title: string | undefined, date: NewsDate | undefined): string {
  const titlePart = title === undefined ? '' : titleKey(title);
  return `${titlePart}|${date?.iso.slice(0, 10) ?? ''}|${paragraph}`;
}

/** The beginning is enough; the rest of a long paragraph would only fill memory. */
function paragraphKey(paragraph: string): string {
  return letterKey(paragraph.slice(0, 400)).slice(0, 150);
}

/** «+ فیلم» and its like come and go. */
function titleKey(title: string): string {
  return letterKey(title.replace(/\s*[+/(]\s*(?:فیلم|ویدئو|ویدیو|عکس|تصاویر|صوت|اینفوگرافی)\s*\)?$/, ''));
}
