import { createWriter } from './search-bytes.ts';
import { compareUnits, packForms, type WordForm, writeGroup } from './search-groups.ts';
import { stopWords } from './search-stems.ts';
import { findWords, type SpelledTerm } from './search-words.ts';

/** What is searched of an article, and how much a word weighs there: twice its count in the body. */
export type SearchFields = readonly (readonly [text: string, weight: number])[];

/** The postings of some articles, whose numbers are their places. */
export interface Postings {
  /** How many words each article has. */
  lengths: readonly number[];
  /** Groups, as `readGroups` reads them. */
  words: Uint8Array<ArrayBuffer>;
}

/** A word of this weight is one of the headline. */
const headlineWeight = 20;
/** Words of fields of a greater weight do not make an article longer. */
const longestWeight = 8;
const highestWeight = 255;

/**
 * Index articles: the postings of each spelling of each word, with weights of its fields (Robertson, Zaragoza, Taylor
 * 2004, "Simple BM25 extension to multiple weighted fields"). Words that are in nearly every text are indexed in headlines
 * only.
 */
export function indexArticles(articles: readonly SearchFields[]): Postings {
  const postings = new Map<string, Posting>();
  const lengths = articles.map((fields, article) => {
    let length = 0;
    for (const [text, weight] of fields) {
      const found = findWords(text);
      if (weight <= longestWeight) length += found.length;
      for (const word of found) {
        if (weight < headlineWeight && stopWords.has(word.surface)) continue;
        post(postings, word, article, weight);
        for (const part of word.parts) post(postings, part, article, weight / 2);
      }
    }
    return length;
  });
  return { lengths, words: writePostings([...postings.values()]) };
}

interface Posting {
  term: SpelledTerm;
  articles: number[];
  weights: number[];
}

function post(postings: Map<string, Posting>, term: SpelledTerm, article: number, weight: number): void {
  let posting = postings.get(term.spelling);
  if (!posting) postings.set(term.spelling, (posting = { term, articles: [], weights: [] }));
  const { articles, weights } = posting;
  const last = articles.length - 1;
  if (articles[last] === article) weights[last] = Math.min(highestWeight, weights[last]! + weight);
  else {
    articles.push(article);
    weights.push(weight);
  }
}

function writePostings(postings: Posting[]): Uint8Array<ArrayBuffer> {
  const sorted = postings.toSorted(
    ({ term: a }, { term: b }) => compareUnits(a.stem, b.stem) || compareUnits(a.spelling, b.spelling),
  );
  const writer = createWriter();
  let before = '';
  for (let start = 0; start < sorted.length;) {
    const { stem } = sorted[start]!.term;
    let end = start;
    while (sorted[end]?.term.stem === stem) end++;
    const forms = packForms(stem, sorted.slice(start, end).map(formOf));
    writeGroup(writer, before, { stem, forms });
    before = stem;
    start = end;
  }
  return writer.finish();
}

function formOf({ term: { spelling }, articles, weights }: Posting): WordForm {
  return { spelling, articles: Uint32Array.from(articles), weights: Uint8Array.from(weights) };
}
