import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Names by which only programs of this machine reach it. */
const loopbackNames = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/;
const loopbackAddress = /^(?:127\.|::1$|::ffff:127\.)/;

/**
 * Return whether a request comes from a browser of this machine that has this machine’s address in its bar. A page of
 * another origin has its own `Origin`; a name that was bound to this machine’s address (DNS rebinding) is in `Host`.
 */
export function isFromHere({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): boolean {
  const { host = '', origin } = headers;
  if (!loopbackAddress.test(socket.remoteAddress ?? '') || !loopbackNames.test(host)) return false;
  // Behind a proxy of this machine, everybody comes from here.
  if (headers['x-forwarded-for'] !== undefined || headers['forwarded'] !== undefined) return false;
  if (origin !== undefined && origin !== `http://${host}`) return false;
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

/** Return whether a request has the token of this run, which only the page of the editor contains. */
export function hasToken({ headers }: Pick<IncomingMessage, 'headers'>, token: string): boolean {
  const given = headers['x-rooznegar-token'];
  if (typeof given !== 'string') return false;
  const [a, b] = [Buffer.from(given), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}
