import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import type { SiteConfig } from '../core/config/site-config.ts';
import { createDesk } from './desk/app.ts';
import { createIntake } from './intake/app.ts';
import { answers } from './intake/answers.ts';
import { readOpenArticles } from './intake/articles.ts';
import { createCounts } from './intake/counts.ts';
import { readSiteFacts } from './intake/settings.ts';
import { createShell } from './intake/shell.ts';
import { createBuild } from './publish/build.ts';
import { createExport } from './publish/export.ts';
import { createPublisher } from './publish/publisher.ts';
import { backUpDaily } from './store/backups.ts';
import { openStore } from './store/database.ts';
import { takeLock } from './store/lock.ts';
import { startWriter } from './store/writer.ts';

/** How a service runs. Paths are absolute. */
export interface ServiceSettings {
  config: SiteConfig;
  /** Folder of the database and its backups. */
  data: string;
  content: string;
  /** Folder of the built site. */
  site: string;
  host: string;
  /** 0 for any free one. */
  port: number;
  /** Addresses of proxies whose `X-Real-IP` is believed, besides this machine. */
  behind: readonly string[];
  /** See `BuildMeans`. */
  run?: string | undefined;
  hook?: string | undefined;
  /** The key for exports, which are disabled without one. */
  exportKey?: string | undefined;
  /** Maximum size of the database in bytes. */
  largest?: number | undefined;
  log: (line: string) => void;
  /** Called if nothing can be stored any more: the process should exit and be restarted. */
  onDeath: (error: unknown) => void;
  /** The time of day, in milliseconds since 1970-01-01T00:00Z. */
  now?: (() => number) | undefined;
}

/** A running service. */
export interface Service {
  /** `http://127.0.0.1:8090/comments/` */
  address: string;
  /** Stop accepting requests, finish those in progress, and close the database. */
  close(): Promise<void>;
}

/** Connections that wait to be accepted: of Node's 511, a burst of slow ones leaves no place for readers. */
const backlog = 4096;

/**
 * Start the service.
 *
 * @throws CommentsError if another one runs, or the site has no comments.
 */
export async function startService(settings: ServiceSettings): Promise<Service> {
  const { config, data, content, log, now = Date.now } = settings;
  const site = readSiteFacts(config);
  const clock = (): number => performance.now();
  const lock = takeLock(data);
  const store = openStore(data);
  const writer = await startWriter({ folder: data, largest: settings.largest }, settings.onDeath);
  const counts = createCounts();
  const stopping = new AbortController();
  const build = createBuild(settings, stopping.signal);
  const publisher = createPublisher({ store, writer, content, build, clock, log });
  const open = readOpenArticles(settings.site, clock);
  const shell = createShell(site.foreign === undefined ? settings.site : undefined, config.url, clock);

  const app = new Hono();
  app.route('/', createIntake({ site, open, shell, store, writer, counts, behind: settings.behind, now, clock }));
  const { behind } = settings;
  app.route('/', createDesk({ site, pages: settings.site, store, writer, publisher, behind, now, clock }));
  if (settings.exportKey !== undefined) app.route('/', createExport(store, site.path, settings.exportKey));
  app.notFound((c) => c.text(answers.missing.message, answers.missing.status));
  // Aborted requests are not errors. Others are counted but not logged, because messages could contain comments.
  app.onError((error, c) => {
    counts.add(`error ${error.name}`);
    return c.text(answers.form.message, answers.form.status);
  });

  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: {
      // Close slow connections within 15 seconds.
      headersTimeout: 8000,
      requestTimeout: 12_000,
      connectionsCheckingInterval: 1000,
      keepAliveTimeout: 5000,
      maxHeaderSize: 8192,
    },
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen({ port: settings.port, host: settings.host, backlog }, resolve);
  });

  const minute = (): void => {
    const line = counts.line();
    if (line !== undefined) log(line);
  };
  const tend = async (): Promise<void> => {
    await writer.act('forget', now());
    const backup = await backUpDaily(store, data, now());
    if (backup !== undefined) log(`backup: ${backup}`);
  };
  let tended = Promise.resolve();
  const tendSafely = (): void => {
    tended = tend().catch((error: Error) => log(`not tended: ${error.message}`));
  };
  const timers = [
    setInterval(minute, 60_000),
    setInterval(tendSafely, 3_600_000),
    setInterval(() => void publisher.tick(), 5000),
  ];
  tendSafely();
  if (open.count() === undefined)
    log(`There is no list of open articles in ${settings.site}: build the site. Until then no comment is taken.`);

  const { port } = server.address() as AddressInfo;
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  return {
    address: `http://${host}:${port}${site.path}`,
    async close() {
      for (const timer of timers) clearInterval(timer);
      const closed = new Promise((resolve) => server.close(resolve));
      // Drop incomplete requests: their senders will retry.
      const late = setTimeout(() => server.closeAllConnections(), patience);
      await closed;
      clearTimeout(late);
      stopping.abort();
      await publisher.settled();
      await tended;
      await writer.stop();
      store.close();
      lock.release();
      minute();
    },
  };
}

/** How long requests that have begun may take when the service stops, in milliseconds. */
const patience = 5000;
