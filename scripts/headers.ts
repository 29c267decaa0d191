import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readOptions, UsageError } from '../src/build/options.ts';
import { writeHeadersFile } from '../src/core/headers-file.ts';
import { writeCaddy, writeNginx } from '../src/core/server-config.ts';
import { runCommand } from './command.ts';

await runCommand(
  {
    name: 'headers',
    usage: '-- nginx|caddy|netlify [--root DIR --to FILE --brotli --precompress --config FILE]',
    summary:
      'Writes what a web server needs to know: headers, caches, compression. (تنظیم‌های کارساز وب را می‌نویسد.)\n' +
      'Netlify and Cloudflare Pages find theirs in dist/_headers without this.',
    flags: {
      root: 'the folder in which the server finds the site (dist)',
      to: 'the file to write; without it, all goes to the standard output',
      config: 'the newspaper’s settings (src/config.ts)',
    },
    switches: {
      brotli: 'nginx has the module that sends .br files',
      precompress: 'send .br and .gz files, as hosting.precompress says for all builds',
    },
    takesWords: true,
  },
  async ({ flags, switches, words }) => {
    const { config, out } = await readOptions({ config: flags['config'], precompress: switches['precompress'] });
    const settings = {
      root: flags['root'] === undefined ? out : resolve(flags['root']),
      brotli: switches['brotli'] === true,
    };
    const write = {
      nginx: () => writeNginx(config, settings),
      caddy: () => writeCaddy(config, settings),
      netlify: () => writeHeadersFile(config),
    }[words.join(' ')];
    if (!write) throw new UsageError(`Expected nginx, caddy or netlify, found «${words.join(' ')}».`);
    if (flags['to'] === undefined) process.stdout.write(write());
    else await writeFile(flags['to'], write());
  },
);
