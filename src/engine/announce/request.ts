import { randomUUID } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import { dropControls } from '../../core/text/control-characters.ts';

/** What became of a message. */
export type Outcome =
  | {
      kind: 'sent';
      id?: string | undefined;
      url?: string | undefined;
      media?: string[] | undefined;
      hasPicture: boolean;
    }
  /** It is certainly not there. `isChannel`: nothing else will get there either. */
  | { kind: 'refused'; reason: string; isChannel: boolean }
  /** It is certainly not there, and the service asks for patience. */
  | { kind: 'wait'; seconds: number }
  /** It may be there. */
  | { kind: 'unsure'; reason: string };

/** An answer of a service, or why there is none. */
export type Answer =
  | { kind: 'answer'; status: number; headers: Headers; body: Record<string, unknown> | undefined }
  | Exclude<Outcome, { kind: 'sent' }>;

/** A request to a service. */
export interface ServiceRequest {
  url: string;
  method?: 'GET' | 'POST' | 'PUT';
  headers?: Record<string, string>;
  body?: string | URLSearchParams | Uint8Array<ArrayBuffer> | FilledForm;
  /** In milliseconds. */
  timeout: number;
  /** Texts that no message may show. */
  secrets: readonly string[];
}

/** A form with a file, as `multipart/form-data` (RFC 7578). */
export interface FilledForm {
  fields: Readonly<Record<string, string>>;
  /** The name of the field with the file, a JPEG. */
  name: string;
  file: Uint8Array;
}

/**
 * Send a request to a service, once. Redirections are not followed, since an address may hold a secret; for the same
 * reason no message names it.
 */
export async function ask({
  url,
  method = 'POST',
  headers = {},
  body,
  timeout,
  secrets,
}: ServiceRequest): Promise<Answer> {
  let response: Response;
  let text: string;
  const before = sendings.get(addressOf(url)) ?? 0;
  try {
    const signal = AbortSignal.timeout(timeout);
    const sent = isForm(body) ? encodeForm(body) : { body, headers: {} };
    response = await fetch(url, {
      method,
      headers: { ...sent.headers, ...headers },
      ...(sent.body !== undefined && { body: sent.body }),
      redirect: 'manual',
      signal,
    });
    text = await response.text();
  } catch (error) {
    const hasLeft = (sendings.get(addressOf(url)) ?? 0) > before;
    return explainSilence(error as Error, timeout, hasLeft);
  }
  if (response.status === 429) return { kind: 'wait', seconds: secondsToWait(response.headers, text) };
  const answer = { kind: 'answer', status: response.status, headers: response.headers } as const;
  if (response.status >= 300 && response.status < 400) {
    return { kind: 'refused', reason: `${response.status}: the service has moved`, isChannel: true };
  }
  const value = parseObject(text);
  return { ...answer, body: value && (withoutSecrets(value, secrets) as Record<string, unknown>) };
}

/**
 * Put a service’s words into a sentence.
 *
 * @example wordsOf(403, 'Forbidden: bot was kicked') // '403 Forbidden: bot was kicked'
 */
export function wordsOf(status: number, words: unknown): string {
  const text = typeof words === 'string' ? dropControls(words).replace(/\s+/g, ' ').trim() : '';
  return `${status} ${text.slice(0, 200)}`.trim();
}

function isForm(body: ServiceRequest['body']): body is FilledForm {
  return typeof body === 'object' && 'file' in body;
}

/** FormData would send line breaks as CR LF, which services count and may show. */
function encodeForm({ fields, name, file }: FilledForm): {
  body: Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
} {
  const boundary = `form-${randomUUID()}`;
  const head = (rest: string): string => `--${boundary}\r\nContent-Disposition: form-data; ${rest}\r\n`;
  const texts = Object.entries(fields).map(([key, value]) => `${head(`name="${key}"`)}\r\n${value}\r\n`);
  const opening = `${texts.join('')}${head(`name="${name}"; filename="picture.jpg"`)}Content-Type: image/jpeg\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(opening), file, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { body: new Uint8Array(body), headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}

/** How many requests to an address have begun to leave this machine. Until then, whatever breaks has sent nothing. */
const sendings = new Map<string, number>();
subscribe('undici:client:sendHeaders', (event) => {
  const { origin, path } = (event as { request: { origin: string | URL; path: string } }).request;
  const address = addressOf(path, origin);
  sendings.set(address, (sendings.get(address) ?? 0) + 1);
});

function addressOf(path: string, origin?: string | URL): string {
  const { host, pathname, search } = new URL(path, origin);
  return `${host}${pathname}${search}`;
}

function explainSilence({ name, message, cause }: Error, timeout: number, hasLeft: boolean): Answer {
  const { code = message } = (cause ?? {}) as NodeJS.ErrnoException;
  const isLate = name === 'TimeoutError';
  // Only codes are shown: messages of fetch may repeat the address or a secret.
  const shown = /^[A-Z_]+$/.test(code) ? code : undefined;
  if (!hasLeft) {
    const why = isLate
      ? `within ${timeout / 1000} s`
      : `(${shown ?? 'the request can’t be made: is the secret whole?'})`;
    return { kind: 'refused', reason: `can’t be reached ${why}`, isChannel: true };
  }
  if (isLate) return { kind: 'unsure', reason: `no answer within ${timeout / 1000} s` };
  return { kind: 'unsure', reason: `no answer (${shown ?? 'the connection broke'})` };
}

/**
 * Seconds that an answer 429 asks to wait: `parameters.retry_after` of bots, Retry-After (RFC 9110, section 10.2.3),
 * X-RateLimit-Reset of Mastodon, ratelimit-reset of Bluesky. Moments count from the service’s own clock.
 */
function secondsToWait(headers: Headers, text: string): number {
  const { parameters } = (parseObject(text) ?? {}) as { parameters?: { retry_after?: unknown } };
  const its = Date.parse(headers.get('date') ?? '') || Date.now();
  const until = (moment: number): number => (moment - its) / 1000;
  const retry = headers.get('retry-after') ?? '';
  const found = [
    Number(parameters?.retry_after ?? NaN),
    /^\d+$/.test(retry) ? Number(retry) : until(Date.parse(retry)),
    until(Date.parse(headers.get('x-ratelimit-reset') ?? '')),
    until(Number(headers.get('ratelimit-reset') ?? NaN) * 1000),
  ].find((seconds) => Number.isFinite(seconds));
  return Math.max(1, Math.ceil(found ?? defaultWait));
}

/** Seconds to wait where a service does not say. */
const defaultWait = 5;

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Blacken secrets that an answer repeats, since its words are printed. */
function withoutSecrets(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') return secrets.reduce((text, secret) => text.replaceAll(secret, '•••'), value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => withoutSecrets(each, secrets));
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutSecrets(each, secrets)]));
}
