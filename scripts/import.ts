import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { importArticles } from '../src/engine/import/import.ts';
import { readOptions } from '../src/engine/base/options.ts';
import { createProgress } from '../src/engine/base/progress.ts';
import { UsageError } from '../src/engine/base/errors.ts';
import { type NewsDate, parseDate } from '../src/core/dates/news-date.ts';
import { runCommand } from './command.ts';

await runCommand(
  {
    name: 'import',
    usage:
      '-- FILE… [--content DIR --media DIR --download --dry-run --date DATE --source NAME --as-is --keep-originals ' +
      '--report FILE --now ISO --config FILE]',
    summary: `Imports articles into the content folder. (آرشیو سامانهٔ پیشین را وارد می‌کند: وردپرس، هوگو، جکیل، گوست، بلاگر، تلگرام، خوراک و JSON.)

Each FILE is an export of another system (WordPress, Ghost, Blogger, Telegram, a feed, JSON), the folder of a site (Hugo,
Jekyll, Hexo, Eleventy, Astro, Obsidian), or the text of a scraped news page. Formats are recognised by content. Files
may be gzipped or in a zip archive, and - is standard input. New files go to content/articles/<year>/<month>/, with old
addresses, pictures, authors, pages and comments. An import can be repeated: it never overwrites an editor's changes.
Lost half-spaces are restored, and the changes listed. If articles are refused, the exit code is 1. See docs/import.md.`,
    flags: {
      content: 'the content folder (content)',
      media: 'a folder with the pictures of the old site, such as wp-content/uploads of a backup',
      report: 'the file for the report (import-report.md beside the content folder)',
      date: 'the date of articles without one, as in 1404/07/24',
      source: 'the source of articles without one',
      now: 'the moment of the import, for articles with a future date (the clock)',
      config: 'the newspaper’s settings (src/config.ts)',
    },
    switches: {
      'as-is': 'do not correct letters and lost half-spaces',
      'dry-run': 'report the same, but write nothing',
      download: 'fetch pictures that are in no given folder',
      'keep-originals': 'keep the original text beside each article',
    },
    takesWords: true,
  },
  async ({ flags, switches, words }) => {
    if (words.length === 0) throw new UsageError('Expected at least one FILE, or - for standard input.');
    const date = flags['date'] === undefined ? undefined : readDefaultDate(flags['date']);
    const isTrial = switches['dry-run'];
    const created = flags['content'] === undefined ? undefined : mkdirSync(flags['content'], { recursive: true });
    const { content, publicFolder, config, now } = await readOptions(flags);
    const defaults = { date, source: flags['source']?.trim() || undefined };
    const media = flags['media'] === undefined ? [] : [readFolder(flags['media'])];
    const { report, file, refused } = await importArticles({
      inputs: words,
      content,
      config,
      defaults,
      now,
      isAsIs: switches['as-is'],
      isTrial,
      downloads: switches['download'],
      keepsOriginals: switches['keep-originals'],
      publicFolder,
      progress: createProgress(process.stderr),
      media,
    });
    process.stdout.write(report);
    if (isTrial && created !== undefined) rmSync(created, { recursive: true });
    if (!isTrial) writeFileSync(resolve(flags['report'] ?? join(dirname(content), 'import-report.md')), file);
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
