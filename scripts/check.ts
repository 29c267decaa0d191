import { buildModel } from '../src/build/build.ts';
import { loadContent } from '../src/build/load-content.ts';
import { readOptions } from '../src/build/options.ts';
import { runCommand } from './command.ts';

await runCommand(
  {
    name: 'check',
    usage: '[-- --content DIR --now ISO --config FILE]',
    summary: 'Finds the problems of the content without building. (اشکال‌های محتوا را بدون ساختن سایت پیدا می‌کند.)',
    flags: {
      content: 'the folder of articles and pages (content)',
      now: 'the moment to check for; later articles are under embargo (the clock)',
      config: 'the newspaper’s settings (src/config.ts)',
    },
  },
  async ({ flags }) => {
    const options = await readOptions(flags);
    const content = await loadContent(options);
    const site = buildModel(content, options);
    const waiting = content.articles.length - site.articles.length;
    console.log(
      `No problems in ${content.articles.length} article${content.articles.length === 1 ? '' : 's'} (${waiting} of them drafts or under embargo).`,
    );
  },
);
