import { readOptions } from '../src/engine/base/options.ts';
import { finishSite } from '../src/engine/build.ts';
import { previewAddress, previewSite } from '../src/engine/serve/preview-server.ts';
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
    const server = await previewSite(options, {
      port: Number(flags['port'] ?? 4321),
      host: flags['host'] ?? 'localhost',
    });
    console.log(previewAddress(server, options));
  },
);
