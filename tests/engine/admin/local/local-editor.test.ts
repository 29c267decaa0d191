import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, request as send, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocalEditor, type LocalEditor } from '../../../../src/engine/admin/local/local-editor.ts';

const token = 'رمز-of-this-run'.replace(/[^a-z-]/g, '');
const article = '\uFEFF---\r\ntitle: خبر\r\n---\r\nمتن\r\n';
let folder: string;
let server: Server;
let editor: LocalEditor;
let port: number;

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

interface Call {
  method?: string;
  headers?: Record<string, string | undefined>;
  body?: string;
}

/** Unlike `fetch`, this sends paths with dots, and any header. */
function call(path: string, { method = 'GET', headers = {}, body }: Call = {}): Promise<Answer> {
  const all = { Host: `localhost:${port}`, 'X-Rooznegar-Token': token, ...headers };
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Record<
    string,
    string
  >;
  return new Promise((resolve, reject) => {
    const sent = send({ host: '127.0.0.1', port, path: `/files${path}`, method, headers: given }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'local-editor-'));
  for (const name of ['content/articles', 'public/media', 'secret']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'content/articles/a.md'), article);
  writeFileSync(join(folder, 'secret/b.md'), 'راز');
  writeFileSync(join(folder, 'content/.hidden.md'), 'راز');
  symlinkSync(join(folder, 'secret'), join(folder, 'content/out'));
  symlinkSync(join(folder, 'secret/b.md'), join(folder, 'content/articles/link.md'));
  symlinkSync(join(folder, 'secret/new.md'), join(folder, 'content/articles/nothing.md'));
  editor = createLocalEditor({ content: join(folder, 'content'), public: join(folder, 'public') }, token);
  server = createServer(
    (incoming, response) => void editor.answer(incoming, response, incoming.url!.slice('/files/'.length)),
  );
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const tagOf = async (path: string): Promise<string> => String((await call(path)).headers.etag);

describe('the local editor', () => {
  const list = async () => JSON.parse((await call('/')).text) as Record<'path' | 'etag', string>[];

  it('lists content with its front matter, and neither links nor hidden files', async () => {
    const files = await list();
    const etag = await tagOf('/content/articles/a.md');
    expect(files).toEqual([expect.objectContaining({ path: 'content/articles/a.md', etag, fields: { title: 'خبر' } })]);
    expect(files[0]).not.toHaveProperty('text');
  });

  it('lists the text of a file whose front matter can’t be read, and of the front page', async () => {
    const texts = { 'content/articles/bad.md': '---\ntitle: [\n---\n', 'content/front.yml': 'lead: a\n' };
    for (const [path, text] of Object.entries(texts)) writeFileSync(join(folder, path), text);
    const files = (await list()).filter(({ path }) => path in texts);
    expect(files).toEqual(
      Object.entries(texts).map(([path, text]) => expect.objectContaining({ path, text }) as unknown),
    );
    for (const file of files) expect(file).not.toHaveProperty('fields');
    for (const path of Object.keys(texts)) rmSync(join(folder, path));
  });

  it('gives the exact text that was listed, even if the file has changed since, until it is listed again', async () => {
    const path = '/content/articles/a.md';
    const [{ etag } = { etag: '' }] = await list();
    const ask = async () => call(path, { headers: { 'If-Match': etag } });
    expect(JSON.parse((await ask()).text)).toEqual({ text: article });
    writeFileSync(join(folder, 'content/articles/a.md'), 'تازه');
    expect(JSON.parse((await ask()).text)).toEqual({ text: article });
    await list();
    expect((await ask()).status).toBe(412);
    writeFileSync(join(folder, 'content/articles/a.md'), article);
  });

  it('lists what is there when a page is served, once, and anew for the next', async () => {
    editor.prepare();
    await call('/content/articles/a.md');
    writeFileSync(join(folder, 'content/articles/z.md'), 'متن');
    const paths = async () => (await list()).map(({ path }) => path);
    expect(await paths()).toEqual(['content/articles/a.md']);
    expect(await paths()).toEqual(['content/articles/a.md', 'content/articles/z.md']);
    rmSync(join(folder, 'content/articles/z.md'));
  });

  it('writes a file only over the version that was read, and leaves no draft behind', async () => {
    const path = '/content/articles/a.md';
    const tag = await tagOf(path);
    expect((await call(path, { method: 'PUT', body: 'x' })).status).toBe(428);
    expect((await call(path, { method: 'PUT', body: 'x', headers: { 'If-Match': '*' } })).status).toBe(428);
    expect((await call(path, { method: 'PUT', body: 'x', headers: { 'If-None-Match': '*' } })).status).toBe(412);
    const changed = article.replace('خبر', 'خبر تازه');
    const written = await call(path, { method: 'PUT', body: changed, headers: { 'If-Match': tag } });
    expect(written.status).toBe(200);
    expect(readFileSync(join(folder, 'content/articles/a.md'), 'utf8')).toBe(changed);
    const refused = await call(path, { method: 'PUT', body: 'x', headers: { 'If-Match': tag } });
    expect(refused.status).toBe(412);
    expect(JSON.parse(refused.text)).toEqual({
      text: changed,
      etag: (JSON.parse(written.text) as { etag: string }).etag,
    });
    expect(readFileSync(join(folder, 'content/articles/a.md'), 'utf8')).toBe(changed);
    expect(readdirSync(join(folder, 'content/articles')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('lets only one of two that write at once succeed', async () => {
    const path = `/content/articles/${encodeURIComponent('تازه')}.md`;
    const both = await Promise.all(
      ['یک', 'دو'].map((body) => call(path, { method: 'PUT', body, headers: { 'If-None-Match': '*' } })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const removed = await call(path, { method: 'DELETE', headers: { 'If-Match': await tagOf(path) } });
    expect(removed.status).toBe(204);
    expect(existsSync(join(folder, 'content/articles/تازه.md'))).toBe(false);
  });

  it.each([
    '/content/../secret/b.md',
    '/content/%2e%2e/secret/b.md',
    '/content/..%2fsecret%2fb.md',
    '/content/%2e%2e%5csecret%5cb.md',
    '/content/articles/..%00/b.md',
    '/content//secret/b.md',
    '/content/%ZZ/b.md',
    '/secret/b.md',
    '//content/articles/a.md',
    '/content/out/b.md',
    '/content/out/new.md',
    '/content/articles/link.md',
    '/content/articles/nothing.md',
    '/content/.hidden.md',
    '/content/.git/config.md',
    '/content/articles/a.md:stream.md',
    '/content/articles./a.md',
    '/public/page.html',
    '/public/code.js',
    '/content/articles',
    '/content',
  ])('gives and writes nothing at %s', async (path) => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const { status, text } = await call(path, {
        method,
        headers: { 'If-None-Match': '*' },
        ...(method === 'PUT' && { body: 'x' }),
      });
      expect(status, method).toBe(403);
      expect(text).not.toContain('راز');
    }
    expect(readdirSync(join(folder, 'secret'))).toEqual(['b.md']);
    expect(readFileSync(join(folder, 'secret/b.md'), 'utf8')).toBe('راز');
  });

  it.each([
    ['another name for this machine', { Host: 'evil.example' }],
    ['a name that looks like this machine', { Host: 'localhost.evil.example' }],
    ['a page of another origin', { Origin: 'https://evil.example' }],
    ['another port of this machine', { Origin: 'http://localhost:1' }],
    ['a page without an origin', { Origin: 'null' }],
    ['a page of another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['another server of this machine', { 'Sec-Fetch-Site': 'same-site' }],
    ['a proxy', { 'X-Forwarded-For': '203.0.113.7' }],
    ['no token', { 'X-Rooznegar-Token': undefined }],
    ['a wrong token', { 'X-Rooznegar-Token': token.replace(/.$/, 'x') }],
  ])('refuses %s', async (_, headers) => {
    expect((await call('/', { headers })).status).toBe(403);
    const put = await call('/content/articles/new.md', {
      method: 'PUT',
      body: 'x',
      headers: { ...headers, 'If-None-Match': '*' },
    });
    expect(put.status).toBe(403);
    expect(existsSync(join(folder, 'content/articles/new.md'))).toBe(false);
  });

  it('accepts the page of the editor', async () => {
    const headers = { Origin: `http://localhost:${port}`, 'Sec-Fetch-Site': 'same-origin' };
    expect((await call('/', { headers })).status).toBe(200);
    expect(
      (await call('/', { headers: { ...headers, Host: `127.0.0.1:${port}`, Origin: `http://127.0.0.1:${port}` } }))
        .status,
    ).toBe(200);
  });
});
