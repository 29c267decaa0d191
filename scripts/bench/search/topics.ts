import { readScraped, type ScrapedArticle } from '../scraped.ts';
import { foldKey, normalizeText } from '../../../src/core/text/persian.ts';
import { stopWords } from '../../../src/core/words/stems.ts';
import { findWords } from '../../../src/core/words/words.ts';
import { createRandom } from '../../../tests/support/random.ts';
import type { Judgements } from './quality.ts';

/** The texts of an article that are searched. */
export interface SearchedText {
  title: string;
  lead: string;
  /** Whether the lead is a separate text rather than the first paragraph of the body. */
  hasOwnLead: boolean;
  text: string;
}

/** Articles, and questions with the grades of the articles that answer them, by position. */
export interface QuestionSet {
  name: string;
  articles: readonly SearchedText[];
  questions: readonly { text: string; grades: ReadonlyMap<number, number> }[];
}

const leastArticles = 3;
const headlineCount = 400;
const headlineWords = 3;
const seed = 1404;

/** The pages and queries of a file of judgements. */
export function judgedSet(name: string, { pages, queries }: Judgements): QuestionSet {
  const positions = new Map(pages.map(({ url }, position) => [url, position]));
  const articles = pages.map(({ title, body }) => asFirstParagraph(normalizeText(title), normalizeText(body)));
  const questions = queries.map(({ q, relevant }) => {
    const grades = Array.isArray(relevant)
      ? relevant.map((url: string): [string, number] => [url, 1])
      : Object.entries(relevant as Record<string, number>);
    return { text: q, grades: new Map(grades.map(([url, grade]) => [positions.get(url)!, grade])) };
  });
  return { name, articles, questions };
}

/**
 * Sets of questions whose answers scraped articles (gzipped JSON Lines) give themselves: tags of two words or more, which
 * are hidden from the search, also with articles whose texts have lost their blank lines; three words of a headline; and
 * whole headlines, with the headlines hidden.
 */
export async function scrapedSets(file: string): Promise<QuestionSet[]> {
  const scraped = await readScraped(file);
  const articles = scraped.map(({ title, lead, body }): SearchedText => {
    const [ownTitle, ownLead, text] = [title, lead, body].map(normalizeText);
    return ownLead === ''
      ? asFirstParagraph(ownTitle!, text!)
      : { title: ownTitle!, lead: ownLead!, hasOwnLead: true, text: text! };
  });
  const joined = articles.map(({ title, lead, hasOwnLead, text }) =>
    asFirstParagraph(title, (hasOwnLead ? `${lead} ${text}` : text).replace(/\s*\n\s*/g, ' ')),
  );
  const [tags, headlines] = [questionsOfTags(scraped), drawHeadlines(articles)];
  return [
    { name: 'tags', articles, questions: tags },
    { name: 'tags, no blank lines', articles: joined, questions: tags },
    {
      name: 'three words of a headline',
      articles,
      questions: headlines.map(({ words, position }) => ({ text: words, grades: new Map([[position, 1]]) })),
    },
    {
      name: 'headlines, hidden',
      articles: articles.map((article) => ({ ...article, title: '' })),
      questions: headlines.map(({ title, position }) => ({ text: title, grades: new Map([[position, 1]]) })),
    },
  ];
}

function asFirstParagraph(title: string, text: string): SearchedText {
  return { title, lead: text.split('\n', 1)[0]!, hasOwnLead: false, text };
}

function questionsOfTags(scraped: readonly ScrapedArticle[]): QuestionSet['questions'] {
  const tagged = new Map<string, { text: string; grades: Map<number, number> }>();
  for (const [position, { tags = [] }] of scraped.entries()) {
    for (const tag of tags) {
      const key = foldKey(tag);
      if (!tagged.has(key)) tagged.set(key, { text: normalizeText(tag), grades: new Map() });
      tagged.get(key)!.grades.set(position, 1);
    }
  }
  return [...tagged.values()].filter(({ text, grades }) => grades.size >= leastArticles && findWords(text).length > 1);
}

interface Headline {
  position: number;
  title: string;
  /** Some of its words, in order. */
  words: string;
}

function drawHeadlines(articles: readonly SearchedText[]): Headline[] {
  const random = createRandom(seed);
  const drawn = new Map<number, Headline>();
  while (drawn.size < Math.min(headlineCount, articles.length)) {
    const position = random.below(articles.length);
    const { title } = articles[position]!;
    const words = findWords(title).filter(({ surface }) => surface.length > 1 && !stopWords.has(surface));
    while (words.length > headlineWords) words.splice(random.below(words.length), 1);
    drawn.set(position, { position, title, words: words.map(({ start, end }) => title.slice(start, end)).join(' ') });
  }
  return [...drawn.values()];
}
