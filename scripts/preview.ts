import { existsSync } from 'node:fs';
import { preview } from 'astro';
import { siteSettings } from '../src/build/astro.ts';
import { finishSite } from '../src/build/build.ts';
import { readOptions, UsageError } from '../src/build/options.ts';
import { securityHeaders } from '../src/core/headers.ts';
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
    const { out, config } = options;
    await finishSite(options);
    if (!existsSync(out)) throw new UsageError(`There is no folder ${out} yet. Run «npm run build» first.`);
    const server = await preview({
      ...siteSettings(config),
      outDir: out,
      server: {
        port: Number(flags['port'] ?? 4321),
        host: flags['host'] ?? 'localhost',
        headers: Object.fromEntries(securityHeaders({ ...config, url: 'http://localhost' })),
      },
    });
    console.log(
      `http://${server.host ?? 'localhost'}:${server.port}${config.url.replace(/^https?:\/\/[^/]+/, '').replace(/\/?$/, '/')}`,
    );
  },
);
