import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decide } from '../../src/comments/store/decide.ts';
import { addEditor } from '../../src/comments/store/editors.ts';
import { openStore } from '../../src/comments/store/database.ts';
import { insertComments } from '../../src/comments/store/insert.ts';
import { findComment, isClosed } from '../../src/comments/store/queries.ts';
import type { Service } from '../../src/comments/service.ts';
import {
  type CommentFolders,
  makeCommentFolders,
  newSender,
  removeCommentFolders,
  startHere,
  withStore,
} from '../support/comment-service.ts';

let folders: CommentFolders;
let service: Service;
let desk: string;
let password: string;
let cookie: string;
let proof: string;
/** Added to the clock of the service. */
let later = 0;

beforeAll(async () => {
  folders = makeCommentFolders();
  service = await startHere(folders, { now: () => Date.now() + later });
  desk = `${service.address}desk/`;
  const store = openStore(folders.data);
  password = await addEditor(store, 'مینا', { by: 'a', now: 1 });
  store.close();
  const answer = await post('login', { name: 'مینا', password });
  [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
  expect([answer.status, answer.headers.get('set-cookie')]).toEqual([
    303,
    expect.stringMatching(/^__Host-desk=[\w-]{22}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/),
  ]);
  [, proof = ''] = /name="proof" value="([^"]+)"/.exec(await page(''))!;
});

afterAll(async () => {
  await service.close();
  removeCommentFolders(folders);
});

async function post(
  name: string,
  fields: Record<string, string> | [string, string][],
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(desk + name, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: new URL(desk).origin, 'x-real-ip': newSender(), ...(cookie && { cookie }), ...headers },
    body: new URLSearchParams(fields),
  });
}

async function page(query: string): Promise<string> {
  return (await fetch(desk + query, { headers: { cookie } })).text();
}

let count = 0;
function add(text: string, re = ''): string {
  count += 1;
  return withStore(folders, (store) => {
    insertComments(store, [
      {
        slug: 'metro',
        text,
        once: `o${count}`,
        sender: '',
        at: 1e12,
        name: '',
        mail: '',
        re,
        marks: [],
        folded: text,
      },
    ]);
    return String(store.prepare('SELECT id FROM comment ORDER BY n DESC').get()!['id']);
  });
}

const stateOf = (id: string): string => withStore(folders, (store) => findComment(store, id)!.state);

describe('the login', () => {
  it('is asked of everyone else, on every page', async () => {
    for (const path of ['', 'audit', 'comment/aaaaaaaaaa', '?state=approved']) {
      expect(await (await fetch(desk + path)).text()).toContain('type="password"');
    }
    const id = add('محرمانه');
    expect(
      await (await fetch(`${desk}comment/${id}`, { headers: { cookie: '__Host-desk=AAAAAAAAAAAAAAAAAAAAAA' } })).text(),
    ).not.toContain('محرمانه');
  });

  it('refuses wrong passwords, and after five the right one too', async () => {
    const own = { 'x-real-ip': newSender() };
    const statuses = [];
    for (let n = 0; n < 5; n++) statuses.push((await post('login', { name: 'مینا', password: `x${n}` }, own)).status);
    statuses.push((await post('login', { name: 'مینا', password }, own)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('ends after twelve hours', async () => {
    later = 12 * 3_600_000 + 1000;
    expect(await page('')).toContain('type="password"');
    later = 0;
    expect(await page('')).not.toContain('type="password"');
  });
});

it('leads from a reply to the comment that it answers', async () => {
  const link = /<a href="([^"]+)">پاسخ به نظری دیگر<\/a>/;
  const first = add('نظر');
  withStore(folders, (store) => decide(store, first, 'approved', { by: 'مینا', now: 1 }));
  const answer = add('موافقم', first);
  expect(await page(`comment/${first}`)).not.toMatch(link);
  expect(link.exec(await page(`comment/${answer}`))?.[1]).toBe(`https://example.org/news/metro/#c-${first}`);
});

it('names an article by its headline, and by its slug where its page is elsewhere', async () => {
  add('نظری دیگر');
  expect(await page('?slug=metro')).toMatch(/خبر: <bdi>metro<\/bdi>/);
  const folder = join(folders.site, 'news/metro');
  mkdirSync(folder, { recursive: true });
  const title = 'مترو &#38; &quot;شهر&quot; &lt;b&gt;';
  writeFileSync(join(folder, 'index.html'), `<head><meta property="og:title" content="${title}">`);
  const shown = 'مترو &amp; &quot;شهر&quot; &lt;b&gt;';
  const html = await page('?slug=metro');
  expect(html).toContain(`خبر: <bdi>${shown}</bdi>`);
  expect(html).toContain(`<a href="https://example.org/news/metro/"><bdi>${shown}</bdi></a>`);
});

describe('a form of the desk', () => {
  it('decides about one comment, or about those that are chosen', async () => {
    const [one, two, three] = [add('یک'), add('دو'), add('سه')];
    const answer = await post('decide', { proof, one: `approved:${one}`, state: 'held', slug: 'metro' });
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      '/comments/desk/?state=held&slug=metro&done=approved',
    ]);
    await post('decide', [
      ['proof', proof],
      ['all', 'spam'],
      ['id', two],
      ['id', three],
    ]);
    expect([one, two, three].map(stateOf)).toEqual(['approved', 'spam', 'spam']);
    expect(await page('audit')).toContain(one);
  });

  it('replies, changes, closes and opens', async () => {
    const id = add('یک');
    await post('edit', { proof, id, text: 'متن\u202E ويراسته' });
    await post('reply', { proof, id, text: 'پاسخ' });
    expect(withStore(folders, (store) => findComment(store, id))).toMatchObject({
      text: 'متن ویراسته',
      state: 'approved',
    });
    await post('close', { proof, slug: 'metro', close: '1' });
    expect(withStore(folders, (store) => isClosed(store, 'metro'))).toBe(true);
    await post('close', { proof, slug: 'metro', close: '' });
    expect(withStore(folders, (store) => isClosed(store, 'metro'))).toBe(false);
    expect((await post('reply', { proof, id, text: ' ' })).status).toBe(422);
  });

  it.each([
    ['without its proof', {}, {}],
    ['with another proof', { proof: 'x' }, {}],
    ['from another page', undefined, { origin: 'https://evil.example' }],
    ['from nowhere', undefined, { origin: 'null' }],
    ['without the cookie', undefined, { cookie: '' }],
    ['that is too large', { filler: 'a'.repeat(70_000) }, {}],
  ])('is refused %s', async (_, fields, headers) => {
    const id = add('بماند');
    const own = fields === undefined || 'filler' in fields ? { proof } : {};
    const answer = await post(
      'decide',
      { one: `approved:${id}`, ...own, ...fields },
      headers as Record<string, string>,
    );
    expect([answer.status, stateOf(id)]).toEqual([403, 'held']);
  });

  it.each([['approved:aaaaaaaaaa'], ['held:x'], ['']])('with nothing to decide is refused: «%s»', async (one) => {
    expect((await post('decide', { proof, one })).status).toBe(422);
  });
});

it('pages are under a strict policy, and stored nowhere', async () => {
  const { headers } = await fetch(desk, { headers: { cookie } });
  expect(headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; form-action 'self'/,
  );
  expect(headers.get('cache-control')).toBe('no-store');
  expect((await fetch(`${desk}keys.js`)).headers.get('content-type')).toMatch(/^text\/javascript/);
  const css = await (await fetch(`${desk}desk.css`)).text();
  const font = await fetch(new URL(/url\('([^']+)'\)/.exec(css)![1]!, `${desk}desk.css`));
  expect([font.status, font.headers.get('content-type')]).toEqual([200, 'font/woff2']);
  const id = add('<script>alert(1)</script>"\' onclick=x');
  expect(await page(`comment/${id}`)).not.toMatch(/<script>|"' onclick/);
});

it('leaving ends the session', async () => {
  const answer = await post('logout', { proof });
  expect(answer.status).toBe(303);
  expect(await page('')).toContain('type="password"');
});
