import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLogLine } from '../../../src/core/popular/log-line.ts';
import { countRuns } from '../../support/runs.ts';

const seed = Number(process.env['SEED'] ?? 20261201);
const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const time = Date.parse('2026-11-22T08:30:05Z');
const read = { time, method: 'GET', status: 200, target: '/news/x/?a=1', agent };
const combined = `5.6.7.8 - - [22/Nov/2026:12:00:05 +0330] "GET /news/x/?a=1 HTTP/1.1" 200 512 "https://example.org/news/y/" "${agent}"`;

describe('a line of a log in text', () => {
  it.each([
    ['nginx', combined],
    ['a virtual host before', `example.org:443 ${combined}`],
    ['a user with a space', combined.replace('- -', '- negar ahmadi')],
    ['fields behind', `${combined} "203.0.113.9" rt=0.002`],
    ['HTTP/2', combined.replace('1.1"', '2.0"')],
    ['no size', combined.replace('512', '-')],
  ])('of %s is a request', (_, line) => {
    expect(readLogLine(line)).toMatchObject({ ...read, address: '5.6.7.8', purpose: undefined });
  });

  it('may have an IPv6 address, before or without a host', () => {
    const line = combined.replace('5.6.7.8', '2001:db8::5');
    expect(readLogLine(line)?.address).toBe('2001:db8::5');
    expect(readLogLine(`example.org:443 ${line}`)?.address).toBe('2001:db8::5');
  });

  it('may have quotation marks, as nginx and Apache escape them', () => {
    expect(readLogLine(combined.replace(agent, String.raw`Mozilla/5.0 \x22a\x22 \"b\"`))?.agent).toBe(
      String.raw`Mozilla/5.0 \x22a\x22 \"b\"`,
    );
    expect(readLogLine(combined.replace('https://example.org/news/y/', String.raw`a\" \"b`))).toMatchObject(read);
  });

  it('tells a page that was opened ahead', () => {
    expect(readLogLine(`${combined} "prefetch;prerender"`)?.purpose).toBe('prefetch;prerender');
    expect(readLogLine(`2026-11-22T12:00:05+03:30 GET 200 "/news/x/?a=1" "${agent}" "prefetch"`)).toEqual({
      ...read,
      purpose: 'prefetch',
    });
  });

  it('of the format without addresses has none', () => {
    const own = readLogLine(`2026-11-22T12:00:05+03:30 GET 304 "/news/x/?a=1" "${agent}" "-"`);
    expect(own).toEqual({ ...read, status: 304, purpose: '-' });
    expect(readLogLine(`2026-11-22T12:00:05+03:30 200 "/news/x/?a=1" "${agent}" "-"`)?.method).toBeUndefined();
  });

  it.each([
    '',
    'GET /news/x/',
    '5.6.7.8 - - [22/Nov/2026:12:00:05 +0330] "GET /news/x/ HTTP/1.1" 200 512',
    combined.replace('Nov', 'Abc'),
    combined.replace('+0330', ''),
    combined.replace('GET /news/x/?a=1 HTTP/1.1', '-'),
    `2026-11-22T12:00:05 GET 200 "/news/x/" "${agent}" "-"`,
  ])('that is cut off or of another format is none: %s', (line) => {
    expect(readLogLine(line)).toBeUndefined();
  });

  it('is read or not wherever it is cut, without an exception and in linear time', () => {
    for (let end = 0; end < combined.length; end++) expect(readLogLine(combined.slice(0, end))).toBeUndefined();
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 300 }), (text) => {
        readLogLine(text);
        readLogLine(`{${text}`);
        readLogLine(combined.replace('x', text));
      }),
      { seed, numRuns: countRuns(200, 5000) },
    );
    expect(readLogLine('['.repeat(200_000))).toBeUndefined();
    expect(readLogLine(`a [b] ${'"\\'.repeat(100_000)}`)).toBeUndefined();
  });
});

describe('a line of a log in JSON', () => {
  const caddy = {
    level: 'info',
    ts: time / 1000,
    logger: 'http.log.access',
    request: {
      remote_ip: '5.6.7.8',
      proto: 'HTTP/2.0',
      method: 'GET',
      host: 'example.org',
      uri: '/news/x/?a=1',
      headers: { 'User-Agent': [agent], 'Sec-Purpose': ['prefetch'] },
    },
    status: 200,
    resp_headers: { Server: ['Caddy'] },
  };
  const cloudflare = {
    ClientIP: '5.6.7.8',
    ClientRequestMethod: 'GET',
    ClientRequestURI: '/news/x/?a=1',
    ClientRequestUserAgent: agent,
    EdgeResponseStatus: 200,
    EdgeStartTimestamp: '2026-11-22T08:30:05Z',
  };

  it('of Caddy is a request, with what was opened ahead', () => {
    expect(readLogLine(JSON.stringify(caddy))).toEqual({ ...read, address: '5.6.7.8', purpose: 'prefetch' });
  });

  it.each([time / 1000, time, time * 1000, time * 1e6, '2026-11-22T08:30:05.000Z', String(time / 1000)])(
    'of Cloudflare is one, whatever the form of its time: %s',
    (moment) => {
      const line = JSON.stringify({ ...cloudflare, EdgeStartTimestamp: moment });
      expect(readLogLine(line)).toEqual({ ...read, address: '5.6.7.8' });
    },
  );

  it('may have its fields in any order, and the request as a line', () => {
    const reversed = (value: object): object =>
      Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([name, part]: [string, unknown]) => [
            name,
            typeof part === 'object' && part !== null && !Array.isArray(part) ? reversed(part) : part,
          ]),
      );
    for (const line of [caddy, cloudflare]) {
      expect(readLogLine(JSON.stringify(reversed(line)))).toEqual(readLogLine(JSON.stringify(line)));
    }
    const nginx = {
      status: '200',
      http_user_agent: agent,
      request: 'GET /news/x/?a=1 HTTP/1.1',
      msec: `${time / 1000}`,
    };
    expect(readLogLine(JSON.stringify(nginx))).toEqual({ ...read, address: undefined, purpose: undefined });
  });

  it.each(['{}', '{"ts": 1', 'null', '{"ts":true,"status":200,"uri":"/"}', '{"status":200,"uri":"/news/x/"}'])(
    'that lacks something is none: %s',
    (line) => {
      expect(readLogLine(line)).toBeUndefined();
    },
  );
});
