import { readJsonLine } from './json-line.ts';
import { readTextLine } from './text-line.ts';

/** A request as a line of a server's log tells it. Texts are as in the log: not decoded. */
export interface LoggedRequest {
  /** Milliseconds since 1970-01-01T00:00Z. */
  time: number;
  /** Absent in logs that leave it out. */
  method?: string | undefined;
  status: number;
  /** Path with query, or the absolute URL of it. */
  target: string;
  agent: string;
  /** Absent in logs without addresses. */
  address?: string | undefined;
  /** Value of `Sec-Purpose` (Fetch Standard, section 2.2.5), if it is logged. */
  purpose?: string | undefined;
}

/**
 * Read a line of a log: combined format of nginx or Apache, the format of `npm run headers`, JSON of Caddy, Cloudflare or nginx.
 *
 * @param line Its bytes, one character each (latin1), without the end of the line.
 * @returns `undefined` if it has no such format, or is cut off.
 */
export function readLogLine(line: string): LoggedRequest | undefined {
  return line.startsWith('{') ? readJsonLine(line) : readTextLine(line);
}
