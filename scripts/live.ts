import { addLiveEntry } from '../src/engine/live/add-live-entry.ts';
import { build } from '../src/engine/build.ts';
import { readOptions } from '../src/engine/base/options.ts';
import { createProgress } from '../src/engine/base/progress.ts';
import { UsageError } from '../src/engine/base/errors.ts';
import { formatResult } from '../src/engine/report.ts';
import { formatTime } from '../src/core/dates/news-date.ts';
import type { MessageLanguage } from '../src/core/problems/problem.ts';
import { runCommand } from './command.ts';

await runCommand(
  {
    name: 'live',
    usage:
      '-- SLUG "14:30 تیتر" ["متن"] [--pin --no-build --content DIR --public DIR --out DIR --now ISO --config FILE]',
    summary: `Adds an entry to live coverage, and builds the site. (خبری به پوشش لحظه‌به‌لحظه می‌افزاید و سایت را می‌سازد.)

Without a time, the entry is of now. Further words are its text, one paragraph each.`,
    flags: {
      content: 'the folder of articles and pages (content)',
      public: 'the folder of files that are published unchanged (public)',
      out: 'the folder of the finished site (dist)',
      now: 'the moment of the entry and of the build (the clock)',
      config: 'the newspaper’s settings (src/config.ts)',
    },
    switches: {
      pin: 'keep the entry above the others',
      'no-build': 'only write the entry',
    },
    takesWords: true,
  },
  async ({ flags, switches, words: [slug, ...texts] }) => {
    if (slug === undefined || texts.length === 0) {
      throw new UsageError(
        'Expected an article and an entry, as in: npm run live -- metro "14:30 باران آغاز شد"',
        'نام خبر و متن لازم است، مانند: npm run live -- metro "14:30 باران آغاز شد"',
      );
    }
    const options = await readOptions(flags);
    const language = (flags['lang'] ?? options.config.messages) as MessageLanguage;
    const entry = { slug, text: texts.join('\n\n'), isPinned: switches['pin'] === true };
    const { file, date } = await addLiveEntry(options, entry);
    console.log(language === 'fa' ? `${file}: ${formatTime(date)}` : `${file}: ${date.iso.slice(11, 16)}`);
    if (switches['no-build']) return;
    const progress = createProgress();
    const result = await build({ ...options, language }, progress);
    const { summary, warnings } = formatResult(result, options.out, progress.phases, language);
    console.log(summary);
    for (const warning of warnings) console.warn(warning);
  },
);
