import { existsSync, readFileSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readOptions } from '../src/engine/base/options.ts';
import { UsageError } from '../src/engine/base/errors.ts';
import { writeHeadersFile } from '../src/core/hosting/headers-file.ts';
import { readRedirectsFile, redirectsFile } from '../src/core/hosting/redirects-file.ts';
import { writeCaddy, writeNginx } from '../src/core/hosting/server-config.ts';
import type { Redirect } from '../src/core/site/site.ts';
import { createUrls } from '../src/core/urls.ts';
import { runCommand } from './command.ts';

await runCommand(
  {
    name: 'headers',
    usage: '-- nginx|caddy|netlify [--root DIR --to FILE --brotli --precompress --config FILE]',
    summary:
      'Writes what a web server needs to know: headers, caches, compression, old addresses. (تنظیم‌های کارساز وب را می‌نویسد.)\n' +
      'Netlify and Cloudflare Pages find theirs in dist/_headers and dist/_redirects without this.',
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
    const root = flags['root'] === undefined ? out : resolve(flags['root']);
    const settings = {
      root,
      // The site may be brought to its place later.
      redirects: findRedirects(existsSync(root) ? root : out, config.url),
      brotli: switches['brotli'] === true,
    };
    const write = {
      nginx: () => writeNginx(config, settings),
      caddy: () => writeCaddy(config, settings),
      netlify: () => writeHeadersFile(config),
    }[words.join(' ')];
    if (!write) throw new UsageError(`Expected nginx, caddy or netlify, found «${words.join(' ')}».`);
    if (flags['to'] === undefined) process.stdout.write(write());
    else await writeFile(checkTarget(flags['to'], words.join(' ')), write());
  },
);

/** Folders of a server are not ours to make: one that is missing says that the server is. */
function checkTarget(file: string, server: string): string {
  const folder = dirname(resolve(file));
  if (existsSync(file) && statSync(file).isDirectory()) {
    throw new UsageError(`--to: ${file} is a folder. Name a file in it.`);
  }
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new UsageError(`--to: there is no folder ${folder}. Is ${server} installed? Or make the folder first.`);
  }
  return file;
}

/** Read the redirects of a finished site; there are none before its first build. */
function findRedirects(site: string, url: string): Redirect[] {
  const file = join(site, redirectsFile);
  return existsSync(file) ? readRedirectsFile(readFileSync(file, 'utf8'), createUrls(url)) : [];
}
