import type { SearchFields } from '../store.ts';
import { compareTexts } from '../../text/compare.ts';
import { createWriter } from '../tables/bytes.ts';
import { packForms, type WordForm, writeGroup } from './groups.ts';
import { createNotes, type TermNotes } from './notes.ts';
import { stopWords } from '../../words/stems.ts';
import type { KnownTerm } from '../../words/terms.ts';
import { readWordCounts } from '../../words/word-counts.ts';
import { findTerms } from '../../words/words.ts';

/** The postings of articles, which are numbered by position. */
export interface Postings {
  /** Number of words of each article. */
  lengths: readonly number[];
  /** Groups, in the format of `readGroups`. */
  words: Uint8Array<ArrayBuffer>;
}

// The weight of words in headlines.
const headlineWeight = 20;
// Fields of a greater weight do not add to an article's length.
const longestWeight = 8;
const highestWeight = 255;

/**
 * Index articles: the postings of each spelling of each word, weighted by field (Robertson, Zaragoza, Taylor 2004,
 * "Simple BM25 extension to multiple weighted fields"). Stop words are indexed in headlines only.
 */
export function indexArticles(articles: readonly SearchFields[]): Postings {
  const notes = createNotes();
  const lengths = articles.map((fields, article) => {
    let length = 0;
    for (const [text, weight] of fields) {
      const add = (term: KnownTerm, count: number): void => {
        if (weight <= longestWeight) length += count;
        if (weight < headlineWeight && stopWords.has(term.surface)) return;
        notes.add(term, article, Math.min(highestWeight, count * weight));
        for (const part of term.parts) notes.add(part, article, Math.min(highestWeight, (count * weight) / 2));
      };
      if (typeof text === 'string') for (const term of findTerms(text)) add(term, 1);
      else readWordCounts(text, add);
    }
    return length;
  });
  return { lengths, words: writePostings(notes.byTerm()) };
}

function writePostings(notes: readonly TermNotes[]): Uint8Array<ArrayBuffer> {
  const sorted = notes.toSorted(
    ({ term: a }, { term: b }) => compareTexts(a.stem, b.stem) || compareTexts(a.spelling, b.spelling),
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

/** Merge the occurrences of a spelling: an article may have several. */
function formOf({ term: { spelling }, articles: noted, weights: added }: TermNotes): WordForm {
  const articles: number[] = [];
  const weights: number[] = [];
  noted.forEach((article, index) => {
    const last = articles.length - 1;
    if (articles[last] === article) weights[last] = Math.min(highestWeight, weights[last]! + added[index]!);
    else {
      articles.push(article);
      weights.push(added[index]!);
    }
  });
  return { spelling, articles: Uint32Array.from(articles), weights: Uint8Array.from(weights) };
}
