import { join, resolve } from 'node:path';
import { findSection } from '../src/core/config/sections.ts';
import { dateAt, type NewsDate, parseDate, toJalaliDay } from '../src/core/dates/news-date.ts';
import { displayName } from '../src/engine/content/find-files.ts';
import { makeEdition } from '../src/engine/edition/make-edition.ts';
import { UsageError } from '../src/engine/base/errors.ts';
import { projectFolder, readOptions } from '../src/engine/base/options.ts';
import { runCommand } from './command.ts';

await runCommand(
  {
    name: 'edition',
    usage:
      '[-- --day DATE --to DIR --section NAME --count N --unsubscribe TEXT --no-pictures --now DATE --config FILE]',
    summary: `Makes the letter of a day: edition.html, edition.txt and subject.txt, for the program that sends it. (نامهٔ خبرهای یک روز را می‌سازد.)

The choice of articles follows the front page, and is kept in content/editions, where editors may change it; the next build
makes its page below /editions/. Nothing is sent.`,
    flags: {
      day: 'the day of the articles, such as 1405/09/08 (today in Tehran)',
      to: 'the folder for the letter (.cache/edition)',
      section: 'only articles of this section; such a letter has no page',
      count: 'how many articles at most (25)',
      unsubscribe: 'what the sending program replaces by the address for leaving, such as {{ UnsubscribeURL }}',
      content: 'the content folder (content)',
      public: 'the folder of files that are published as they are (public)',
      now: 'the moment of the run (now)',
      config: 'the newspaper’s settings (src/config.ts)',
    },
    switches: { 'no-pictures': 'leave pictures out' },
  },
  async ({ flags, switches }) => {
    const options = await readOptions(flags);
    const day = readDay(flags['day'], options.now);
    const to = resolve(flags['to'] ?? join(projectFolder, '.cache/edition'));
    const made = await makeEdition(options, {
      day,
      to,
      section: readSection(flags['section'], options.config.sections),
      count: readCount(flags['count']),
      hasPictures: switches['no-pictures'] !== true,
      unsubscribe: flags['unsubscribe'],
    });
    const { articles, bytes, dropped, file, isNew } = made;
    console.log(`${displayName(to)}: ${articles} articles of ${toJalaliDay(day)}, ${Math.ceil(bytes / 1000)} kB.`);
    if (dropped > 0) console.log(`${dropped} more did not fit.`);
    if (file && isNew) console.log(`Their order is kept in ${displayName(file)}; the next build makes the page.`);
    else if (file) console.log(`In the order of ${displayName(file)}.`);
    if (file && !isNew && flags['count'] !== undefined && Number(flags['count']) !== articles + dropped) {
      console.warn(
        `--count has no effect: ${displayName(file)} lists ${articles + dropped} articles. Remove lines from it, or delete it for a new choice.`,
      );
    }
  },
);

function readDay(text: string | undefined, now: number): NewsDate {
  const date = text === undefined ? dateAt(now) : parseDate(text);
  if (typeof date !== 'string') return parseDate(toJalaliDay(date)) as NewsDate;
  throw new UsageError(
    `--day: expected a day such as 1405/09/08, found «${text}».`,
    `‎--day: روزی مانند 1405/09/08 لازم است، نه «${text}».`,
  );
}

function readSection(name: string | undefined, sections: Parameters<typeof findSection>[1]): string | undefined {
  const found = name === undefined ? undefined : findSection(name, sections);
  if (name === undefined || found) return found?.slug;
  const names = sections.map(({ slug }) => slug).join(', ');
  throw new UsageError(
    `--section: expected one of ${names}, found «${name}».`,
    `‎--section: سرویسی به نام «${name}» نیست.`,
  );
}

function readCount(text = '25'): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 200) return count;
  throw new UsageError(`--count: expected a number from 1 to 200, found «${text}».`);
}
