import { writeFile } from 'node:fs/promises';
import { build } from '../src/build/build.ts';
import { readOptions } from '../src/build/options.ts';
import { createProgress, formatPhases } from '../src/build/progress.ts';
import { runCommand } from './command.ts';

await runCommand(
  {
    name: 'build',
    usage: '[-- --content DIR --out DIR --now ISO --config FILE --figures FILE --clean --strict]',
    summary: 'Builds the site of content/ into dist/. (سایت را از روی پوشهٔ محتوا می‌سازد.)',
    flags: {
      content: 'the folder of articles and pages (content)',
      out: 'the folder of the finished site (dist)',
      now: 'the moment of the build; later articles are under embargo (the clock)',
      config: 'the newspaper’s settings (src/config.ts)',
      figures: 'a file for the figures of each phase, as JSON',
    },
    switches: {
      clean: 'forget earlier builds and make everything anew',
      strict: 'fail for warnings of orthography too, as npm run check shows them',
    },
  },
  async ({ flags, switches }) => {
    const progress = createProgress();
    const options = await readOptions(flags);
    const result = await build(
      { ...options, strict: switches['strict'] === true, clean: switches['clean'] === true },
      progress,
    );
    const { articles, pages, files, changed, removed } = result;
    if (flags['figures']) await writeFile(flags['figures'], JSON.stringify({ ...result, phases: progress.phases }));
    console.log(
      `\n${formatPhases(progress.phases)}\n\n${articles} articles, ${pages} pages, ${files} files in ${options.out}: ${changed} changed, ${removed} removed`,
    );
  },
);
