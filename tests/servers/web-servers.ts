import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { runScript } from '../support/command.ts';

/** A web server of one's own that serves the site, as Debian has it. */
export interface WebServer {
  name: 'nginx' | 'caddy';
  /** The command that runs it. */
  command: string;
  /** The package of Debian that brings it. */
  package: string;
}

export const webServers: readonly WebServer[] = [
  { name: 'nginx', command: '/usr/sbin/nginx', package: 'nginx-light' },
  { name: 'caddy', command: '/usr/bin/caddy', package: 'caddy' },
];

const brotliModule = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** Return whether a server is installed here, and log it if it is not. */
export function isInstalled({ name, command, package: debian }: WebServer): boolean {
  if (existsSync(command)) return true;
  console.warn(`Skipped: ${name} is not installed here (apt-get install ${debian}).`);
  return false;
}

/** Return whether a server can send `.br` files. */
export function sendsBrotli({ name }: WebServer): boolean {
  return name === 'caddy' || existsSync(brotliModule);
}

/** A server that runs. */
export interface RunningServer {
  /** `http://127.0.0.1:<port>` */
  origin: string;
  stop(): Promise<void>;
}

/**
 * Serve a site by what `npm run headers` writes for a server.
 *
 * @param folder For its configuration and what it writes itself.
 * @param root The folder of the site.
 * @param more Flags of `npm run headers`.
 */
export async function startServer(
  server: WebServer,
  folder: string,
  root: string,
  config?: string,
  more: readonly string[] = [],
): Promise<RunningServer> {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const snippet = join(folder, 'site.conf');
  const flags = ['--root', root, '--to', snippet, '--precompress', ...(sendsBrotli(server) ? ['--brotli'] : [])];
  const maps = join(folder, 'maps.conf');
  const written = await runScript('headers', [
    server.name,
    ...flags,
    ...(server.name === 'nginx' ? ['--maps', maps] : []),
    ...(config === undefined ? [] : ['--config', config]),
    ...more,
  ]);
  if (written.code !== 0) throw new Error(written.output);
  const child =
    server.name === 'nginx'
      ? startNginx(server, folder, [snippet, maps], port)
      : startCaddy(server, folder, snippet, port);
  let said = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (said += text));
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; !(await fetch(origin).catch(() => undefined)); attempt++) {
    if (attempt > 100 || child.exitCode !== null) throw new Error(`${server.name} did not start.\n${said}`);
    await setTimeout(100);
  }
  return { origin, stop: () => stopServer(child) };
}

function startNginx(
  { command }: WebServer,
  folder: string,
  [snippet, maps]: readonly [string, string],
  port: number,
): ChildProcess {
  const modules = existsSync(brotliModule) ? `load_module ${brotliModule};` : '';
  const isRoot = process.getuid?.() === 0;
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const file = join(folder, 'nginx.conf');
  const known = spawnSync(command, ['-V'], { encoding: 'utf8' }).stderr;
  const temporary = paths.filter((line) =>
    known.includes(`--http-${line.split('_temp_path')[0]!.replace('_', '-')}-temp-path`),
  );
  writeFileSync(
    file,
    `${modules}\n${isRoot ? 'user root;' : ''}\ndaemon off;\nworker_processes 2;\npid ${folder}/pid;\nerror_log stderr warn;
events { worker_connections 512; }
http { access_log off; sendfile on; ${temporary.join(' ')}
include ${maps};
server { listen 127.0.0.1:${port}; include ${snippet}; } }\n`,
  );
  const { status, stderr } = spawnSync(command, ['-t', '-q', '-c', file], { encoding: 'utf8' });
  if (status !== 0 || stderr !== '') throw new Error(`nginx takes offence at its configuration.\n${stderr}`);
  return spawn(command, ['-c', file], { stdio: ['ignore', 'ignore', 'pipe'] });
}

function startCaddy({ command }: WebServer, folder: string, snippet: string, port: number): ChildProcess {
  const file = join(folder, 'Caddyfile');
  writeFileSync(file, `{\n\tadmin off\n\tauto_https off\n}\nhttp://127.0.0.1:${port} {\n\timport ${snippet}\n}\n`);
  const env = { ...process.env, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder, HOME: folder };
  return spawn(command, ['run', '--config', file, '--adapter', 'caddyfile'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

async function stopServer(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
