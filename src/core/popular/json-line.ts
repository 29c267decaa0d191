import type { LoggedRequest } from './logged-request.ts';
import { readMoment } from './text-line.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Names of each field in the JSON of Caddy, Cloudflare (Logpush) and nginx (`log_format … escape=json`), in lower case. */
const names = {
  time: ['ts', 'edgestarttimestamp', 'time_iso8601', 'time_local', 'msec', 'time', 'timestamp', '@timestamp'],
  method: ['method', 'clientrequestmethod', 'request_method'],
  status: ['status', 'edgeresponsestatus'],
  target: ['uri', 'clientrequesturi', 'request_uri', 'path', 'clientrequestpath'],
  agent: ['user-agent', 'clientrequestuseragent', 'http_user_agent', 'user_agent', 'agent'],
  address: ['remote_ip', 'client_ip', 'clientip', 'remote_addr'],
  purpose: ['sec-purpose', 'http_sec_purpose', 'sec_purpose', 'purpose'],
} as const satisfies Record<keyof LoggedRequest, readonly string[]>;

/** Headers of requests that matter. */
const headerNames = new Set(['user-agent', 'sec-purpose', 'purpose']);

/** Read a line of a log in JSON. Its fields may have any order, and lie in `request` and `headers`, as with Caddy. */
export function readJsonLine(line: string): LoggedRequest | undefined {
  const fields = collectFields(line);
  if (!fields) return undefined;
  const textOf = (name: keyof LoggedRequest): string | undefined => {
    const value = valueOf(fields, name);
    return typeof value === 'string' ? value : undefined;
  };
  // Some log the request line as a whole.
  const [method, target] = typeof fields['request'] === 'string' ? fields['request'].split(' ') : [];
  const request = {
    time: readMoment(valueOf(fields, 'time')),
    method: textOf('method') ?? method,
    status: Number(valueOf(fields, 'status')),
    target: textOf('target') ?? target,
    agent: textOf('agent') ?? '',
    address: textOf('address'),
    purpose: textOf('purpose'),
  };
  const { time, status } = request;
  if (time === undefined || !Number.isInteger(status) || request.target === undefined) return undefined;
  return { ...request, time, target: request.target };
}

function valueOf(fields: Fields, name: keyof LoggedRequest): unknown {
  const found = names[name].find((each) => fields[each] !== undefined);
  return found === undefined ? undefined : fields[found];
}

function collectFields(line: string): Fields | undefined {
  let whole: unknown;
  try {
    whole = JSON.parse(line);
  } catch {
    return undefined;
  }
  const fields: Record<string, unknown> = {};
  const collect = (value: unknown, depth: number, areHeaders = false): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, part] of Object.entries(value)) {
      const key = name.toLowerCase();
      const isHeaders = key === 'headers' || key === 'requestheaders';
      if ((key === 'request' || isHeaders) && depth < 2) collect(part, depth + 1, isHeaders);
      // Caddy gives the values of a header as a list.
      const single: unknown = Array.isArray(part) ? part[0] : part;
      // Clients choose the names of headers, and could give those of other fields.
      if (typeof single !== 'object' && (!areHeaders || headerNames.has(key))) fields[key] ??= single;
    }
  };
  collect(whole, 0);
  return fields;
}
