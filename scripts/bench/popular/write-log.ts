import { closeSync, openSync, statSync, writeSync } from 'node:fs';

const dayLength = 24 * 60 * 60_000;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * Write a log in the combined format: the lines of a day, evenly spread, two thirds of them reads of articles, the first of which
 * are read most.
 *
 * @param end The moment of the last line, in milliseconds since 1970-01-01T00:00Z.
 * @returns Its size in bytes.
 */
export function writeLog(path: string, slugs: readonly string[], count: number, end: number): number {
  const file = openSync(path, 'w');
  let text = '';
  for (let line = 0; line < count; line++) {
    const at = new Date(end - ((count - line) / count) * dayLength);
    // Spread without chance, so that every run measures the same.
    const spread = ((line * 0.618034) % 1) ** 2;
    const target = line % 3 === 0 ? '/_astro/page.js' : `/news/${slugs[Math.floor(spread * slugs.length)]!}/`;
    const address = `5.${line % 251}.${(line * 7) % 241}.${(line * 13) % 239}`;
    const agent = `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/1${20 + (line % 40)}.0.0.0 Safari/537.36`;
    text += `${address} - - [${stamp(at)}] "GET ${target} HTTP/1.1" 200 20480 "https://example.org/" "${agent}"\n`;
    if (text.length > 1e6) text = flush(file, text);
  }
  flush(file, text);
  closeSync(file);
  return statSync(path).size;
}

function flush(file: number, text: string): string {
  writeSync(file, text);
  return '';
}

function stamp(at: Date): string {
  const [day, clock] = at.toISOString().split(/[T.]/) as [string, string];
  const [year, month, date] = day.split('-') as [string, string, string];
  return `${date}/${months[Number(month) - 1]}/${year}:${clock} +0000`;
}
