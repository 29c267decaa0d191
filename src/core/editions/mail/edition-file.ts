import { z } from 'zod';
import { checkFields } from '../../content/check-fields.ts';
import type { ContentFile } from '../../content/context.ts';
import { parseFrontMatter } from '../../content/front-matter.ts';
import { slugOfPin } from '../../content/parsed-file.ts';
import { parseDate } from '../../dates/news-date.ts';
import { proseOf } from '../../markdown/prose.ts';
import type { Problem } from '../../problems/problem.ts';
import { dropControls } from '../../text/control-characters.ts';
import { quoteText } from '../../front-matter/yaml-repairs.ts';
import { type EditionFile, editionName } from '../edition.ts';

const text = z.string().trim().min(1);
const shape = z.strictObject({ title: text.optional(), text: text.optional(), articles: z.array(text).max(200) });

/** An edition, if its file can be read, and the file’s problems. */
export interface ParsedEdition {
  edition?: EditionFile | undefined;
  problems: readonly Problem[];
}

/** Parse a file of `content/editions`. Its name is the day; whether its articles exist is checked with the whole site. */
export function parseEdition({ path: file, text: yaml }: ContentFile): ParsedEdition {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const [, digits] = /^(\d{4}-\d{2}-\d{2})\.yml$/.exec(name) ?? [];
  const day = digits === undefined ? 'form' : parseDate(digits);
  if (typeof day === 'string' || name !== editionName(day))
    return { problems: [{ id: 'edition-name', file, line: 1, column: 1, values: { name } }] };
  // As the front matter of an article, whose messages it shares; one line is added above.
  const parsed = parseFrontMatter(`---\n${yaml.replace(/^\uFEFF?(?:---[ \t]*(?=\r?\n))?/, '')}\n---\n`);
  const moved = (problem: Problem): Problem => ({ ...problem, line: Math.max(1, problem.line - 1) });
  if ('problem' in parsed) return { problems: [moved({ ...parsed.problem, file })] };
  const { frontMatter } = parsed;
  const { fields, problems } = checkFields(shape, frontMatter, file);
  const line = (words: string | undefined): string | undefined =>
    words && proseOf(dropControls(words)).replace(/\s+/g, ' ').trim();
  const articles = (fields.articles ?? []).map((written, index) => {
    const { line, column } = frontMatter.placeOf(['articles', index]);
    return { slug: slugOfPin(written), line: line - 1, column, field: 'articles' };
  });
  const faults = frontMatter.faults.map((fault) => ({ ...fault, file }));
  return {
    edition: { file, day, title: line(fields.title), text: line(fields.text), articles },
    problems: [...faults, ...problems].map(moved),
  };
}

/** Write the file of an edition that {@link parseEdition} reads. */
export function writeEdition(slugs: readonly string[]): string {
  return `articles:\n${slugs.map((slug) => `  - ${quoteText(slug)}\n`).join('')}`;
}
