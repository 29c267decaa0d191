import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { announce, type AnnounceResult } from '../../../src/engine/announce/announce.ts';
import { readOptions } from '../../../src/engine/base/options.ts';
import { withAnnounced } from '../../../src/engine/announce/state-file.ts';
import type { AnnounceSettings, ChannelSettings } from '../../../src/core/config/announce.ts';
import { type ChannelReply, type ChannelServer, startChannels } from '../../support/channel-server.ts';
import { config } from '../../fixtures/sample/config.ts';
import { articleFile } from '../../support/mini-site.ts';
import { drawPng } from '../../support/picture.ts';

const now = '2026-11-29T18:00:00+03:30';
const secret = '123456:very-secret';
const env = { T: secret, E: 'eitaa-secret', M: 'mastodon-secret', B: 'bluesky-secret' };

const home = mkdtempSync(join(tmpdir(), 'rooznegar-announce-'));
let server: ChannelServer;
/** The folder of a newspaper: `content`, `public`, `dist`, `config.mjs`. */
let folder: string;
let numbers = 0;
/** Pauses that runs asked for, in milliseconds. */
let pauses: number[] = [];

const news = (slug: string, fields: Record<string, string> = {}): Record<string, string> => ({
  [`articles/${slug}.md`]: articleFile({ title: `خبر ${slug}`, date: '"1405/09/08 10:00"', ...fields }),
});
const telegram = (): ChannelSettings => ({ service: 'telegram', chat: '@khabar', token: 'T', server: server.url });
const bale = (): ChannelSettings => ({ service: 'bale', chat: '@khabar', token: 'T', server: server.url });
const eitaa = (): ChannelSettings => ({ service: 'eitaa', chat: 'khabar', token: 'E', server: server.url });
const mastodon = (): ChannelSettings => ({ service: 'mastodon', server: server.url, token: 'M' });
const bluesky = (): ChannelSettings => ({
  service: 'bluesky',
  handle: 'khabar.example',
  token: 'B',
  server: server.url,
});

beforeAll(async () => {
  server = await startChannels();
});
afterAll(() => {
  server.close();
  rmSync(home, { recursive: true, force: true });
});
beforeEach(async () => {
  server.reset();
  pauses = [];
  folder = join(home, String(++numbers));
  const settings = { ...config, footer: [], url: 'https://khabar.example/paper' };
  write({ 'config.mjs': `export const config = ${JSON.stringify(settings)};`, 'public/x.txt': '' });
  publish(news('old'));
  await run([telegram()]);
});

function write(files: Record<string, string | Uint8Array>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const options = () =>
  readOptions({
    content: join(folder, 'content'),
    public: join(folder, 'public'),
    out: join(folder, 'dist'),
    config: join(folder, 'config.mjs'),
    now,
  });

/** Publish articles that the channels do not know, as a build does. */
function publish(...files: Record<string, string>[]): void {
  for (const [path, text] of Object.entries(Object.assign({}, ...files) as Record<string, string>)) {
    write({
      [`content/${path}`]: text,
      [`dist/${path.replace('articles/', 'news/').replace('.md', '/index.html')}`]: '',
    });
  }
  write({ 'dist/.changes.json': '{"written":[],"removed":[]}' });
}

/** A picture for articles. */
function draw(name: string, bytes: string | Uint8Array): void {
  write({ [`public/media/${name}`]: bytes, [`dist/media/${name}`]: bytes });
}

async function run(
  channels: readonly ChannelSettings[],
  more: Partial<Parameters<typeof announce>[0]> = {},
  settings: Partial<AnnounceSettings> = {},
): Promise<AnnounceResult> {
  return announce({
    options: await options(),
    settings: { channels, ...settings },
    env,
    // Services answer at once, but machines may be busy.
    timeout: 30_000,
    patience: 60,
    again: false,
    pause: async (milliseconds) => void pauses.push(milliseconds),
    ...more,
  });
}

const methods = (): string[] => server.calls.map(({ path }) => path.split('/').at(-1)!);
const failures = ({ channels }: AnnounceResult): string[] => channels.flatMap((channel) => channel.failures);
const refuse = (status: number, description: string): ChannelReply => ({
  status,
  body: { ok: false, error_code: status, description },
});

describe('announce', () => {
  it('announces a new article once in every channel, as each service wants it', async () => {
    const channels = [telegram(), bale(), eitaa(), mastodon(), bluesky()];
    await run(channels);
    draw('pol.png', drawPng(40, 30, [200, 60, 40]));
    publish(news('b', { title: 'پل <تازه> & باز', image: '{src: /media/pol.png, alt: پل از دور}' }));
    const result = await run(channels);
    expect(failures(result)).toEqual([]);
    expect(server.messages).toHaveLength(5);
    for (const message of server.messages) expect(message).toContain('پل <تازه> & باز');
    const photo = server.calls.find(({ path }) => path === `/bot${secret}/sendPhoto`);
    expect(photo!.fields).toMatchObject({ chat_id: '@khabar', parse_mode: 'HTML' });
    expect(photo!.fields['caption']).not.toContain('\r');
    expect(photo!.fields['caption']).toContain('<b>پل &lt;تازه&gt; &amp; باز</b>');
    expect(photo!.files['photo']).toMatchObject({ type: 'image/jpeg' });
    expect(methods()).toContain('sendFile');
    const media = server.calls.find(({ path }) => path === '/api/v2/media');
    expect(media!.fields['description']).toBe('پل از دور');
    const record = server.calls.find(({ path }) => path.endsWith('putRecord'));
    expect(record!.fields['record']).toMatchObject({
      langs: ['fa'],
      createdAt: '2026-11-29T14:30:00.000Z',
      embed: { external: { uri: 'https://khabar.example/paper/news/b/', thumb: { mimeType: 'image/jpeg' } } },
    });
    server.messages = [];
    await run(channels);
    expect(server.messages).toEqual([]);
  });

  it('sends drafts, embargoed articles, unbuilt ones and «channels: false» to nobody', async () => {
    publish(
      news('draft', { draft: 'true' }),
      news('later', { date: '"1405/09/08 19:00"' }),
      news('quiet', { channels: 'خیر' }),
    );
    write({ 'content/articles/unbuilt.md': news('unbuilt')['articles/unbuilt.md']! });
    await run([telegram()]);
    expect(server.messages).toEqual([]);
    publish(news('unbuilt'));
    await run([telegram()]);
    expect(server.messages.map((text) => text.split('\n')[0])).toEqual(['خبر unbuilt']);
  });

  it('changes the message of an updated article, where that is possible', async () => {
    const channels = [telegram(), eitaa(), mastodon()];
    await run(channels);
    draw('pol.png', drawPng(40, 30, [200, 60, 40]));
    publish(news('b', { image: '{src: /media/pol.png, alt: پل}' }), news('c'));
    await run(channels);
    server.messages = [];
    const updated = { updated: '"1405/09/08 12:00"' };
    publish(news('b', { title: 'تیتر تازه', image: '{src: /media/pol.png, alt: پل}', ...updated }), news('c', updated));
    const result = await run(channels);
    expect(result.channels.map(({ name, edited }) => [name, edited])).toEqual([
      ['telegram @khabar', 1],
      ['eitaa khabar', 0],
      [`mastodon ${new URL(server.url).host}`, 1],
    ]);
    expect(server.messages.map((text) => text.replace(/\d+/, 'N').split('\n')[0]).toSorted()).toEqual([
      'changed N: تیتر تازه',
      'changed N: تیتر تازه',
    ]);
    expect(methods()).toContain('editMessageCaption');
    const put = server.calls.find(({ method }) => method === 'PUT');
    expect(put!.fields['media_ids']).toHaveLength(1);
    server.messages = [];
    await run(channels);
    expect(server.messages).toEqual([]);
  });

  it('takes a message that is as it should be for changed', async () => {
    publish(news('b'));
    await run([telegram()]);
    publish(news('b', { title: 'تیتر تازه', updated: '"1405/09/08 12:00"' }));
    server.faults = [
      ({ path }) => (path.includes('edit') ? refuse(400, 'Bad Request: message is not modified') : undefined),
    ];
    expect(failures(await run([telegram()]))).toEqual([]);
  });

  it.each<[string, () => ChannelSettings, ChannelReply, number]>([
    ['Telegram', telegram, { status: 429, body: { ok: false, error_code: 429, parameters: { retry_after: 7 } } }, 7],
    [
      'Bale, in an answer 200',
      bale,
      { status: 200, body: { ok: false, error_code: 429, parameters: { retry_after: 3 } } },
      3,
    ],
    ['Eitaa, by a header', eitaa, { status: 429, headers: { 'retry-after': '9' }, body: '<html>' }, 9],
    [
      'Mastodon, by the moment of its own clock',
      mastodon,
      {
        status: 429,
        headers: { date: 'Mon, 01 Jan 2024 00:00:00 GMT', 'x-ratelimit-reset': '2024-01-01T00:00:11.000Z' },
        body: { error: 'Throttled' },
      },
      11,
    ],
    [
      'Bluesky',
      bluesky,
      { status: 429, headers: { date: 'Mon, 01 Jan 2024 00:00:00 GMT', 'ratelimit-reset': '1704067213' }, body: {} },
      13,
    ],
  ])('waits as long as %s asks, and sends then', async (_, channel, reply, seconds) => {
    await run([channel()]);
    publish(news('b'));
    let count = 0;
    server.faults = [({ path }) => (/send|statuses|putRecord/.test(path) && count++ === 0 ? reply : undefined)];
    expect(failures(await run([channel()]))).toEqual([]);
    expect(pauses).toEqual([seconds * 1000]);
    expect(server.messages).toHaveLength(1);
  });

  it('leaves to the next run what would have to wait too long, and does not go on asking', async () => {
    publish(news('b'), news('c'));
    server.faults = [() => ({ status: 429, body: { ok: false, parameters: { retry_after: 3000 } } })];
    expect(failures(await run([telegram()]))).toEqual([
      'asks to wait 3000 s; /paper/news/b/ is tried again by the next run; 1 more waits',
    ]);
    expect(server.calls).toHaveLength(1);
    server.faults = [];
    expect(failures(await run([telegram()]))).toEqual([]);
    expect(server.messages).toHaveLength(2);
  });

  it.each<[string, () => ChannelReply | 'silence' | 'cut']>([
    ['an error of the service', () => ({ status: 502, body: '<html>Bad Gateway</html>' })],
    ['silence', () => 'silence'],
    ['a connection that breaks', () => 'cut'],
    ['an answer that is no JSON', () => ({ status: 200, body: '{"ok":tr' })],
    ['an answer that says nothing', () => ({ status: 200, body: [] })],
  ])('sends at most once to a bot after %s, and says so', async (_, fault) => {
    publish(news('b'));
    server.faults = [fault];
    const timeout = fault() === 'silence' ? 2000 : 30_000;
    const [failure, ...others] = failures(await run([telegram()], { timeout }));
    expect([failure, others]).toEqual([expect.stringMatching(/may have been sent\. Look there; .* --again$/), []]);
    server.faults = [];
    await run([telegram()]);
    expect(server.calls).toHaveLength(1);
    expect(failures(await run([telegram()], { again: true }))).toEqual([]);
    expect(server.messages).toHaveLength(1);
  });

  it.each([
    ['Mastodon', mastodon],
    ['Bluesky', bluesky],
  ])('sends again to %s, which recognises what it has', async (_, channel) => {
    await run([channel()]);
    publish(news('b'));
    let count = 0;
    server.faults = [
      ({ path }) => (/statuses|putRecord/.test(path) && count++ < 2 ? { status: 503, body: 'x' } : undefined),
    ];
    expect(failures(await run([channel()]))).toEqual([]);
    expect(pauses).toEqual([1000, 2000]);
    expect(server.messages).toHaveLength(1);
    const keys = server.calls.flatMap(({ headers, fields }) => headers['idempotency-key'] ?? fields['rkey'] ?? []);
    expect([keys.length, new Set(keys).size]).toEqual([3, 1]);
  });

  it('sends to Bluesky in the next run, under the same key, what had no answer in this one', async () => {
    await run([bluesky()]);
    publish(news('b'));
    server.faults = [({ path }) => (path.endsWith('putRecord') ? 'cut' : undefined)];
    expect(failures(await run([bluesky()]))).toEqual([
      expect.stringMatching(/^no answer .*; \/paper\/news\/b\/ is tried again by the next run$/),
    ]);
    server.faults = [];
    expect(failures(await run([bluesky()]))).toEqual([]);
    const keys = server.calls.flatMap(({ fields }) => fields['rkey'] ?? []);
    expect([server.messages.length, keys.length, new Set(keys).size]).toEqual([1, 5, 1]);
  });

  it.each<[string, () => ChannelSettings, ChannelReply, RegExp]>([
    [
      'bot was kicked',
      telegram,
      refuse(403, 'Forbidden: bot was kicked from the channel chat'),
      /^403 Forbidden: bot was kicked/,
    ],
    ['a wrong token', bale, refuse(401, 'Unauthorized'), /^401 Unauthorized; .* was not sent; 1 more waits$/],
    ['no such channel', telegram, refuse(400, 'Bad Request: chat not found'), /^400 Bad Request: chat not found/],
    ['a revoked token', mastodon, { status: 401, body: { error: 'The access token was revoked' } }, /^401 The access/],
    [
      'a redirection',
      telegram,
      { status: 302, headers: { location: 'https://evil.example' } },
      /^302: the service has moved/,
    ],
  ])(
    'stops at a channel that can’t be used (%s), goes on with others, and tries again',
    async (_, channel, reply, words) => {
      const other = channel().service === 'eitaa' ? telegram() : eitaa();
      await run([channel(), other]);
      publish(news('b'), news('c'));
      server.faults = [({ path }) => (path.startsWith('/api/eitaa') ? undefined : reply)];
      const result = await run([channel(), other]);
      expect(result.channels.map(({ sent }) => sent)).toEqual([0, 2]);
      expect(failures(result)).toEqual([expect.stringMatching(words)]);
      server.faults = [];
      expect((await run([channel(), other])).channels.map(({ sent }) => sent)).toEqual([2, 0]);
    },
  );

  it('keeps to itself a password that Bluesky refuses', async () => {
    await run([bluesky()]);
    publish(news('b'));
    const result = await run([bluesky()], { env: { B: 'wrong-password' } });
    expect(failures(result)).toEqual(['401 Invalid identifier or password; /paper/news/b/ was not sent']);
  });

  it('tries again later where nobody listens', async () => {
    publish(news('b'));
    const nowhere = { ...telegram(), server: 'http://127.0.0.1:9' };
    expect(failures(await run([nowhere]))).toEqual([expect.stringMatching(/^can’t be reached/)]);
  });

  it('loses no article to a service that can’t be reached, by silence or before it is asked', async () => {
    await run([telegram(), mastodon()]);
    publish(news('b'));
    const silent = createServer((socket) => void socket.resume()).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    // A handshake that never ends.
    const nowhere = { ...telegram(), server: `https://127.0.0.1:${port}` };
    expect(failures(await run([nowhere], { timeout: 400 }))).toEqual([
      expect.stringMatching(/^can’t be reached within/),
    ]);
    silent.close();
    // A half-space that was copied with the secret can't be in a header.
    expect(failures(await run([mastodon()], { env: { M: 'mastodon-secret\u200C' } }))).toEqual([
      expect.stringMatching(/^can’t be reached .*secret/),
    ]);
    const { channels } = await run([telegram(), mastodon()]);
    expect(channels.map(({ sent }) => sent)).toEqual([1, 1]);
  });

  it('tells once of an edit that the service refuses', async () => {
    publish(news('b'));
    await run([telegram()]);
    publish(news('b', { title: 'خبری دیگر', updated: '"1405/09/08 12:00"' }));
    server.faults = Array.from({ length: 9 }, () => () => refuse(400, 'Bad Request: message to edit not found'));
    expect(failures(await run([telegram()]))).toEqual([expect.stringContaining('message to edit not found')]);
    expect(failures(await run([telegram()]))).toEqual([]);
  });

  it('goes on after an article that the service refuses, and refuses it again the next time', async () => {
    publish(news('b'), news('c'));
    server.faults = [
      ({ fields }) =>
        String(fields['text']).includes('خبر b') ? refuse(400, 'Bad Request: message is too long') : undefined,
    ];
    for (const sent of [1, 0]) {
      const result = await run([telegram()]);
      expect([result.channels[0]!.sent, failures(result)]).toEqual([
        sent,
        ['refuses /paper/news/b/: 400 Bad Request: message is too long'],
      ]);
    }
  });

  it('sends the text alone where a picture can’t be taken', async () => {
    draw('pol.png', drawPng(40, 30, [200, 60, 40]));
    publish(news('b', { image: '{src: /media/pol.png, alt: پل}' }));
    server.faults = [
      ({ path }) => (path.endsWith('sendPhoto') ? refuse(400, 'Bad Request: PHOTO_INVALID_DIMENSIONS') : undefined),
    ];
    expect(failures(await run([telegram()]))).toEqual([]);
    expect(methods()).toEqual(['sendPhoto', 'sendMessage']);
  });

  it('sends no picture that is a drawing, too long or of another host', async () => {
    draw('a.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>');
    draw('long.png', drawPng(300, 6, [0, 0, 0]));
    publish(
      news('b', { image: '{src: /media/a.svg, alt: پل}' }),
      news('c', { image: '{src: /media/long.png, alt: پل}' }),
    );
    expect(failures(await run([telegram()]))).toEqual([]);
    expect(methods()).toEqual(['sendMessage', 'sendMessage']);
  });

  it('floods nobody: the rest waits for the next run', async () => {
    publish(...Array.from({ length: 23 }, (_, index) => news(`n${index}`)));
    const first = await run([telegram()]);
    expect([first.channels[0]!.sent, failures(first)]).toEqual([20, [expect.stringContaining('3 more wait')]]);
    expect((await run([telegram()])).channels[0]!.sent).toBe(3);
    expect(new Set(server.messages).size).toBe(23);
  });

  it('shows no secret, whatever services answer', async () => {
    const channels = [telegram(), mastodon()];
    await run(channels);
    publish(news('b'));
    server.faults = [
      ({ path }) => ({
        status: 400,
        body: { ok: false, description: `no ${path} \u202E`, error: 'mastodon-secret is wrong' },
      }),
    ];
    const words = failures(await run(channels)).join('\n');
    expect(words).not.toMatch(/very-secret|mastodon-secret|\u202E/);
    expect(words).toContain('•••');
  });

  it('is possible once at a time', async () => {
    publish(news('b'));
    await withAnnounced(await options(), async () => {
      await expect(run([telegram()])).rejects.toThrow(/Another announcement of this site is running/);
    });
    expect(server.calls).toEqual([]);
    await run([telegram()]);
    expect(server.messages).toHaveLength(1);
  });

  it('needs the secret of every channel before anything is sent', async () => {
    publish(news('b'));
    await expect(run([telegram(), eitaa()], { env: { T: secret, E: ' ' } })).rejects.toThrow(
      'eitaa khabar: the environment variable E with its secret is not set.',
    );
    expect(server.calls).toEqual([]);
  });
});
