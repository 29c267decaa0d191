import type { SiteArticle } from './site.ts';

/** The names by which results are filtered. Articles refer to them by their place in these lists. */
export interface SearchLabels {
  /** `['', '']`, which is no section, then slug and name. */
  sections: readonly (readonly [slug: string, name: string])[];
  sources: readonly string[];
  tags: readonly string[];
}

/** Numbers of an article's labels. */
export interface LabelNumbers {
  section: number;
  source: number;
  tags: readonly number[];
}

/**
 * List the labels of articles in the order in which they first appear, so that a new article adds to the ends and no
 * older article's numbers change.
 *
 * @param articles Oldest first.
 */
export function listLabels(articles: readonly SiteArticle[]): {
  labels: SearchLabels;
  numbersOf: (article: SiteArticle) => LabelNumbers;
} {
  const sections = numberNames(articles.flatMap(({ section }) => section?.slug ?? []));
  const sources = numberNames(articles.map(({ source }) => source.label));
  const tags = numberNames(articles.flatMap((article) => article.tags.map(({ label }) => label)));
  const names = new Map(articles.flatMap(({ section }) => (section ? [[section.slug, section.label]] : [])));
  return {
    labels: {
      sections: [['', ''], ...[...sections.keys()].map((slug): [string, string] => [slug, names.get(slug)!])],
      sources: [...sources.keys()],
      tags: [...tags.keys()],
    },
    numbersOf: (article) => ({
      section: article.section ? sections.get(article.section.slug)! + 1 : 0,
      source: sources.get(article.source.label)!,
      tags: article.tags.map(({ label }) => tags.get(label)!),
    }),
  };
}

function numberNames(names: readonly string[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const name of names) if (!numbers.has(name)) numbers.set(name, numbers.size);
  return numbers;
}
