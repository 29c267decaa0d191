import { startDev } from '../src/engine/serve/dev-server.ts';
import { readOptions } from '../src/engine/base/options.ts';
import { runCommand } from './command.ts';

await runCommand(
  {
    name: 'dev',
    usage: '[-- --content DIR --public DIR --port N --host NAME --config FILE --plain]',
    summary: 'Serves a live preview of the site, including drafts. (پیش‌نمایش زنده، همراه پیش‌نویس‌ها.)',
    flags: {
      content: 'the folder of articles and pages (content)',
      public: 'the folder of files that are published unchanged (public)',
      port: 'the port to listen on (4321)',
      host: 'the address to listen on (localhost)',
      config: 'the newspaper’s settings (src/config.ts)',
    },
    switches: { plain: 'leave out src/custom and src/styles/own.css, to see whether a fault is theirs' },
  },
  async ({ flags, switches }) => {
    const options = await readOptions({ ...flags, plain: switches['plain'] });
    const language = flags['lang'] === 'fa' ? 'fa' : flags['lang'] === 'en' ? 'en' : options.config.messages;
    await startDev(options, language, { port: Number(flags['port'] ?? 4321), host: flags['host'] ?? 'localhost' });
  },
);
