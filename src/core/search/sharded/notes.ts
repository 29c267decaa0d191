import type { KnownTerm } from '../../words/terms.ts';

/** Where the terms of some articles were found. */
export interface SearchNotes {
  /** Note a term. Articles come in ascending order. */
  add(term: KnownTerm, article: number, weight: number): void;
  /** Give all notes, those of each term together. */
  byTerm(): TermNotes[];
}

/** The notes of one term, in the order in which they were made. */
export interface TermNotes {
  term: KnownTerm;
  articles: Uint32Array;
  weights: Uint8Array;
}

/**
 * Make empty notes. They are three long lists of numbers that are sorted once, by counting (Seward 1954): to look up a term's
 * own list for each word of each text would take three times as long.
 */
export function createNotes(): SearchNotes {
  const terms: KnownTerm[] = [];
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
  /** Places of terms. */
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
  // By now, each term's next place is the one after its last.
  return terms.map((term, place) => ({
    term,
    articles: sorted.articles.subarray(next[place]! - counts[place]!, next[place]),
    weights: sorted.weights.subarray(next[place]! - counts[place]!, next[place]),
  }));
}
