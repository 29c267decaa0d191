import type { SearchFields } from './store.ts';
import type { Picture } from '../article.ts';
import { formatDate } from '../dates/news-date.ts';
import { variantName, variantWidths } from '../pictures/variants.ts';
import type { SiteArticle } from '../site/site.ts';
import { searchedText } from './searched-text.ts';
import { openingOf } from '../words/opening.ts';

/** What results show of an article, in its own orthography: one small file per article. */
export interface SearchArticle {
  url: string;
  title: string;
  /** The lead, if the writer gave one, and the body; excerpts are cut from it. */
  text: string;
  /** Formatted for readers. */
  date: string;
  /** ISO 8601. */
  iso: string;
  section?: string | undefined;
  /** Slug of its section, which has a colour. */
  sectionSlug?: string | undefined;
  source: string;
  image?: HitImage | undefined;
}

/** The picture of an article in its smallest size. */
export interface HitImage {
  src: string;
  /** Of the original, in pixels; their ratio is that of the picture. */
  width?: number | undefined;
  height?: number | undefined;
  /** CSS class of its placeholder colour. */
  tone?: string | undefined;
}

/** Describe an article for results. */
export function describeArticle(article: SiteArticle): SearchArticle {
  const { url, title, lead, hasOwnLead, date, section, source } = article;
  const text = searchedText(article);
  return {
    url,
    title,
    text: hasOwnLead ? `${lead}\n${text}` : text,
    date: formatDate(date),
    iso: date.iso,
    section: section?.label,
    sectionSlug: section?.slug,
    source: source.label,
    image: article.image && describeImage(article.image),
  };
}

function describeImage({ src, width, height, variants, tone }: Picture): HitImage {
  const [smallest] = variantWidths(width ?? 0);
  const isResized = variants !== undefined && smallest !== undefined;
  return { src: isResized ? variants + variantName(smallest, 'webp') : src, width, height, tone };
}

/** The searched parts of an article. */
export type SearchedArticle = Pick<SiteArticle, 'title' | 'kicker' | 'lead' | 'hasOwnLead' | 'body' | 'searchedTo'> &
  Readonly<Record<'tags' | 'authors', readonly { label: string }[]> & { source: { label: string } }>;

/**
 * List the searched fields of an article with their weights. A first paragraph in place of a lead is part of the body
 * too: with both weights together, its words count as much as those of a lead.
 */
export function searchFields(article: SearchedArticle): SearchFields {
  const { body, searchedTo } = article;
  const words = searchedTo === undefined ? body.words : undefined;
  return [
    [article.title, 20],
    [article.kicker ?? '', 8],
    article.hasOwnLead ? [article.lead, 8] : [openingOf(article.lead), 6],
    ...article.tags.map(({ label }): [string, number] => [label, 8]),
    ...article.authors.map(({ label }): [string, number] => [label, 6]),
    [article.source.label, 2],
    [words === undefined ? searchedText(article) : { counts: words }, 2],
  ];
}

/**
 * List the names of an article that depend on more than its own file: they may change while the file stays the same.
 */
export function namesOf({ url, tags, authors, section, source }: SiteArticle): string {
  const terms = [...tags, source, ...(section ? [section] : []), ...authors];
  return [url, ...terms.map(({ kind, slug, label }) => `${kind} ${slug} ${label}`)].join('\n');
}
