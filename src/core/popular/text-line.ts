import { memoize } from '../text/memoize.ts';
import type { LoggedRequest } from './logged-request.ts';

const quoted = String.raw`"((?:[^"\\]|\\.)*)"`;

/** Combined Log Format; fields may follow. */
const combined = new RegExp(String.raw`^([^[]*)\[([^\]]+)\] ${quoted} (\d{3}) \S+ ${quoted} ${quoted}(.*)$`);

/** The format that `npm run headers -- nginx --log` writes. */
const own = new RegExp(String.raw`^(\S+) (?:([A-Z]+) )?(\d{3}) ${quoted} ${quoted} ${quoted}\s*$`);

/** Read a line of a log in text: combined, as nginx and Apache write it, or without addresses. */
export function readTextLine(line: string): LoggedRequest | undefined {
  const found = combined.exec(line);
  if (!found) return readOwn(line);
  const [, before, moment, request, status, , agent, more] = found;
  const { time } = logTime(moment!);
  const [method, target] = request!.split(' ');
  if (time === undefined || !target) return undefined;
  const purpose = /"(prefetch[^"]*)"/.exec(more!)?.[1];
  return { time, method, status: Number(status), target, agent: agent!, address: addressOf(before!), purpose };
}

function readOwn(line: string): LoggedRequest | undefined {
  const [, moment, method, status, target, agent, purpose] = own.exec(line) ?? [];
  const time = moment === undefined ? undefined : logTime(moment).time;
  if (time === undefined) return undefined;
  return { time, method, status: Number(status), target: target!, agent: agent!, purpose };
}

/** The name of a virtual host may come first. */
function addressOf(before: string): string | undefined {
  const found = /(?:^| )([\da-f.:]*[.:][\da-f.:]*)(?= |$)/i.exec(before);
  return found ? found[1] : before.split(' ').find((word) => word !== '' && word !== '-');
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Read a time as in `10/Oct/2026:13:55:36 +0330`. Busy logs have many lines of one second. */
const logTime = memoize(1000, (text: string): { time?: number | undefined } => ({ time: readLogTime(text) }));

function readLogTime(text: string): number | undefined {
  const [, day, name, year, clock, zone] =
    /^(\d{2})\/(\w{3})\/(\d{4}):(\d{2}:\d{2}:\d{2}) ([+-]\d{4})$/.exec(text) ?? [];
  const month = months.indexOf(name ?? '') + 1;
  if (month === 0) return momentOf(text);
  return momentOf(`${year}-${String(month).padStart(2, '0')}-${day}T${clock}${zone!.slice(0, 3)}:${zone!.slice(3)}`);
}

/**
 * Read a moment of a log: RFC 3339, the form of the combined format, or a number since 1970-01-01T00:00Z in seconds,
 * milliseconds, microseconds or nanoseconds, told apart by its size.
 *
 * @returns Milliseconds since 1970-01-01T00:00Z.
 */
export function readMoment(value: unknown): number | undefined {
  const number = typeof value === 'number' ? value : /^\d{9,19}(?:\.\d+)?$/.test(String(value)) ? Number(value) : NaN;
  if (Number.isNaN(number)) return typeof value === 'string' ? logTime(value).time : undefined;
  const unit = [1e17, 1e14, 1e11].findIndex((least) => number >= least);
  return Math.round(number * ([1e-6, 1e-3, 1][unit] ?? 1000));
}

function momentOf(text: string): number | undefined {
  // Without a zone, the result would depend on the machine.
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)$/.test(text)) return undefined;
  const time = Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  return Number.isNaN(time) ? undefined : time;
}
