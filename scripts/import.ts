import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { importArticles } from '../src/build/import.ts';
import { readOptions, UsageError } from '../src/build/options.ts';
import { type NewsDate, parseDate } from '../src/core/dates.ts';

const help = `Usage: npm run import -- FILE… [options]
ورود خبر از متن صفحه‌های وب یا از JSON Lines به پوشهٔ محتوا

Each FILE is the text of one scraped news page, or JSON Lines with one article a line; either may be gzipped,
and - is standard input. New files go to content/articles/<year>/<month>/. No file is overwritten, and articles
that are there already are skipped, so an import can be repeated.

  --content DIR   the content folder (default: content)
  --date DATE     the date of articles that have none, as in 1404/07/24
  --source NAME   the source of articles that have none
  --now ISO       the time, for articles whose date is still to come (default: now)
  --config FILE   the site's settings (default: src/config.ts)
  --help          show this

Exit codes: 0 done, 1 articles were refused, 2 wrong use.
`;

async function main(): Promise<number> {
  const { values, positionals } = parseFlags();
  if (values.help) return say(help);
  if (positionals.length === 0) throw new UsageError('expected at least one FILE, or - for standard input.');
  const date = values.date === undefined ? undefined : readDefaultDate(values.date);
  if (values.content !== undefined) mkdirSync(values.content, { recursive: true });
  const { content, config, now } = await readOptions(values);
  const defaults = { date, source: values.source?.trim() || undefined };
  const { report, refused } = await importArticles({ inputs: positionals, content, config, defaults, now });
  say(report);
  return refused > 0 ? 1 : 0;
}

function parseFlags() {
  try {
    const text = { type: 'string' } as const;
    return parseArgs({
      allowPositionals: true,
      options: {
        content: text,
        date: text,
        source: text,
        now: text,
        config: text,
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function readDefaultDate(text: string): NewsDate {
  const date = parseDate(text);
  if (typeof date !== 'string') return date;
  const what = date === 'form' ? 'a date' : 'a day that exists';
  throw new UsageError(`--date: expected ${what}, as in 1404/07/24 or 2025-10-16, found «${text}».`);
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  const isUsage = error instanceof UsageError;
  process.stderr.write(`import: ${(error as Error).message}\n${isUsage ? '  See: npm run import -- --help\n' : ''}`);
  process.exitCode = isUsage ? 2 : 1;
}
