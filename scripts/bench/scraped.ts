import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';

/** A scraped article, with more fields in some sets. */
export interface ScrapedArticle {
  title: string;
  lead: string;
  body: string;
  tags?: readonly string[];
  section?: string;
  url?: string;
}

/** Read scraped articles: gzipped JSON Lines. */
export async function readScraped(file: string): Promise<ScrapedArticle[]> {
  const lines = gunzipSync(await readFile(file))
    .toString('utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as ScrapedArticle);
}
