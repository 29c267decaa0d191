import type { SiteArticle } from './site.ts';

/** Names by which results are filtered. Articles refer to them by their place in the lists of the whole index. */
export interface SearchLabels {
  /** Slug and name. Number 0 is no section, `['', '']`. */
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

/** Numbers labels in the order in which they first appear, so that a new article changes no older one's numbers. */
export interface LabelNumberer {
  /** Tell the numbers of an article's labels. Articles come oldest first. */
  numbersOf(article: SiteArticle): LabelNumbers;
  /** List the labels that are new since the last time. */
  listNew(): SearchLabels;
}

/** Make a numberer that knows no label. */
export function createNumberer(): LabelNumberer {
  const [sections, sources, tags] = [createList(1), createList(0), createList(0)];
  const names = new Map<string, string>();
  return {
    numbersOf: ({ section, source, tags: those }) => {
      if (section) names.set(section.slug, section.label);
      return {
        section: section ? sections.numberOf(section.slug) : 0,
        source: sources.numberOf(source.label),
        tags: those.map(({ label }) => tags.numberOf(label)),
      };
    },
    listNew: () => ({
      sections: sections.listNew().map((slug): [string, string] => [slug, names.get(slug)!]),
      sources: sources.listNew(),
      tags: tags.listNew(),
    }),
  };
}

/** Put the labels of tables together, oldest first. */
export function joinLabels(parts: readonly SearchLabels[]): SearchLabels {
  return {
    sections: [['', ''], ...parts.flatMap(({ sections }) => sections)],
    sources: parts.flatMap(({ sources }) => sources),
    tags: parts.flatMap(({ tags }) => tags),
  };
}

function createList(first: number): { numberOf(name: string): number; listNew(): string[] } {
  const numbers = new Map<string, number>();
  let fresh: string[] = [];
  return {
    numberOf: (name) => {
      let number = numbers.get(name);
      if (number === undefined) {
        numbers.set(name, (number = first + numbers.size));
        fresh.push(name);
      }
      return number;
    },
    listNew: () => {
      const list = fresh;
      fresh = [];
      return list;
    },
  };
}
