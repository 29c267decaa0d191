import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { ImportContext } from '../../core/import/article.ts';
import type { ImportFault } from '../../core/import/record.ts';
import { type ImportResult, parseJsonLines } from '../../core/import/json-lines.ts';
import { isHtml, type PageResult, parsePageText } from '../../core/import/page.ts';
import { displayName } from '../content/find-files.ts';
import { UsageError } from '../base/errors.ts';
import type { SiteConfig } from '../../core/config/site-config.ts';

/** The contents of an input file. */
export interface ParsedInput extends ImportResult {
  file: string;
  /** Set if the input is the text of a single page. */
  page?: PageResult;
}

/**
 * Read the articles of an input: the text of a scraped page, or JSON Lines; either may be gzipped.
 *
 * @throws UsageError if it can’t be read.
 */
export function parseInput(
  path: string,
  { config, defaults }: Pick<ImportOptions, 'config' | 'defaults'>,
): ParsedInput {
  const file = path === '-' ? 'standard input' : displayName(path);
  const context: ImportContext = { file, sections: config.sections, defaults };
  const bytes = readBytes(path);
  const refuse = (fault: ImportFault): ParsedInput => {
    return { file, articles: [], refusals: [{ file, line: 1, title: '', faults: [fault] }] };
  };
  if (!isUtf8(bytes)) return refuse(faults.encoding);
  const text = bytes.toString('utf8');
  if (/\.(?:jsonl|ndjson|json)(?:\.gz)?$/i.test(path) || /^\uFEFF?\s*(?:\{\s*"|\[\s*\{)/.test(text)) {
    return { file, ...parseJsonLines(text, context) };
  }
  if (isHtml(text)) return refuse(faults.html);
  const page = parsePageText(text, context);
  const { result } = page;
  return 'faults' in result
    ? { file, page, articles: [], refusals: [result] }
    : { file, page, articles: [result], refusals: [] };
}

const faults = {
  encoding: {
    field: 'record',
    expected: 'text in UTF-8',
    found: 'other bytes',
    fix: 'Convert the file first, as in: iconv -f WINDOWS-1256 -t UTF-8 FILE',
  },
  html: {
    field: 'record',
    expected: 'the text of the page',
    found: 'its HTML',
    fix: 'Save what a browser shows of it as text, as in: lynx -dump -nolist -display_charset=utf-8 FILE',
  },
} as const satisfies Record<string, ImportFault>;

function readBytes(path: string): Buffer {
  try {
    const bytes = readFileSync(path === '-' ? 0 : path);
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return isGzip ? gunzipSync(bytes, { maxOutputLength: inputBytes }) : bytes;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `${path}: the input can’t be read (${code === 'ENOENT' ? 'there is no such file' : message}).`,
    );
  }
}

// Fits into one JavaScript string; a small gzip file can expand to any size.
const inputBytes = 400_000_000;

/** What an import reads, and where it writes. */
export interface ImportOptions {
  /** Paths; `-` is standard input. */
  inputs: readonly string[];
  /** The content folder, absolute. */
  content: string;
  config: SiteConfig;
  /** For articles that lack these fields. */
  defaults: ImportContext['defaults'];
  /** Milliseconds since 1970-01-01T00:00Z. */
  now: number;
  /** Whether to keep texts as they are, without restoring lost half-spaces. */
  isAsIs?: boolean | undefined;
}
