import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AskingPage } from './browser.ts';

/** Pages, and queries with the pages that they should find. */
export interface Judgements {
  pages: readonly { url: string; title: string; body: string }[];
  queries: readonly {
    q: string;
    type?: string;
    /** URLs of pages, or their grades: 1 for relevant, higher for more relevant. */
    relevant: readonly string[] | Readonly<Record<string, number>>;
  }[];
}

/** Quality of results. */
export interface Quality {
  type: string;
  queries: number;
  recall: number;
  /** Mean reciprocal rank of the first relevant hit. */
  mrr: number;
  /** Normalised discounted cumulative gain of the first ten (Järvelin, Kekäläinen 2002). */
  ndcg: number;
  /** Number of queries without results. */
  empty: number;
}

const depth = 10;
const firstDay = Date.UTC(2025, 2, 21);

/** Write the pages of a set of judgements as articles. */
export async function writeArticles({ pages }: Judgements, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [index, { title, body }] of pages.entries()) {
    const date = new Date(firstDay + index * 60_000).toISOString();
    const paragraphs = body.split(/\n+/).map((line) => line.replace(/[!-/:-@[-`{-~]/g, '\\$&').trim());
    const fields = [`title: ${JSON.stringify(title)}`, `date: ${date}`, 'tags: []', 'source: "سنجش"'];
    await writeFile(join(folder, `page-${index}.md`), `---\n${fields.join('\n')}\n---\n\n${paragraphs.join('\n\n')}\n`);
  }
}

/** Run all queries, and evaluate the results by type of query. */
export async function judge({ pages, queries }: Judgements, page: AskingPage): Promise<Quality[]> {
  const numbers = new Map(pages.map(({ url }, index) => [`/news/page-${index}/`, url]));
  const judged: Quality[] = [];
  for (const { q, type = 'all', relevant } of queries) {
    const grades = new Map(
      Array.isArray(relevant)
        ? relevant.map((url: string) => [url, 1])
        : Object.entries(relevant as Record<string, number>),
    );
    const { paths } = await page.ask(q);
    const gains = paths.map((path) => grades.get(numbers.get(path) ?? '') ?? 0);
    judged.push(qualityOf(type, gains, [...grades.values()]));
  }
  const types = Map.groupBy(judged, ({ type }) => type);
  return [...types].map(([type, those]) => meanOf(type, those)).concat(meanOf('all', judged));
}

/**
 * Evaluate the results of one query.
 *
 * @param gains Grades of the first ten hits.
 * @param grades Of all relevant pages.
 */
export function qualityOf(type: string, gains: readonly number[], grades: readonly number[]): Quality {
  const ideal = grades.toSorted((a, b) => b - a).slice(0, depth);
  const wanted = ideal.filter((grade) => grade > 0).length;
  const first = gains.findIndex((gain) => gain > 0);
  return {
    type,
    queries: 1,
    recall: wanted === 0 ? 1 : gains.filter((gain) => gain > 0).length / wanted,
    mrr: first < 0 ? 0 : 1 / (first + 1),
    ndcg: wanted === 0 ? 1 : gainOf(gains) / gainOf(ideal),
    empty: gains.length === 0 ? 1 : 0,
  };
}

function gainOf(grades: readonly number[]): number {
  return grades.reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
}

/** Average the results of several queries. */
export function meanOf(type: string, qualities: readonly Quality[]): Quality {
  const sum = (key: 'recall' | 'mrr' | 'ndcg' | 'empty'): number =>
    qualities.reduce((total, quality) => total + quality[key], 0);
  const count = qualities.length;
  return {
    type,
    queries: count,
    recall: sum('recall') / count,
    mrr: sum('mrr') / count,
    ndcg: sum('ndcg') / count,
    empty: sum('empty'),
  };
}
