import type { KnownTerm } from '../../words/terms.ts';

/** Occurrences of terms in articles. */
export interface SearchNotes {
  /** Record a term. Articles come in ascending order. */
  add(term: KnownTerm, article: number, weight: number): void;
  /** Return all occurrences, grouped by term. */
  byTerm(): TermNotes[];
}

/** The occurrences of one term, in the order in which they were recorded. */
export interface TermNotes {
  term: KnownTerm;
  articles: Uint32Array;
  weights: Uint8Array;
}

/**
 * Create an empty collection. It consists of three long lists of numbers that are sorted once, by counting (Seward
 * 1954): looking up a list per term for each word of each text would take three times as long.
 */
export function createNotes(): SearchNotes {
  const terms: KnownTerm[] = [];
  // Positions of terms in their list, by spelling.
  const places = new Map<string, number>();
  let lists = createLists(1024);
  let length = 0;
  return {
    add: (term, article, weight) => {
      if (length === lists.terms.length) lists = growLists(lists);
      let place = places.get(term.spelling);
      if (place === undefined) places.set(term.spelling, (place = terms.push(term) - 1));
      lists.terms[length] = place;
      lists.articles[length] = article;
      lists.weights[length++] = weight;
    },
    byTerm: () => sortLists(terms, lists, length),
  };
}

interface NoteLists {
  /** Positions of terms. */
  terms: Uint32Array;
  articles: Uint32Array;
  weights: Uint8Array;
}

function createLists(length: number): NoteLists {
  return { terms: new Uint32Array(length), articles: new Uint32Array(length), weights: new Uint8Array(length) };
}

function growLists({ terms, articles, weights }: NoteLists): NoteLists {
  const larger = createLists(terms.length * 2);
  larger.terms.set(terms);
  larger.articles.set(articles);
  larger.weights.set(weights);
  return larger;
}

function sortLists(terms: readonly KnownTerm[], lists: NoteLists, length: number): TermNotes[] {
  const counts = new Uint32Array(terms.length);
  for (let note = 0; note < length; note++) counts[lists.terms[note]!]!++;
  let sum = 0;
  const next = counts.map((count) => (sum += count) - count);
  const sorted = createLists(length);
  for (let note = 0; note < length; note++) {
    const at = next[lists.terms[note]!]!++;
    sorted.articles[at] = lists.articles[note]!;
    sorted.weights[at] = lists.weights[note]!;
  }
  // Each term's next position is now the one after its last.
  return terms.map((term, place) => ({
    term,
    articles: sorted.articles.subarray(next[place]! - counts[place]!, next[place]),
    weights: sorted.weights.subarray(next[place]! - counts[place]!, next[place]),
  }));
}
