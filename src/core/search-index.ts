import { writeChunks, type WordChunk, type WordGroup } from './search-chunks.ts';
import type { LabelNumbers } from './search-labels.ts';
import type { Spelling } from './search-spellings.ts';
import { stopWords } from './search-stems.ts';
import { type SearchPlace, type TableRow, writeTable } from './search-table.ts';
import { findWords, type SearchTerm, type SearchWord } from './search-words.ts';
import type { SiteArticle } from './site.ts';

/** The index of one period. */
export interface PeriodIndex {
  /** The words of all its articles together. */
  words: number;
  table: Uint8Array<ArrayBuffer>;
  places: readonly SearchPlace[];
  chunks: readonly WordChunk[];
  spellings: readonly Spelling[];
}

/** What is searched of an article, and how much a word weighs there: twice its count in the body. */
function fieldsOf(article: SiteArticle): [text: string, weight: number][] {
  return [
    [article.title, 20],
    [article.kicker ?? '', 8],
    [article.lead, article.hasOwnLead ? 8 : 6],
    ...article.tags.map(({ label }): [string, number] => [label, 8]),
    ...article.authors.map(({ label }): [string, number] => [label, 6]),
    [article.source.label, 2],
    [article.body.text, 2],
  ];
}

/**
 * Index the articles of a period: the postings of each form of each word, with weights of its fields (Robertson,
 * Zaragoza, Taylor 2004, "Simple BM25 extension to multiple weighted fields"). Words that are in nearly every text are
 * indexed in headlines only.
 *
 * @param articles Oldest first; an article's number is its place.
 */
export function indexPeriod(
  articles: readonly SiteArticle[],
  numbersOf: (article: SiteArticle) => LabelNumbers,
): PeriodIndex {
  const postings = new Map<string, Posting[]>();
  const rows: TableRow[] = [];
  let words = 0;
  articles.forEach((article, number) => {
    let length = 0;
    for (const [text, weight] of fieldsOf(article)) {
      const found = findWords(text);
      if (weight <= 8) length += found.length;
      for (const word of found) {
        if (weight < 20 && stopWords.has(word.surface)) continue;
        post(postingOf(postings, word, text), number, weight);
        for (const part of word.parts) post(postingOf(postings, part), number, weight / 2);
      }
    }
    words += length;
    rows.push({ ...placeOf(article, rows.at(-1)), length, ...numbersOf(article) });
  });
  const sorted = [...postings.values()]
    .flat()
    .toSorted((a, b) => compareUnits(a.stem, b.stem) || compareUnits(a.surface, b.surface));
  return {
    words,
    table: writeTable(rows),
    places: rows,
    chunks: writeChunks(groupForms(sorted)),
    spellings: sorted.map(({ spelling, articles: { length } }) => [spelling.replace(/[ \u00A0]/g, '\u200C'), length]),
  };
}

interface Posting extends SearchTerm {
  /** The commonest spelling, by the majority vote of Boyer and Moore (1981) over the first ones. */
  spelling: string;
  lead: number;
  votes: number;
  articles: number[];
  weights: number[];
}

const highestWeight = 255;

/** Find the posting of a form, or begin one. One form has several stems only where its half-spaces tell them apart. */
function postingOf(postings: Map<string, Posting[]>, word: SearchTerm | SearchWord, text = ''): Posting {
  const { surface, stem } = word;
  let forms = postings.get(surface);
  if (!forms) postings.set(surface, (forms = []));
  let posting = forms.find((form) => form.stem === stem);
  if (!posting)
    forms.push((posting = { surface, stem, spelling: surface, lead: 0, votes: 0, articles: [], weights: [] }));
  if ('start' in word && posting.votes < countedVotes) vote(posting, text.slice(word.start, word.end));
  return posting;
}

const countedVotes = 31;

function vote(posting: Posting, spelling: string): void {
  posting.votes++;
  if (posting.spelling === spelling) posting.lead++;
  else if (posting.lead > 0) posting.lead--;
  else [posting.spelling, posting.lead] = [spelling, 1];
}

function post({ articles, weights }: Posting, article: number, weight: number): void {
  const last = articles.length - 1;
  if (articles[last] === article) weights[last] = Math.min(highestWeight, weights[last]! + weight);
  else {
    articles.push(article);
    weights.push(weight);
  }
}

function placeOf({ date: { jalali } }: SiteArticle, before: TableRow | undefined): SearchPlace {
  const day = (jalali.year * 100 + jalali.month) * 100 + jalali.day;
  return { day, place: before?.day === day ? before.place + 1 : 0 };
}

function* groupForms(postings: readonly Posting[]): Generator<WordGroup> {
  for (let start = 0; start < postings.length;) {
    const { stem } = postings[start]!;
    let end = start;
    while (postings[end]?.stem === stem) end++;
    const forms = postings.slice(start, end).map(({ surface, articles, weights }) => ({
      surface,
      articles: Uint32Array.from(articles),
      weights: Uint8Array.from(weights),
    }));
    yield { stem, forms };
    start = end;
  }
}

/** Not by locale: the browser looks a word up among the first words of chunks by comparing units. */
function compareUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
