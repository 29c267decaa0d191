import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serviceMark } from '../../src/core/comments/comment.ts';
import { answers } from '../../src/comments/intake/answers.ts';
import type { Service } from '../../src/comments/service.ts';
import { closeArticle } from '../../src/comments/store/decide.ts';
import { listComments } from '../../src/comments/store/queries.ts';
import type { StoredComment } from '../../src/comments/store/rows.ts';
import {
  commentConfig,
  type CommentFolders,
  makeCommentFolders,
  newSender,
  removeCommentFolders,
  send,
  sendJson,
  startHere,
  tokenOf,
  withStore,
} from '../support/comment-service.ts';

let folders: CommentFolders;
let service: Service & { lines: string[] };
/** Added to the clock of the service. */
let later = 0;
const held = (): StoredComment[] => withStore(folders, (store) => listComments(store, { state: 'held' }));

beforeAll(async () => {
  folders = makeCommentFolders();
  service = await startHere(folders, { now: () => Date.now() + later });
});

afterAll(async () => {
  await service.close();
  removeCommentFolders(folders);
});

describe('the journey without scripts', () => {
  const tokenIn = (page: string): string => /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';

  it('shows a preview and stores nothing, then stores and redirects', async () => {
    const fields = { name: 'نگار', text: 'بند\r\n\r\nبند <b>دوم</b> & $& «آخر»' };
    const preview = await send(service.address, fields);
    const page = await preview.text();
    expect(preview.status).toBe(200);
    expect(page).toContain('<bdi>نگار</bdi>');
    expect(page.replace(/<bdi dir="ltr">(.*?)<\/bdi>/g, '$1')).toContain(
      '<p dir="auto">بند &lt;b&gt;دوم&lt;/b&gt; &amp; $&amp; «آخر»</p>',
    );
    expect(held()).toEqual([]);
    const token = tokenIn(page);
    const soon = await send(service.address, { ...fields, token });
    expect([soon.status, tokenIn(await soon.text())]).toEqual([425, token]);
    later += 3000;
    const thanks = await send(service.address, { ...fields, token });
    expect([thanks.status, thanks.headers.get('location')]).toEqual([303, 'https://example.org/comments/thanks/']);
    expect(held()).toMatchObject([
      { slug: 'metro', name: 'نگار', text: 'بند\n\nبند <b>دوم</b> & $& «آخر»', marks: [] },
    ]);
  });

  it('keeps what the reader wrote on every page that says what is wrong', async () => {
    const answer = await send(service.address, { text: 'www.a.ir www.b.ir www.c.ir', name: 'نگار' });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain(answers.links.message);
    expect(page).toMatch(/<textarea[^>]*aria-invalid="true"[^>]*>\nwww\.a\.ir www\.b\.ir www\.c\.ir<\/textarea>/);
    expect(page).toContain('value="نگار"');
    expect(tokenIn(page)).toBe('');
  });

  it('fills the frame of the site, which is read again after a build', async () => {
    const frame = join(folders.site, 'comments/shell');
    mkdirSync(frame, { recursive: true });
    writeFileSync(join(frame, 'index.html'), `<html><main><div class="x">${serviceMark}</div></main></html>`);
    await expect
      .poll(async () => (await send(service.address, {})).text())
      .toMatch(/^<html><main><div class="x"><h2>[^]*<\/form><\/div><\/main><\/html>$/);
  });
});

it('the button to reply asks for a text without scripts, and keeps what it answers', async () => {
  const answer = await send(service.address, { text: '', re: 'abcdefghij' });
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringMatching(/name="re" value="abcdefghij"/)]);
  expect(await sendJson(service.address, { text: '', re: 'abcdefghij' })).toBe('token');
});

describe('a form', () => {
  it.each([
    ['encoding', 'slug=metro&text=%FF'],
    ['encoding', 'slug=metro&text=a%00b'],
    ['form', 'slug=metro&text=a&text=b'],
    ['form', 'slug=metro&text=a&mystery=b'],
    ['form', 'text=a'],
    ['form', 'slug=..%2F..%2Fetc%2Fpasswd&text=a'],
    ['form', `slug=metro&text=a${'&x='.repeat(5000)}`],
    ['form', '{"slug":"metro"}'],
    ['closed', 'slug=gone&text=a'],
    ['empty', 'slug=metro&text=+%0A&token=TOKEN'],
    ['long', `slug=metro&text=${'a'.repeat(2001)}&token=TOKEN`],
    ['name', `slug=metro&text=a&name=${encodeURIComponent(commentConfig.name)}&token=TOKEN`],
    ['name', `slug=metro&text=a&name=${'a'.repeat(61)}&token=TOKEN`],
    ['token', 'slug=metro&text=a'],
    ['token', 'slug=metro&text=a&token=x'],
    ['form', 'slug=metro&text=a&re=..&token=TOKEN'],
  ])('is refused as %s: %.60s', async (code, written) => {
    const before = held().length;
    const body = written.replace('TOKEN', tokenOf(folders, { age: 10_000 - later }));
    const answer = await send(service.address, body, { accept: 'application/json' });
    expect([answer.status, await answer.json()]).toMatchObject([
      answers[code as keyof typeof answers].status,
      { ok: false, code },
    ]);
    expect(held()).toHaveLength(before);
  });

  it.each([
    ['type', { 'content-type': 'application/json' }],
    ['type', { 'content-type': 'application/x-www-form-urlencoded; charset=windows-1256' }],
    ['origin', { origin: 'null' }],
    ['origin', { origin: 'https://example.org.evil.example' }],
  ])('is refused by its head as %s: %o', async (code, headers) => {
    expect(await sendJson(service.address, {}, headers)).toBe(code);
  });

  it('may come from the site', async () => {
    const token = tokenOf(folders, { age: 10_000 - later });
    expect(await sendJson(service.address, { text: 'از خود سایت', token }, { origin: 'https://example.org' })).toBe(
      'thanks',
    );
  });

  it.each([
    [
      'HTTP/1.1 411',
      'POST /comments/ HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    [
      'HTTP/1.1 400',
      'POST /comments/ HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    [
      'HTTP/1.1 413',
      'POST /comments/ HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1073741824\r\n\r\n',
    ],
    ['HTTP/1.1 411', 'POST /comments/ HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n'],
    ['HTTP/1.1 404', 'GET /comments/../../etc/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
    ['HTTP/1.1 431', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`],
    ['HTTP/1.1 400', 'nonsense\r\n\r\n'],
  ])('gets %s for %.80j', async (expected, bytes) => {
    const { hostname, port } = new URL(service.address);
    const socket = connect(Number(port), hostname);
    let text = '';
    socket
      .setEncoding('utf8')
      .on('data', (more: string) => (text += more))
      .write(bytes);
    await expect.poll(() => text).toContain(expected);
    socket.destroy();
  });

  it('of a program is answered as if it were taken', async () => {
    const before = held().length;
    expect(await sendJson(service.address, { website: 'https://a.example' })).toBe('thanks');
    expect(held()).toHaveLength(before);
  });

  it('is marked for editors', async () => {
    const token = tokenOf(folders, { age: 10_000 - later });
    await sendJson(service.address, { text: 'ش ر ط ب ن د ی در a.com', token });
    expect(held().at(-1)).toMatchObject({ marks: ['link', 'word'] });
  });
});

describe('a token', () => {
  const fresh = (options: Parameters<typeof tokenOf>[1] = {}): string =>
    tokenOf(folders, { now: Date.now() + later, ...options });

  it('is for one article', async () => {
    expect(await sendJson(service.address, { slug: 'شهر', token: fresh() })).toBe('token');
  });

  it('is for one comment; sending it again is not an error', async () => {
    const token = fresh();
    const before = held().length;
    expect(await sendJson(service.address, { text: 'یکی', token })).toBe('thanks');
    expect(await sendJson(service.address, { text: 'یکی', token })).toBe('thanks');
    expect(await sendJson(service.address, { text: 'دیگری', token })).toBe('twice');
    expect(held()).toHaveLength(before + 1);
  });

  it('can be too young and too old, and survives a clock that goes back', async () => {
    expect(await sendJson(service.address, { text: 'الف', token: fresh({ age: 2900 }) })).toBe('soon');
    expect(await sendJson(service.address, { text: 'ب', token: fresh({ age: 7_200_001 }) })).toBe('expired');
    const token = fresh();
    later -= 3_600_000;
    expect(await sendJson(service.address, { text: 'پ', token })).toBe('thanks');
    later += 3_600_000;
  });

  it.each([
    ['another moment', (token: string) => token.replace(/^\w+/, 'zzzz')],
    ['another signature', (token: string) => token.replace(/.{22}$/, 'A'.repeat(22))],
    ['another nonce', (token: string) => token.replace(/\.[^.]+\./, `.${'A'.repeat(16)}.`)],
  ])('is refused with %s', async (_, forge) => {
    expect(await sendJson(service.address, { token: forge(fresh()) })).toBe('token');
  });

  it('is given for open articles, to pages of the site', async () => {
    const ask = (slug: string, headers: Record<string, string> = {}): Promise<Response> =>
      fetch(`${service.address}token?slug=${encodeURIComponent(slug)}`, {
        headers: { 'x-real-ip': newSender(), ...headers },
      });
    const token = await (await ask('شهر')).text();
    later += 3000;
    expect(await sendJson(service.address, { slug: 'شهر', text: 'با نشانه', token })).toBe('thanks');
    expect((await ask('gone')).status).toBe(403);
    expect((await ask('metro', { origin: 'https://evil.example' })).status).toBe(403);
  });
});

describe('limits', () => {
  it('hold for a network: five at once, whatever half of an IPv6 address changes', async () => {
    const codes = [];
    for (let n = 0; n < 6; n++) codes.push(await sendJson(service.address, {}, { 'x-real-ip': `2001:db8:1:2::${n}` }));
    expect(codes).toEqual([...Array<string>(5).fill('token'), 'rate']);
    const refused = await send(service.address, {}, { 'x-real-ip': '2001:db8:1:2:ffff::1' });
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect(await sendJson(service.address, {}, { 'x-real-ip': '2001:db8:1:3::1' })).toBe('token');
  });

  it('let an editor close an article at once', async () => {
    withStore(folders, (store) => closeArticle(store, 'شهر', true, { by: 'a', now: 1 }));
    expect(await sendJson(service.address, { slug: 'شهر' })).toBe('closed');
    withStore(folders, (store) => closeArticle(store, 'شهر', false, { by: 'a', now: 1 }));
    expect(await sendJson(service.address, { slug: 'شهر' })).toBe('token');
  });

  it('hide the health of the service from whom a proxy passes on', async () => {
    expect(await (await fetch(`${service.address}health`)).json()).toMatchObject({ waiting: 0, open: 2 });
    expect((await fetch(`${service.address}health`, { headers: { 'x-real-ip': '10.0.0.1' } })).status).toBe(404);
  });
});

it('twins: the same text from one network is stored once, from others with a mark', async () => {
  const token = (): string => tokenOf(folders, { now: Date.now() + later });
  const own = { 'x-real-ip': newSender() };
  const before = held().length;
  expect(await sendJson(service.address, { text: 'رأی ندهید!', token: token() }, own)).toBe('thanks');
  expect(await sendJson(service.address, { text: 'راي   ندهید', token: token() }, own)).toBe('thanks');
  expect(held()).toHaveLength(before + 1);
  expect(await sendJson(service.address, { text: 'رای ندهید', token: token() })).toBe('thanks');
  expect(
    held()
      .slice(before)
      .map(({ marks }) => marks),
  ).toEqual([[], ['twin']]);
});
