import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { get as getHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { get as getHttps } from 'node:https';
import { isIP } from 'node:net';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { mediaFolder, mediaPath, originalsOf } from '../../../core/import/archive/media.ts';
import { mapConcurrently } from '../../base/concurrently.ts';
import { faultOf } from './media.ts';
import { isPublicAddress, lookupPublic, PrivateAddressError } from './public-address.ts';

/** Options of {@link downloadMedia}. */
export interface DownloadOptions {
  /** The content folder, absolute. */
  content: string;
  /** Maximum size of a file, in bytes. */
  maxBytes: number;
  /** Milliseconds before the second try; each further one waits twice as long. */
  firstPause?: number | undefined;
  /** Which hosts may be asked; public ones by default. Tests ask their own machine. */
  isAllowed?: ((host: string) => boolean) | undefined;
}

/** Results of downloads. */
export interface Downloads {
  /** Addresses whose files are in the content folder now. */
  fetched: ReadonlySet<string>;
  /** Reasons for failure, by address. */
  failed: ReadonlyMap<string, string>;
}

const atOnce = 4;
const attempts = 4;
const maxRedirects = 5;
const idleTimeout = 30_000;
const longestPause = 60_000;

/**
 * Fetch pictures into the media folder, politely: few at a time, with growing pauses between attempts. Existing files are not
 * fetched again, so an interrupted import continues. Of a picture's sizes the original is tried first.
 */
export async function downloadMedia(
  addresses: readonly string[],
  options: DownloadOptions,
  report: (done: number, total: number) => void = () => {},
): Promise<Downloads> {
  const fetched = new Set<string>();
  const failed = new Map<string, string>();
  let done = 0;
  await mapConcurrently(addresses, atOnce, async (address) => {
    const reason = await fetchOne(address, options);
    if (reason === undefined) fetched.add(address);
    else failed.set(address, reason);
    report((done += 1), addresses.length);
  });
  return { fetched, failed };
}

/** Fetch a picture; returns why it could not be fetched. */
async function fetchOne(address: string, options: DownloadOptions): Promise<string | undefined> {
  let reason = 'no address of a file';
  for (const original of originalsOf(address)) {
    const path = mediaPath(original);
    if (path === undefined || !/^https?:\/\//i.test(original)) continue;
    const target = join(options.content, mediaFolder, path);
    if (existsSync(target)) return undefined;
    const outcome = await tryOften(original, target, options);
    if (outcome === undefined) return undefined;
    reason = outcome;
  }
  return reason;
}

async function tryOften(address: string, target: string, options: DownloadOptions): Promise<string | undefined> {
  let wait = options.firstPause ?? 1000;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await fetchFile(address, target, options);
      return undefined;
    } catch (error) {
      const { isFinal = false, retryAfter } = error as Partial<FetchError>;
      if (isFinal || error instanceof PrivateAddressError || attempt === attempts) return reasonOf(error as Error);
      await pause(Math.min(Math.max(wait, retryAfter ?? 0), longestPause));
      wait *= 2;
    }
  }
}

class FetchError extends Error {
  /** Whether trying again is pointless. */
  readonly isFinal: boolean;
  /** Milliseconds that the host asked to wait. */
  readonly retryAfter: number | undefined;

  constructor(message: string, isFinal: boolean, retryAfter?: number) {
    super(message);
    this.isFinal = isFinal;
    this.retryAfter = retryAfter;
  }
}

function reasonOf(error: Error): string {
  const { code } = error as NodeJS.ErrnoException;
  return error.message === '' ? (code ?? 'unknown') : error.message;
}

async function fetchFile(address: string, target: string, options: DownloadOptions): Promise<void> {
  let url = new URL(address);
  for (let redirects = 0; ; redirects += 1) {
    const response = await request(url, options);
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
      response.resume();
      const next = URL.parse(headers.location, url);
      if (!next || redirects === maxRedirects) throw new FetchError('too many redirects', true);
      url = next;
      continue;
    }
    if (statusCode !== 200) {
      response.resume();
      const seconds = Number(headers['retry-after']);
      const isTemporary = statusCode === 429 || statusCode === 408 || statusCode >= 500;
      throw new FetchError(`status ${statusCode}`, !isTemporary, Number.isFinite(seconds) ? seconds * 1000 : undefined);
    }
    await save(response, target, options.maxBytes);
    return;
  }
}

function request(url: URL, { isAllowed }: DownloadOptions): Promise<IncomingMessage> {
  if (!/^https?:$/.test(url.protocol)) throw new FetchError('not on the web', true);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // Node does not look up IP addresses, so they are checked here.
  if (!(isAllowed?.(host) ?? (isIP(host) === 0 || isPublicAddress(host))))
    throw new PrivateAddressError('not a public address');
  const settings: RequestOptions = {
    headers: { 'user-agent': 'Rooznegar (import of an archive)', accept: 'image/*,video/*,*/*;q=0.5' },
    timeout: idleTimeout,
    ...(isAllowed ? {} : { lookup: lookupPublic }),
  };
  return new Promise((resolve, reject) => {
    const started = (url.protocol === 'https:' ? getHttps : getHttp)(url, settings, resolve);
    started.on('timeout', () => started.destroy(new FetchError('no answer in time', false)));
    started.on('error', reject);
  });
}

async function save(response: IncomingMessage, target: string, maxBytes: number): Promise<void> {
  mkdirSync(dirname(target), { recursive: true });
  const part = `${target.slice(0, target.lastIndexOf('.'))}.${process.pid}.part${target.slice(target.lastIndexOf('.'))}`;
  let size = 0;
  const limit = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length;
      if (size > maxBytes) done(new FetchError(`larger than ${maxBytes} bytes`, true));
      else done(null, chunk);
    },
  });
  try {
    await pipeline(response, limit, createWriteStream(part));
    const fault = faultOf(part, maxBytes);
    if (fault)
      throw new FetchError(
        fault === 'size' ? `larger than ${maxBytes} bytes` : 'its content does not match its name',
        true,
      );
    renameSync(part, target);
  } finally {
    rmSync(part, { force: true });
  }
}
