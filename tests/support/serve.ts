import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { mediaTypeOf } from '../../src/core/text/media-type.ts';
import { decodePath } from '../../src/core/urls.ts';

/** A running server of static files. */
export interface StaticServer {
  /** `http://127.0.0.1:<port>` */
  origin: string;
  /** Number of bytes sent, without pages, fonts and pictures. */
  sent: () => number;
  close: () => Promise<void>;
}

const compressible = /^text\/|json|xml|javascript/;

/** How files are served. */
export interface ServeSettings {
  /** Compress with brotli, like a CDN. */
  isCdn?: boolean;
  /** Headers of all responses, in addition to those of the content. */
  headers?: Readonly<Record<string, string>>;
}

/** Compress as CDNs do on the fly: brotli at quality 5. */
export function compressBrotli(bytes: Buffer | string): Buffer {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
}

/** Serve a folder on a free local port, like a static host. */
export async function serveFolder(
  folder: string,
  { isCdn = false, headers: own }: ServeSettings = {},
): Promise<StaticServer> {
  let sent = 0;
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { status, headers, body } = await answer(folder, request.url ?? '/');
    const type = headers['content-type'] ?? '';
    const encoding = compressible.test(type) ? chooseEncoding(request, isCdn) : undefined;
    const content = encoding === undefined ? body : encoding === 'br' ? compressBrotli(body) : gzipSync(body);
    if (!/html|font|image/.test(type)) sent += content.length;
    const more = {
      ...(encoding && { 'content-encoding': encoding, vary: 'accept-encoding' }),
      'cache-control': lifetimeOf(request.url ?? '/', type),
      ...own,
    };
    response.writeHead(status, { ...headers, ...more }).end(content);
  };
  const server = createServer((request, response) => {
    void respond(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, sent: () => sent, close: () => closeServer(server) };
}

function chooseEncoding({ headers }: IncomingMessage, isCdn: boolean): 'br' | 'gzip' | undefined {
  const accepted = String(headers['accept-encoding']);
  if (isCdn && /\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}

/** Files with a hash in their name never change, fonts and pictures hardly ever, anything else at any time. */
function lifetimeOf(url: string, type: string): string {
  if (/\/_astro\//.test(url)) return 'public, max-age=31536000, immutable';
  return /^(?:font|image|video)\//.test(type) ? 'public, max-age=2592000' : 'public, max-age=60';
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer | string;
}

async function answer(folder: string, url: string): Promise<Answer> {
  const [encoded = '/', query] = url.split('?');
  const path = decodePath(encoded);
  const file = path === undefined ? undefined : normalize(join(folder, path));
  if (file === undefined || !`${file}${sep}`.startsWith(`${normalize(folder)}${sep}`))
    return { status: 400, headers: {}, body: 'Bad request' };
  if (await isFolder(file)) {
    if (!encoded.endsWith('/'))
      return { status: 301, headers: { location: `${encoded}/${query === undefined ? '' : `?${query}`}` }, body: '' };
    return (await fileAnswer(join(file, 'index.html'), 200)) ?? notFound(folder);
  }
  return (await fileAnswer(file, 200)) ?? notFound(folder);
}

async function notFound(folder: string): Promise<Answer> {
  return (await fileAnswer(join(folder, '404.html'), 404)) ?? { status: 404, headers: {}, body: 'Not found' };
}

function contentType(file: string): string {
  const type = mediaTypeOf(file) ?? 'application/octet-stream';
  return compressible.test(type) && !type.startsWith('image/') ? `${type}; charset=utf-8` : type;
}

async function fileAnswer(file: string, status: number): Promise<Answer | undefined> {
  try {
    const body = await readFile(file);
    return {
      status,
      headers: { 'content-type': contentType(file) },
      body,
    };
  } catch {
    return undefined;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
}
