import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { importArticles } from '../src/engine/import/import.ts';
import { readOptions } from '../src/engine/base/options.ts';
import { UsageError } from '../src/engine/base/errors.ts';
import { type NewsDate, parseDate } from '../src/core/dates/news-date.ts';
import { runCommand } from './command.ts';

await runCommand(
  {
    name: 'import',
    usage:
      '-- FILE… [--content DIR --media DIR --dry-run --date DATE --source NAME --as-is --report FILE --now ISO --config FILE]',
    summary: `Imports articles into the content folder. (خبرها را از متن صفحه‌ها یا JSON Lines وارد می‌کند.)

Each FILE is the text of one scraped news page, or JSON Lines with one article per line; either may be gzipped, and - is
standard input. New files go to content/articles/<year>/<month>/. No file is overwritten, and existing
articles are skipped, so an import can be repeated. Lost half-spaces are restored, and the changes listed. If articles
are refused, the exit code is 1.`,
    flags: {
      content: 'the content folder (content)',
      media: 'a folder with the pictures of the old site, as wp-content/uploads of a backup',
      report: 'where to write the report (import-report.md beside the content folder)',
      date: 'the date of articles without one, as in 1404/07/24',
      source: 'the source of articles without one',
      now: 'the moment of the import, for articles with a future date (the clock)',
      config: 'the newspaper’s settings (src/config.ts)',
    },
    switches: {
      'as-is': 'do not restore letters and lost half-spaces',
      'dry-run': 'write nothing, and report the same',
    },
    takesWords: true,
  },
  async ({ flags, switches, words }) => {
    if (words.length === 0) throw new UsageError('Expected at least one FILE, or - for standard input.');
    const date = flags['date'] === undefined ? undefined : readDefaultDate(flags['date']);
    if (flags['content'] !== undefined) mkdirSync(flags['content'], { recursive: true });
    const { content, config, now } = await readOptions(flags);
    const defaults = { date, source: flags['source']?.trim() || undefined };
    const media = flags['media'] === undefined ? [] : [readFolder(flags['media'])];
    const { report, file, refused } = await importArticles({
      inputs: words,
      content,
      config,
      defaults,
      now,
      isAsIs: switches['as-is'],
      isTrial: switches['dry-run'],
      media,
    });
    process.stdout.write(report);
    if (!switches['dry-run'])
      writeFileSync(resolve(flags['report'] ?? join(dirname(content), 'import-report.md')), file);
    return refused > 0 ? 1 : 0;
  },
);

function readDefaultDate(text: string): NewsDate {
  const date = parseDate(text);
  if (typeof date !== 'string') return date;
  const what = date === 'form' ? 'a date' : 'a day that exists';
  throw new UsageError(`--date: expected ${what}, as in 1404/07/24 or 2025-10-16, found «${text}».`);
}

function readFolder(path: string): string {
  const folder = resolve(path);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UsageError(`--media: there is no folder ${path}.`);
  }
  return folder;
}
