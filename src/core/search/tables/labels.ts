import type { SiteArticle } from '../../site/site.ts';
import type { LabelNumbers, SearchLabels } from '../store.ts';

/** Assigns numbers to the labels of periods, so that a new period changes no older numbers. */
export interface LabelNumberer {
  /** Number the labels of the next period's articles, oldest first, and list those that no older period has. */
  add(articles: readonly SiteArticle[]): SearchLabels;
  /** Look up the numbers of labels that were added. */
  numbersOf(article: SiteArticle): LabelNumbers;
}

/** Create a numberer without labels. */
export function createNumberer(): LabelNumberer {
  const [sections, sources, tags] = [new Map([['', 0]]), new Map<string, number>(), new Map<string, number>()];
  return {
    add: (articles) => {
      const names = new Map(articles.flatMap(({ section }) => (section ? [[section.slug, section.label]] : [])));
      return {
        sections: addNew(sections, [...names.keys()]).map((slug): [string, string] => [slug, names.get(slug)!]),
        sources: addNew(
          sources,
          articles.map(({ source }) => source.label),
        ),
        tags: addNew(
          tags,
          articles.flatMap((article) => article.tags.map(({ label }) => label)),
        ),
      };
    },
    numbersOf: (article) => ({
      section: sections.get(article.section?.slug ?? '')!,
      source: sources.get(article.source.label)!,
      tags: article.tags.map(({ label }) => tags.get(label)!).toSorted((a, b) => a - b),
    }),
  };
}

/** Join the labels of tables, oldest first. */
export function joinLabels(parts: readonly SearchLabels[]): SearchLabels {
  return {
    sections: [['', ''], ...parts.flatMap(({ sections }) => sections)],
    sources: parts.flatMap(({ sources }) => sources),
    tags: parts.flatMap(({ tags }) => tags),
  };
}

/** Number new names in order of first appearance: frequent ones get small numbers, which compress well. */
function addNew(numbers: Map<string, number>, names: readonly string[]): string[] {
  const fresh = [...new Set(names)].filter((name) => !numbers.has(name));
  for (const name of fresh) numbers.set(name, numbers.size);
  return fresh;
}
