import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseDate } from '../../src/core/dates/news-date.ts';
import { parseFrontMatter } from '../../src/core/content/front-matter.ts';
import { slugify } from '../../src/core/text/slug.ts';
import { fixedNow } from './command.ts';
import { sample } from './sample.ts';

/** An article's file as written. */
export interface SourceFile {
  slug: string;
  title: string;
  /** Milliseconds since 1970-01-01T00:00Z. */
  epoch: number;
  /** `YYYY/MM` of the Jalali calendar. */
  month: string;
  tags: readonly string[];
  authors: readonly string[];
  source: string;
  body: string;
  isPublished: boolean;
}

/** Read the front matter and text of every article of the sample. */
export function readSampleContent(): SourceFile[] {
  const folder = join(sample.content, 'articles');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  return names.map((name) => readSource(join(folder, name)));
}

function readSource(file: string): SourceFile {
  const result = parseFrontMatter(readFileSync(file, 'utf8'));
  if (!('frontMatter' in result)) throw new Error(`${file} has no front matter.`);
  const { data, body } = result.frontMatter;
  const date = parseDate(String(data['date']));
  if (typeof date === 'string') throw new Error(`${file} has no date.`);
  const { source, authors } = data;
  return {
    slug: slugify(basename(file, '.md')),
    title: String(data['title']),
    epoch: date.epoch,
    month: `${date.jalali.year}/${String(date.jalali.month).padStart(2, '0')}`,
    tags: data['tags'] as string[],
    authors: (authors as string[] | undefined) ?? [],
    source: typeof source === 'string' ? source : (source as { name: string }).name,
    body,
    isPublished: data['draft'] !== 'true' && date.epoch <= Date.parse(fixedNow),
  };
}
