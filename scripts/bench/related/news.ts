import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readScraped } from '../scraped.ts';
import { writeCorpus } from '../build/corpus.ts';
import { loadContent } from '../../../src/engine/content/load-content.ts';
import { readOptions } from '../../../src/engine/base/options.ts';
import { hashText } from '../../../src/core/text/hash.ts';
import { parseDate } from '../../../src/core/dates/news-date.ts';
import { foldKey } from '../../../src/core/text/persian.ts';
import { relatedFeatures, type RelatedText } from '../../../src/core/related/features.ts';
import type { RelatedItem } from '../../../src/core/related/features.ts';

/** An article of the benchmark. */
export interface BenchArticle extends RelatedText {
  epoch: number;
  section: string;
  /** Its tags, folded. Only the evaluation uses them. */
  hidden: ReadonlySet<string>;
}

/**
 * Read scraped articles (gzipped JSON Lines), newest first. Those without a date in their URL or fields are skipped.
 */
export async function readNews(file: string): Promise<BenchArticle[]> {
  const scraped = await readScraped(file);
  return newestFirst(
    scraped.flatMap(({ title, lead, body, tags = [], section, url }) => {
      const epoch = dateOfAddress(url ?? '');
      if (epoch === undefined) return [];
      return [makeBenchArticle({ title, lead, text: body, tags }, epoch, section ?? '')];
    }),
  );
}

/** Generate articles if there are no real ones, newest first. */
export async function generateNews(count: number): Promise<BenchArticle[]> {
  const folder = await mkdtemp(join(tmpdir(), 'rooznegar-related-'));
  try {
    await writeCorpus(count, join(folder, 'articles'));
    const { articles } = await loadContent(await readOptions({ content: folder }));
    return newestFirst(
      articles.map((article) =>
        makeBenchArticle({ ...article, text: article.body.text }, article.date.epoch, article.section ?? ''),
      ),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Convert an article, without its tags, to the input of `findRelated`. */
export function makeBenchItem(article: BenchArticle, position: number): RelatedItem {
  const features = relatedFeatures({ ...article, tags: [] });
  const { epoch, section } = article;
  return { slug: String(position).padStart(7, '0'), epoch, section, features, contentKey: hashText(features.join()) };
}

function makeBenchArticle(text: RelatedText, epoch: number, section: string): BenchArticle {
  return { ...text, epoch, section, hidden: new Set(text.tags.map(foldKey)) };
}

function newestFirst(articles: readonly BenchArticle[]): BenchArticle[] {
  return articles.toSorted((a, b) => b.epoch - a.epoch);
}

/**
 * Date of an article from its URL: Fars includes the Jalali day; Varzesh3 numbers its articles, about 7,300 a month
 * since August 2012.
 */
function dateOfAddress(address: string): number | undefined {
  const number = /varzesh3\.com\/news\/(\d+)/.exec(address)?.[1];
  if (number !== undefined) return Date.UTC(2012, 7, 1) + ((Number(number) - 1_000_000) / 7300) * 30.44 * 86_400_000;
  const day = /\/news\/(1[34]\d\d|\d\d)(\d\d)(\d\d)/.exec(address);
  if (!day) return undefined;
  const [, year, month, date] = day;
  const parsed = parseDate(`${year!.length === 2 ? `13${year}` : year}/${month}/${date}`);
  return typeof parsed === 'string' ? undefined : parsed.epoch;
}
