import { existsSync } from 'node:fs';
import { finishSite } from '../src/engine/build.ts';
import { readOptions } from '../src/engine/base/options.ts';
import { UsageError } from '../src/engine/base/errors.ts';
import { previewSite } from '../src/engine/serve/preview-server.ts';
import { createUrls } from '../src/core/urls.ts';
import { runCommand } from './command.ts';

await runCommand(
  {
    name: 'preview',
    usage: '[-- --out DIR --port N --host NAME --config FILE]',
    summary: 'Serves the finished site of dist/ on this machine. (سایت ساخته‌شده را نشان می‌دهد.)',
    flags: {
      out: 'the folder of the finished site (dist)',
      port: 'the port to listen on (4321)',
      host: 'the address to listen on (localhost)',
      config: 'the newspaper’s settings (src/config.ts)',
    },
  },
  async ({ flags }) => {
    const options = await readOptions(flags);
    await finishSite(options);
    if (!existsSync(options.out)) {
      throw new UsageError(`There is no folder ${options.out} yet. Run «npm run build» first.`);
    }
    const origin = await previewSite(options, Number(flags['port'] ?? 4321), flags['host'] ?? 'localhost');
    console.log(`${origin}${createUrls(options.config.url).base}/`);
  },
);
