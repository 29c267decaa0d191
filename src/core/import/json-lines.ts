import { completeArticle, type ImportContext, type ImportedArticle, type RawArticle } from './article.ts';
import type { ImportFault, ImportRefusal } from './record.ts';
import { cleanLine, cleanParagraphs } from './text.ts';

/** The articles and rejected records of an input. */
export interface ImportResult {
  articles: ImportedArticle[];
  refusals: ImportRefusal[];
}

/**
 * Parse articles from JSON Lines (one object per line: `title`, `date`, `source`, `body`, and optionally `lead`,
 * `tags`, `section`, `authors`, `url`). Invalid records are rejected without affecting the others.
 *
 * @example parseJsonLines('{"title":"…","date":"1404/07/24","source":"کاوش","body":"…"}', context).articles.length // 1
 */
export function parseJsonLines(text: string, context: ImportContext): ImportResult {
  const result: ImportResult = { articles: [], refusals: [] };
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (line.trim() === '') continue;
    const raw = readRecord(line, index + 1);
    const done = 'faults' in raw ? { ...raw, file: context.file } : completeArticle(raw, context);
    if ('faults' in done) result.refusals.push(done);
    else result.articles.push(done);
  }
  return result;
}

function readRecord(line: string, lineNumber: number): RawArticle | Omit<ImportRefusal, 'file'> {
  if (line.length > maxLineLength) return { line: lineNumber, title: '', faults: [tooLong(line)] };
  const record = parseObject(line);
  if (!record) return { line: lineNumber, title: '', faults: [noObject(line)] };
  const faults = wrongTypes(record);
  if (faults.length > 0) return { line: lineNumber, title: cleanLine(textOf(record['title'])), faults };
  const source = record['source'];
  return {
    line: lineNumber,
    title: textOf(record['title']),
    date: textOf(record['date']),
    tags: listOf(record['tags']),
    source: isObject(source)
      ? { name: textOf(source['name']), url: textOf(source['url']) }
      : { name: textOf(source), url: textOf(record['url']) },
    authors: listOf(record['authors']),
    lead: textOf(record['lead']),
    section: textOf(record['section']),
    paragraphs: cleanParagraphs(textOf(record['body'])),
  };
}

function parseObject(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function noObject(line: string): ImportFault {
  const found = `«${cleanLine(line.slice(0, 60))}»`;
  const isList = /^\s*\[/.test(line);
  const fix = isList ? 'Turn the list into lines: jq -c ".[]" FILE' : 'Write each record as one line of JSON.';
  return { field: 'record', expected: 'a JSON object on one line', found, fix };
}

/**
 * Maximum length of a record in UTF-16 code units. No article is that long, and parsing takes twenty times the memory.
 */
const maxLineLength = 10_000_000;

function tooLong(line: string): ImportFault {
  const expected = `at most ${maxLineLength} characters on a line`;
  return { field: 'record', expected, found: String(line.length), fix: 'Write each record as one line of JSON.' };
}

function wrongTypes(record: Record<string, unknown>): ImportFault[] {
  return (['title', 'date', 'body'] as const).flatMap((field) => {
    const value = record[field] ?? '';
    if (typeof value === 'string') return [];
    return [{ field, expected: 'a text', found: quoteJson(value), fix: `Put the ${field} between quotation marks.` }];
  });
}

/** Format the beginning of a value; `JSON.stringify` fails on very deep ones. */
function quoteJson(value: unknown): string {
  try {
    return JSON.stringify(value).slice(0, 60);
  } catch {
    return Array.isArray(value) ? 'a very deep list' : 'a very deep object';
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Tags are a list, or one string separated by commas. */
function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string');
  return textOf(value).split(/[,،؛;|]/);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
