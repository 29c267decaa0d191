import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build, merge } from '../src/engine/build.ts';
import { readOptions } from '../src/engine/base/options.ts';
import { createProgress } from '../src/engine/base/progress.ts';
import { readShard } from '../src/engine/plan/shards.ts';
import { processUsage } from '../src/engine/base/usage.ts';
import { formatResult } from '../src/engine/report.ts';
import type { MessageLanguage } from '../src/core/problems/problem.ts';
import { runCommand } from './command.ts';

await runCommand(
  {
    name: 'build',
    usage:
      '[-- --content DIR --public DIR --out DIR --now ISO --config FILE --clean --strict --force --plain --precompress --shard N/M --merge DIR --figures FILE]',
    summary: 'Builds the site of content/ into dist/. (سایت را از روی پوشهٔ محتوا می‌سازد.)',
    flags: {
      content: 'the folder of articles and pages (content)',
      public: 'the folder of files that are published unchanged (public)',
      out: 'the folder of the finished site (dist)',
      now: 'the moment of the build; later articles are under embargo (the clock)',
      config: 'the newspaper’s settings (src/config.ts)',
      figures: 'write the measurements of each phase to this file, as JSON',
      shard: 'make only a share of the files, such as 2/4, to be merged with the others',
      merge: 'join the shards in this folder',
    },
    switches: {
      clean: 'ignore earlier builds and make everything again',
      force: 'replace --out even if it contains files not made by a build, or if no article is left',
      plain: 'omit src/custom and src/styles/own.css, to find out whether they cause a fault',
      precompress: 'write .br and .gz files too, like the setting hosting.precompress',
      strict: 'fail on warnings too, as shown by npm run check',
    },
  },
  async ({ flags, switches }) => {
    const progress = createProgress();
    const options = await readOptions({ ...flags, plain: switches['plain'], precompress: switches['precompress'] });
    const { shard, merge: shards } = flags;
    const language = (flags['lang'] ?? options.config.messages) as MessageLanguage;
    const settings = {
      ...options,
      language,
      strict: switches['strict'] === true,
      clean: switches['clean'] === true,
      force: switches['force'] === true,
      shard: shard === undefined ? undefined : readShard(shard),
    };
    const result =
      shards === undefined ? await build(settings, progress) : await merge(settings, resolve(shards), progress);
    if (flags['figures']) {
      await writeFile(flags['figures'], JSON.stringify({ ...result, ...processUsage(), phases: progress.phases }));
    }
    const { summary, warnings, heldBack } = formatResult(result, options.out, progress.phases, language);
    console.log(summary);
    for (const warning of warnings) console.warn(warning);
    if (heldBack !== '') console.log(`\n${heldBack}`);
  },
);
