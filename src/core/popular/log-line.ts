import { readJsonLine } from './json-line.ts';
import type { LoggedRequest } from './logged-request.ts';
import { readTextLine } from './text-line.ts';

/**
 * Read a line of a log: combined format of nginx or Apache, the format of `npm run headers`, JSON of Caddy, Cloudflare or nginx.
 *
 * @param line Its bytes, one character each (latin1), without the end of the line.
 * @returns `undefined` if it has no such format, or is cut off.
 */
export function readLogLine(line: string): LoggedRequest | undefined {
  return line.startsWith('{') ? readJsonLine(line) : readTextLine(line);
}
