import { build } from '../src/build/build.ts';
import { readOptions } from '../src/build/options.ts';
import { createProgress, formatPhases } from '../src/build/progress.ts';
import { runCommand } from './command.ts';

await runCommand(
  {
    usage: 'npm run build [-- --content DIR --out DIR --now ISO --config FILE --lang fa|en]',
    summary: 'Builds the site of content/ into dist/. (سایت را از روی پوشهٔ محتوا می‌سازد.)',
    flags: {
      content: 'the folder of articles and pages (content)',
      out: 'the folder of the finished site (dist)',
      now: 'the moment of the build; later articles are under embargo (the clock)',
      config: 'the newspaper’s settings (src/config.ts)',
    },
  },
  async ({ flags }) => {
    const progress = createProgress();
    const options = await readOptions(flags);
    const { articles, pages, files } = await build(options, progress);
    console.log(`\n${formatPhases(progress.phases)}\n\n${articles} articles, ${pages} pages, ${files} files in ${options.out}`);
  },
);
