import { startPreview } from '../src/engine/serve/dev-server.ts';
import { readOptions } from '../src/engine/base/options.ts';
import { runCommand } from './command.ts';

await runCommand(
  {
    name: 'dev',
    usage: '[-- --content DIR --port N --host NAME --config FILE]',
    summary: 'Shows the site while it is written, drafts included. (پیش‌نمایش زنده، همراه پیش‌نویس‌ها.)',
    flags: {
      content: 'the folder of articles and pages (content)',
      port: 'the port to listen on (4321)',
      host: 'the address to listen on (localhost)',
      config: 'the newspaper’s settings (src/config.ts)',
    },
  },
  async ({ flags }) => {
    const options = await readOptions(flags);
    const language = flags['lang'] === 'fa' ? 'fa' : flags['lang'] === 'en' ? 'en' : options.config.messages;
    await startPreview(options, language, { port: Number(flags['port'] ?? 4321), host: flags['host'] ?? 'localhost' });
  },
);
