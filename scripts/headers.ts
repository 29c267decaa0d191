import { existsSync, readFileSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readOptions } from '../src/engine/base/options.ts';
import { UsageError } from '../src/engine/base/errors.ts';
import { writeHeadersFile } from '../src/core/hosting/headers-file.ts';
import { liveFragments } from '../src/core/hosting/cache-rules.ts';
import { pagefindFolder } from '../src/core/search/pagefind/files.ts';
import { readRedirectsFile, redirectsFile } from '../src/core/hosting/redirects-file.ts';
import { writeCaddy, writeNginx } from '../src/core/hosting/server-config.ts';
import { defaultService, servicePattern } from '../src/core/hosting/server-comments.ts';
import { isLogPath, nginxLogFormat } from '../src/core/hosting/server-log.ts';
import { writeNginxMaps } from '../src/core/hosting/server-queries.ts';
import { readOldTables } from '../src/engine/serve/old-addresses.ts';
import type { Redirect } from '../src/core/site/site.ts';
import { createUrls, type Urls } from '../src/core/urls.ts';
import { runCommand } from './command.ts';

await runCommand(
  {
    name: 'headers',
    usage:
      '-- nginx|caddy|netlify [--root DIR --to FILE --maps FILE --log FILE --comments HOST:PORT --brotli --precompress --config FILE]',
    summary:
      'Writes the configuration of a web server: headers, caches, compression, redirects. (تنظیم‌های کارساز وب را می‌نویسد.)\n' +
      'Netlify and Cloudflare Pages do not need it: they read dist/_headers and dist/_redirects.',
    flags: {
      root: 'the folder in which the server finds the site (dist)',
      to: 'the file to write (standard output)',
      maps: 'for nginx: the file for what belongs outside of server blocks: maps of old addresses, the format of the log',
      log: 'the log that the server is to write for npm run popular: without addresses of readers',
      comments: `where the service of comments listens (${defaultService}), if the site takes comments`,
      config: 'the newspaper’s settings (src/config.ts)',
    },
    switches: {
      brotli: 'nginx has the module that serves .br files',
      precompress: 'serve .br and .gz files, like the setting hosting.precompress',
    },
    takesWords: true,
  },
  async ({ flags, switches, words }) => {
    const { config, out } = await readOptions({ config: flags['config'], precompress: switches['precompress'] });
    const root = flags['root'] === undefined ? out : resolve(flags['root']);
    // The site may be moved to its final place later.
    const site = existsSync(root) ? root : out;
    const server = words.join(' ');
    const urls = createUrls(config.url);
    const queries = readOldTables(site, urls);
    const service = flags['comments'] ?? defaultService;
    if (!servicePattern.test(service)) {
      throw new UsageError(`--comments: expected a host and a port, such as ${defaultService}, found «${service}».`);
    }
    const maps = writeNginxMaps(flags['maps'] === undefined ? [] : (queries?.redirects ?? []), urls.base);
    const log = readLog(flags['log'], server, flags['maps']);
    const settings = {
      root,
      log,
      redirects: findRedirects(site, urls),
      queries,
      maps: maps.count,
      brotli: switches['brotli'] === true,
      service,
      search: { webAssembly: existsSync(join(site, pagefindFolder)) },
    };
    const write = {
      nginx: () => writeNginx(config, settings),
      caddy: () => writeCaddy(config, settings),
      netlify: () =>
        writeHeadersFile(config, { ...settings.search, pages: [], hasLive: existsSync(join(site, liveFragments)) }),
    }[server];
    if (!write) throw new UsageError(`Expected nginx, caddy or netlify, found «${server}».`);
    if (flags['maps'] !== undefined) {
      if (server !== 'nginx') throw new UsageError('--maps: only nginx needs a file of maps.');
      // Before the block that refers to them.
      const format = log === undefined ? '' : nginxLogFormat;
      await writeFile(checkTarget(flags['maps'], server, '--maps'), format + maps.text);
    }
    if (flags['to'] === undefined) process.stdout.write(write());
    else await writeFile(checkTarget(flags['to'], server, '--to'), write());
  },
);

/** Check the path of the log for `npm run popular`. */
function readLog(path: string | undefined, server: string, maps: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  if (server === 'netlify') throw new UsageError('--log: only servers of your own, nginx and caddy, write such a log.');
  if (server === 'nginx' && maps === undefined) {
    throw new UsageError('--log: the format belongs outside of the server block. Name a file for it too: --maps FILE.');
  }
  const absolute = resolve(path);
  if (!isLogPath(absolute)) {
    throw new UsageError(`--log: expected a path of letters, digits and ./_-, found «${path}».`);
  }
  return absolute;
}

/**
 * Check the file to write. Folders of a server are not created: a missing one means that the server is not installed.
 */
function checkTarget(file: string, server: string, flag: string): string {
  const folder = dirname(resolve(file));
  if (existsSync(file) && statSync(file).isDirectory()) {
    throw new UsageError(`${flag}: ${file} is a folder. Name a file in it.`);
  }
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new UsageError(
      `${flag}: there is no folder ${folder}. Is ${server} installed? Otherwise create the folder first.`,
    );
  }
  return file;
}

/** Read the redirects of a built site; empty before its first build. */
function findRedirects(site: string, urls: Urls): Redirect[] {
  const file = join(site, redirectsFile);
  return existsSync(file) ? readRedirectsFile(readFileSync(file, 'utf8'), urls) : [];
}
