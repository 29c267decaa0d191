import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Service } from '../../src/comments/service.ts';
import { decide } from '../../src/comments/store/decide.ts';
import { listComments, readTally } from '../../src/comments/store/queries.ts';
import { readVectors } from '../hostile/vectors.ts';
import {
  commentConfig,
  type CommentFolders,
  makeCommentFolders,
  newSender,
  readEverything,
  removeCommentFolders,
  sendJson,
  startHere,
  tokenOf,
  withStore,
} from '../support/comment-service.ts';

let folders: CommentFolders;
let service: Service & { lines: string[] };

beforeAll(async () => {
  folders = makeCommentFolders();
  service = await startHere(folders, { exportKey: 'a-key-of-twenty-letters' });
});

afterAll(async () => {
  await service.close();
  removeCommentFolders(folders);
});

const type = 'Content-Type: application/x-www-form-urlencoded';

/** Write a request with a form, byte for byte. */
function post(body: string, ...headers: string[]): string {
  const own = headers.some((line) => /^content-length|^transfer/i.test(line))
    ? headers
    : [...headers, `Content-Length: ${Buffer.byteLength(body, 'latin1')}`];
  const typed = own.some((line) => /^content-type/i.test(line)) ? own : [type, ...own];
  return ['POST /comments/ HTTP/1.1', 'Host: a', `X-Real-IP: ${newSender()}`, ...typed, '', body].join('\r\n');
}

const get = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: a\r\nX-Real-IP: ${newSender()}\r\n\r\n`;
const form = (fields: Record<string, string>): string =>
  new URLSearchParams({ slug: 'metro', text: 'سلام', ...fields }).toString();

/** Send bytes, and return the answer’s head and beginning; empty if the connection was closed without one. */
function exchange(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(service.address);
    const socket = connect(Number(port), hostname);
    let text = '';
    const end = (): void => {
      socket.destroy();
      resolve(text);
    };
    socket
      .setEncoding('latin1')
      .on('data', (more: string) => {
        text += more;
        if (text.includes('\r\n\r\n')) end();
      })
      .on('error', end)
      .on('close', end)
      .write(bytes, 'latin1');
  });
}

function hostileRequests(): string[] {
  const token = tokenOf(folders);
  const flipped = Array.from({ length: 40 }, (_, index) => {
    const at = Math.floor((index * token.length) / 40);
    return token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
  });
  const fields = ['slug', 're', 'name', 'mail', 'text', 'website', 'token'];
  const bytes = ['%FF', '%C3%28', '%ED%A0%80', '%F5%80%80%80', '%C0%AF', '%E2%82', 'a%00b', '\xFF', '\x00'];
  const slugs = [
    '../x',
    '..%2f..%2fetc/passwd',
    '.',
    '..',
    '/etc/passwd',
    'C:\\x',
    'a\nb',
    'x'.repeat(300),
    'metro/../شهر',
    '\u202E',
  ];
  const paths = [
    '/comments/../data/comments.sqlite',
    '/comments/%2e%2e/data/comments.sqlite',
    '/comments/..%2fdata%2fcomments.sqlite',
    '/comments/desk/..%5c..%5cdata',
    '/comments/desk/comment/..%2f..%2fx',
    '/comments/desk/desk.css/../../../store/schema.ts',
    '/comments/desk/%00',
    '/comments/%FF',
    '/comments//desk//',
    '//comments/token?slug=metro',
    '/comments/token?slug=%FF',
    '/comments/token?slug=..%2f..%2fetc%2fpasswd',
    '/comments/token?slug=a%0d%0aSet-Cookie:%20x=1',
    `/comments/token?slug=${'a'.repeat(7000)}`,
    '/comments/export?after=-1',
    '/comments/export?after=1e999',
    '/comments/export?after=0%20OR%201=1',
    '/comments/health/../export',
    'http://evil.example/comments/health',
    '*',
  ];
  return [
    ...flipped.map((forged) => post(form({ token: forged }))),
    ...fields.flatMap((name) =>
      bytes.map((byte) => post(`slug=metro&text=a&${name}=${byte}`.replace(/^slug=metro&text=a&(slug|text)/, '$1'))),
    ),
    ...fields.map((name) => post(`${form({ token })}&${name}=x&${name}=x`)),
    ...slugs.map((slug) => post(form({ slug, token }))),
    ...readVectors('addresses')
      .slice(0, 20)
      .map((slug) => post(form({ slug, token }))),
    ...paths.map(get),
    ...[
      'null',
      'https://evil.example',
      'https://example.org.evil.example',
      'https://example.org:444',
      'http://example.org',
      'https://example.org, null',
    ].map((origin) => post(form({ token }), `Origin: ${origin}`)),
    ...[
      'application/json',
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded; charset=utf-7',
      '',
    ].map((other) => post(form({ token }), `Content-Type: ${other}`)),
    ...['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'CONNECT', 'NONSENSE'].map((method) =>
      post(form({ token })).replace('POST', method),
    ),
    ...['1073741824', '-1', '1e3', '0x10', '99999999999999999999', '24577', '5, 5', ''].map((length) =>
      post('slug=metro', `Content-Length: ${length}`),
    ),
    post('0\r\n\r\n', 'Transfer-Encoding: chunked'),
    post('5\r\nslug=\r\n0\r\n\r\n', 'Transfer-Encoding: chunked', 'Content-Length: 5'),
    post('slug=metro', 'Content-Length: 10', 'Content-Length: 11'),
    post('FFFFFFFFFFFFFFFF\r\n', 'Transfer-Encoding: chunked'),
    post(form({ token }), 'X-Real-IP: 1.2.3.4\nX: y'),
    post(form({ token }), 'X: a\r\n folded'),
    post(form({ token }), ` X: y`),
    post(form({ token }), 'X\x00: y'),
    post(form({ token }), `X: ${'a'.repeat(9000)}`),
    post(
      Array.from({ length: 10_000 }, (_, n) => `f${n}`)
        .join('&')
        .slice(0, 24_000),
    ),
    post('&'.repeat(24_000)),
    post('='.repeat(24_000)),
    post('%'.repeat(24_000)),
    post(`{"slug":${'['.repeat(10_000)}`),
    post(`slug=metro&text=${'%F0%9F%98%80'.repeat(2001)}`),
    post(form({ name: 'a\r\nSet-Cookie: x=1', token: 'a\r\nSet-Cookie: x=1' })),
    post(form({ text: 'a\r\nSet-Cookie: x=1', token: `${token}\r\nSet-Cookie: x=1` })),
    post(form({ mail: 'a@b.example\r\nBcc: c@d.example', re: '\r\nX: y', token: 'x' })),
    'GET /\r\n\r\n',
    'POST /comments/ HTTP/9.9\r\nHost: a\r\n\r\n',
    '\x16\x03\x01\x02\x00\x01\x00\x01\xFC\x03\x03\r\n\r\n',
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    `${'\r\n'.repeat(5000)}x\r\n\r\n`,
  ];
}

describe('hostile requests', () => {
  it('store nothing, gain nothing, and leave the service at work', async () => {
    const requests = hostileRequests();
    expect(requests.length).toBeGreaterThan(200);
    const before = withStore(folders, (store) => readTally(store));
    for (const bytes of requests) {
      const answer = await exchange(bytes);
      const shown = JSON.stringify(bytes.slice(0, 200));
      // 200 is the preview, which is a first step, or the login; 303 is what the trap answers. Neither stores anything.
      expect([shown, answer.slice(0, 12)]).toEqual([
        shown,
        expect.stringMatching(/^$|^HTTP\/1\.1 (?:200|303|4\d\d|503)$/),
      ]);
      const [head = ''] = answer.split('\r\n\r\n');
      expect(head).not.toMatch(/set-cookie|bcc:|^x:/im);
      expect(answer).not.toMatch(/SQLite format|CREATE TABLE|root:x:|node_modules|\.ts:\d/);
    }
    expect(withStore(folders, (store) => readTally(store))).toEqual(before);
    expect(await sendJson(service.address, { token: tokenOf(folders) })).toBe('thanks');
  });
});

describe('what nobody may keep', () => {
  const planted = {
    ip: '203.0.113.77',
    ip6: '2001:db8:7777:8888::9',
    mail: 'planted-mail@example.org',
    text: 'planted-text',
    name: 'planted-name',
  };

  it('is in no file, log or database: addresses never, the rest after its time', async () => {
    const own = makeCommentFolders();
    const config = { comments: { mail: true } };
    const traces = (lines: readonly string[]): string[] => {
      const everything = readEverything(own.root) + lines.join('\n');
      return Object.values(planted).filter((value) => everything.includes(value));
    };
    const start = (days: number) =>
      startHere(own, { config: { ...commentConfig, ...config }, now: () => Date.now() + days * 86_400_000 });
    const first = await start(0);
    const { mail, text, name } = planted;
    for (const [index, ip] of [planted.ip, planted.ip6].entries()) {
      const fields = { mail, name, text: `${text} ${index}`, token: tokenOf(own) };
      expect(await sendJson(first.address, fields, { 'x-real-ip': ip })).toBe('thanks');
      expect(await sendJson(first.address, { ...fields, token: `${fields.token}x` }, { 'x-real-ip': ip })).toBe(
        'token',
      );
    }
    expect(traces(first.lines)).toEqual([mail, text, name]);
    withStore(own, (store) => {
      for (const { id } of listComments(store, { state: 'held' }))
        decide(store, id, 'rejected', { by: 'a', now: Date.now() });
    });
    await first.close();
    expect(first.lines.join()).toMatch(/thanks 2, token 2/);
    // The service tends the database when it starts.
    const second = await start(31);
    await second.close();
    expect(traces([...first.lines, ...second.lines])).toEqual([]);
    expect(withStore(own, (store) => readTally(store)).rejected).toBe(2);
    removeCommentFolders(own);
  });
});
