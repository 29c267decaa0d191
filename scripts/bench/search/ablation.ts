import { searchFields } from '../../../src/core/search/article.ts';
import { answerQuestion } from '../../../src/core/search/ranking.ts';
import { rankingRules, type RankingRules } from '../../../src/core/search/scores.ts';
import { indexPeriod } from '../../../src/core/search/sharded/index-period.ts';
import type { SearchFields, WordSource } from '../../../src/core/search/store.ts';
import { createWordSource } from '../../../src/core/search/sharded/word-source.ts';
import { meanOf, type Quality, qualityOf } from './quality.ts';
import { allReaders } from '../../../src/core/search/on-demand/units.ts';
import type { QuestionSet, SearchedText } from './topics.ts';

const depth = 10;

/** The search with some rules different. */
interface Variant {
  name: string;
  rules?: Partial<RankingRules>;
  /** Whether a first paragraph in place of a lead counts to its end. */
  hasLongLeads?: boolean;
}

const variants: readonly Variant[] = [
  { name: 'as it is' },
  { name: 'first paragraphs whole', hasLongLeads: true },
  { name: 'all words first', rules: { isMixed: false } },
  { name: 'k1 1.2', rules: { saturation: 1.2 } },
  { name: 'all three', hasLongLeads: true, rules: { isMixed: false, saturation: 1.2 } },
  { name: 'k1 3', rules: { saturation: 3 } },
  { name: 'b 0.75', rules: { lengthLoss: 0.75 } },
  { name: 'share needed 0.4', rules: { neededShare: 0.4 } },
  { name: 'share needed 0.6', rules: { neededShare: 0.6 } },
  { name: 'two words: both needed', rules: { neededOfShort: 1 } },
];

/** A row of the table: a variant, and its quality for each set of questions. */
export interface AblationRow {
  name: string;
  qualities: readonly Quality[];
}

/** Answer sets of questions by the ranking as it is, and with one rule different each. */
export async function compareRules(sets: readonly QuestionSet[]): Promise<AblationRow[]> {
  const judged = await Promise.all(sets.map(judgeSet));
  return variants.map(({ name }, row) => ({ name, qualities: judged.map((qualities) => qualities[row]!) }));
}

async function judgeSet(set: QuestionSet): Promise<Quality[]> {
  const [sourceOf, all] = [new Map<boolean, WordSource>(), [] as Quality[]];
  for (const { rules, hasLongLeads = false } of variants) {
    if (!sourceOf.has(hasLongLeads)) sourceOf.set(hasLongLeads, indexTexts(set.articles, hasLongLeads));
    const source = sourceOf.get(hasLongLeads)!;
    const qualities: Quality[] = [];
    for (const { text, grades } of set.questions) {
      const { articles } = await answerQuestion(text, source, false, { ...rankingRules, ...rules }, allReaders);
      const gains = articles.slice(0, depth).map((article) => grades.get(article) ?? 0);
      qualities.push(qualityOf(set.name, gains, [...grades.values()]));
    }
    all.push(meanOf(set.name, qualities));
  }
  return all;
}

function indexTexts(articles: readonly SearchedText[], hasLongLeads: boolean): WordSource {
  const { chunks, lengths } = indexPeriod(
    articles.map((article) => fieldsOf(article, hasLongLeads)),
    false,
  );
  const rows = lengths.map((length) => ({ day: 0, place: 0, section: 0, source: 0, tags: [], length }));
  const starts = chunks.map(({ start }) => start);
  const table = { starts, labels: { sections: [], sources: [], tags: [] }, rows };
  return createWordSource([table], async (_, chunk) => chunks[chunk]!.bytes);
}

function fieldsOf({ text, ...article }: SearchedText, hasLongLeads: boolean): SearchFields {
  const body = { html: '', text };
  const fields = searchFields({ ...article, body, tags: [], authors: [], source: { label: '' } });
  if (article.hasOwnLead || !hasLongLeads) return fields;
  return fields.map(([words, weight]) => (weight === 6 ? [article.lead, weight] : [words, weight]));
}

const cellWidth = 17;

/** Format the rows as a table: of each set, nDCG@10, MRR, and the number of questions without an answer. */
export function formatAblation(sets: readonly QuestionSet[], rows: readonly AblationRow[]): string {
  const legend = sets.map(
    ({ name, questions, articles }, index) =>
      `${index + 1}: ${name}, ${questions.length} questions, ${articles.length} articles`,
  );
  const line = (name: string, cells: readonly string[]): string =>
    name.padEnd(24) + cells.map((cell) => cell.padStart(cellWidth)).join('');
  const figuresOf = ({ ndcg, mrr, empty }: Quality): string =>
    `${ndcg.toFixed(3)} ${mrr.toFixed(3)} ${String(empty).padStart(2)}`;
  return [
    ...legend,
    line(
      'nDCG@10, MRR, empty',
      sets.map((_, index) => String(index + 1)),
    ),
    ...rows.map(({ name, qualities }) => line(name, qualities.map(figuresOf))),
  ].join('\n');
}
