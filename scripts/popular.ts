import { resolve } from 'node:path';
import { readOptions } from '../src/engine/base/options.ts';
import { UsageError } from '../src/engine/base/errors.ts';
import { type PopularResult, updatePopular } from '../src/engine/popular/update-popular.ts';
import { fewestPopular, popularFile } from '../src/core/popular/list-file.ts';
import { formatNumber } from '../src/core/text/persian.ts';
import type { MessageLanguage } from '../src/core/problems/problem.ts';
import { runCommand } from './command.ts';

await runCommand(
  {
    name: 'popular',
    usage: '-- LOG… [--content DIR --to FILE --now ISO --half-life 12h --top 10 --config FILE]',
    summary: `Lists the most read articles from the logs of your server, in content/popular.json. (پربازدیدترین خبرها را از گزارش کارساز درمی‌آورد.)

Reads logs of nginx, Apache, Caddy and Cloudflare, also .gz, and «-» for the standard input. Each run reads new lines only,
so give it the rotated log too: access.log access.log.1. The file changes only with the order of the articles.`,
    flags: {
      content: 'the folder of articles and pages (content)',
      to: 'the file to write (popular.json in the content folder)',
      now: 'the moment of the list (the clock)',
      'half-life': 'after how long a read weighs half, in hours (12h)',
      top: 'the largest number of articles, up to 50 (10)',
      config: 'the newspaper’s settings (src/config.ts)',
    },
    takesWords: true,
  },
  async ({ flags, words: logs }) => {
    if (logs.length === 0) {
      throw new UsageError(
        'Expected a log, as in: npm run popular -- /var/log/nginx/access.log',
        'نام گزارش لازم است، مانند: npm run popular -- /var/log/nginx/access.log',
      );
    }
    const halfLife = readNumber('half-life', flags['half-life'] ?? '12h', /^(\d{1,3})h?$/, 720);
    const top = readNumber('top', flags['top'] ?? '10', /^(\d{1,3})$/, 50);
    const options = await readOptions({ content: flags['content'], now: flags['now'], config: flags['config'] });
    const to = resolve(flags['to'] ?? `${options.content}/${popularFile}`);
    const result = await updatePopular({ options, logs, to, halfLife, top });
    for (const line of describe(result, to, (flags['lang'] ?? options.config.messages) as MessageLanguage))
      console.log(line);
  },
);

function readNumber(flag: string, text: string, pattern: RegExp, most: number): number {
  const value = Number(pattern.exec(text)?.[1]);
  if (value >= 1 && value <= most) return value;
  throw new UsageError(
    `--${flag}: expected a number from 1 to ${most}, found «${text}».`,
    `‎--${flag}: عددی از ۱ تا ${formatNumber(most)} لازم است، نه «${text}».`,
  );
}

function describe(result: PopularResult, to: string, language: MessageLanguage): string[] {
  const { reads, lines, unreadable, articles, hasChanged, broken } = result;
  if (language === 'fa') {
    return [
      `${formatNumber(reads)} بازدید تازه از ${formatNumber(lines)} سطر؛ ${hasChanged ? `فهرست نو شد: ${to}` : 'فهرست همان است که بود'}.`,
      ...(articles.length < fewestPopular ? ['خبرهای پربازدید هنوز کمتر از آن‌اند که فهرستی بسازند.'] : []),
      ...(unreadable > 0 ? [`${formatNumber(unreadable)} سطر خوانده نشد: قالب آن‌ها شناخته نیست یا بریده‌اند.`] : []),
      ...broken.map((log) => `${log} بریده یا آسیب‌دیده است و تا جای ممکن خوانده شد.`),
    ];
  }
  return [
    `${reads} new reads in ${lines} lines; ${hasChanged ? `the list has changed: ${to}` : 'the list is as it was'}.`,
    ...(articles.length < fewestPopular ? ['Too few articles have reads that count to make a list.'] : []),
    ...(unreadable > 0 ? [`${unreadable} lines could not be read: of no known format, or cut off.`] : []),
    ...broken.map((log) => `${log} is cut off or damaged, and was read as far as possible.`),
  ];
}
