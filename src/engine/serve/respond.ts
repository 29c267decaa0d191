import { createReadStream } from 'node:fs';
import type { ServerResponse } from 'node:http';
import type { Connect } from 'vite';
import { mediaTypeOf } from '../../core/text/media-type.ts';

/** Answer a request of the live preview with bytes, or leave it to the next handler where there are none. */
export async function respond(
  response: ServerResponse,
  bytes: Promise<Uint8Array | undefined>,
  next: Connect.NextFunction,
): Promise<void> {
  try {
    const found = await bytes;
    if (found) response.end(found);
    else next();
  } catch (error) {
    next(error);
  }
}

/** A file that the live preview sends: a variant of a picture, which is made now, or a file on disk. */
interface SentFile {
  url: string;
  picture: Promise<Uint8Array> | undefined;
  path: string | undefined;
}

/** Send a picture or another file. */
export function sendFile(response: ServerResponse, { url, picture, path }: SentFile, next: Connect.NextFunction): void {
  response.setHeader('Content-Type', mediaTypeOf(path ?? url) ?? 'application/octet-stream');
  if (path === undefined) void respond(response, picture!, next);
  else createReadStream(path).on('error', next).pipe(response);
}
