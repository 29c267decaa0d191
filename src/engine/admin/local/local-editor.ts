import type { IncomingMessage, ServerResponse } from 'node:http';
import { mediaTypeOf } from '../../../core/text/media-type.ts';
import {
  ChangedFileError,
  type Condition,
  type KnownTexts,
  type ListedFile,
  listLocalFiles,
  readListedText,
  readLocalFile,
  removeLocalFile,
  tagOf,
  writeLocalFile,
} from './files.ts';
import { hasToken, isFromHere } from './guard.ts';
import { findLocalPath, type LocalRoots, RefusedPathError } from './paths.ts';

/** The largest file that the editor may save, in bytes. */
const maxBytes = 50_000_000;

/** The part of `npm run dev` that reads and writes files for the editor. */
export interface LocalEditor {
  /** Start listing the files for a page that will ask for them once its scripts are loaded. */
  prepare(): void;
  /** Answer a request for files. @param path Below the address of files. */
  answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void>;
}

/** What requests share. */
interface Shelf {
  roots: LocalRoots;
  texts: KnownTexts;
  list(): Promise<ListedFile[]>;
}

/**
 * Create the part that answers the local editor’s requests for files.
 *
 * @param token Of this run; see {@link hasToken}.
 */
export function createLocalEditor(roots: LocalRoots, token: string): LocalEditor {
  const texts: KnownTexts = new Map();
  let begun: Promise<ListedFile[]> | undefined;
  const list = async (): Promise<ListedFile[]> => {
    const listing = begun ?? listLocalFiles(roots, texts);
    begun = undefined;
    return listing;
  };
  const shelf = { roots, texts, list };
  // Two requests for one file follow each other.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(run: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(run, run);
    last = turn.catch(() => {});
    return turn;
  };
  const prepare = (): void => {
    begun ??= inTurn(() => listLocalFiles(roots, texts));
    // The error is reported to whoever requests the list.
    begun.catch(() => {});
  };
  const answerSafely: LocalEditor['answer'] = async (request, response, path) => {
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    if (!isFromHere(request) || !hasToken(request, token)) return send(response, 403, 'اجازه نیست.');
    try {
      await inTurn(() => answer(shelf, request, response, path));
    } catch (error) {
      if (error instanceof RefusedPathError) return send(response, 403, error.message);
      if (error instanceof ChangedFileError) return sendChanged(response, error);
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return send(response, 404, 'این پرونده نیست.');
      console.error(error);
      send(response, 500, `ذخیره نشد: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}`);
    }
  };
  return { prepare, answer: answerSafely };
}

async function answer(
  { roots, texts, list }: Shelf,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const { method } = request;
  if (path === '' && method === 'GET') return sendJson(response, await list());
  const file = findLocalPath(roots, path);
  const listed = request.headers['if-match'];
  if (method === 'GET' && listed !== undefined) {
    const text = await readListedText(file, { path: decodeURIComponent(path), tag: listed, texts });
    // As JSON it keeps its byte order mark.
    return text === undefined ? send(response, 412, 'این پرونده عوض شده است.') : sendJson(response, { text });
  }
  if (method === 'GET') {
    const { bytes, etag } = await readLocalFile(file);
    // An SVG that is opened by itself must not run as a page of this origin.
    response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    response.setHeader('Content-Type', mediaTypeOf(file) ?? 'application/octet-stream');
    return void response.setHeader('ETag', etag).end(bytes);
  }
  if (method !== 'PUT' && method !== 'DELETE') return send(response, 405, 'این درخواست شناخته نیست.');
  const condition = conditionOf(request);
  if (condition === undefined) return send(response, 428, 'نسخهٔ پرونده نوشته نشده است.');
  if (method === 'DELETE') {
    await removeLocalFile(file, condition);
    return void response.writeHead(204).end();
  }
  const bytes = await readBody(request);
  if (!bytes) return send(response, 413, 'این پرونده بزرگ‌تر از اندازه است.');
  sendJson(response, await writeLocalFile(file, bytes, condition));
}

function conditionOf({ headers }: IncomingMessage): Condition | undefined {
  if (headers['if-none-match'] === '*') return 'absent';
  const tag = headers['if-match'];
  return tag === undefined || tag === '*' ? undefined : { tag };
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function sendChanged(response: ServerResponse, { bytes }: ChangedFileError): void {
  response.statusCode = 412;
  sendJson(response, { text: bytes.toString('utf8'), etag: bytes.length > 0 ? tagOf(bytes) : '' });
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.setHeader('Content-Type', 'application/json; charset=utf-8').end(JSON.stringify(value));
}

function send(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(message);
}
