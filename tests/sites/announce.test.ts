import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ChannelServer, startChannels } from '../support/channel-server.ts';
import { type CommandResult, node, plainEnvironment, runScript } from '../support/command.ts';
import { cacheFolders } from '../../src/engine/cache/cache-folders.ts';
import { differences, snapshotOf } from '../support/dist.ts';
import { repository } from '../support/folders.ts';
import { articleFile, createMiniSite, type MiniSite } from '../support/mini-site.ts';
import { drawPng } from '../support/picture.ts';
import { sample } from '../support/sample.ts';

const now = '2026-11-29T18:00:00+03:30';
const token = '123456:very-secret';
const dated = (fields: Record<string, string>): string => articleFile({ date: '"1405/09/08 10:00"', ...fields });

describe('npm run announce', () => {
  let site: MiniSite;
  let server: ChannelServer;

  beforeAll(async () => {
    server = await startChannels();
    site = await createMiniSite(
      { 'articles/old.md': dated({ title: 'خبر پیشین' }) },
      {
        url: 'https://khabar.example/paper',
        announce: { channels: [{ service: 'telegram', chat: '@khabar', server: server.url }] },
      },
    );
    await site.build({ now });
  }, 120_000);
  afterAll(() => server.close());
  beforeEach(() => server.reset());

  const args = (...more: string[]): string[] => [
    '--content',
    site.content,
    '--out',
    site.out,
    '--config',
    join(site.folder, 'config.mjs'),
    '--now',
    now,
    ...more,
  ];
  const announce = (...more: string[]): Promise<CommandResult> =>
    runScript('announce', args(...more), { TELEGRAM_TOKEN: token });

  it('takes what is published before its first run for announced', async () => {
    const { code, stdout, stderr } = await announce();
    expect([code, stderr, server.calls]).toEqual([0, '', []]);
    expect(stdout).toBe('This is the first run: what is published by now counts as announced.\n');
  });

  it('shows without a secret what it would send, and sends it once', async () => {
    await site.write({
      'articles/pol.png': drawPng(60, 40, [200, 60, 40]),
      'articles/pol.md': dated({ title: '"«پل» <تازه> & 😀"', image: '{src: pol.png, alt: پل از دور}' }),
    });
    await site.build({ now });
    const shown = await runScript('announce', args('--dry-run'));
    expect([shown.code, server.calls]).toEqual([0, []]);
    expect(shown.stdout).toBe(
      '── telegram @khabar · /paper/news/pol/ (new, with a picture)\n«پل» <تازه> & 😀\n\n' +
        'پل تازه رودخانه صبح امروز باز شد و نخستین دوچرخه‌سواران از آن گذشتند.\n\nhttps://khabar.example/paper/news/pol/\n\n',
    );
    const sent = await announce();
    expect([sent.code, sent.stdout, sent.stderr]).toEqual([0, 'telegram @khabar: 1 sent, 0 changed.\n', '']);
    expect(server.messages).toEqual([expect.stringMatching(/^«پل» <تازه> & 😀\n\n/)]);
    expect((await announce()).stdout).toBe('There is nothing new to announce.\n');
    expect(server.messages).toHaveLength(1);
  });

  it('sends at most once when it is killed between sending and remembering', async () => {
    await site.write({ 'articles/kill.md': dated({ title: 'خبر کشته' }) });
    await site.build({ now });
    const env = { ...plainEnvironment(), TELEGRAM_TOKEN: token };
    const child = spawn(node, [join(repository, 'scripts/announce.ts'), ...args()], { cwd: repository, env });
    server.faults = [
      () => {
        child.kill('SIGKILL');
        return 'silence';
      },
    ];
    await new Promise((resolve) => child.on('close', resolve));
    expect(server.calls).toHaveLength(1);
    server.faults = [];
    const next = await announce();
    expect([next.code, server.calls.length]).toEqual([1, 1]);
    expect(next.stderr).toBe(
      'telegram @khabar: an earlier run was killed while it sent /paper/news/kill/. Look there; if it is missing, run with --again.\n',
    );
    expect([(await announce()).code, server.calls.length]).toEqual([0, 1]);
    expect([(await announce('--again')).code, server.messages.length]).toEqual([0, 1]);
  });

  it('names a message whose article was withdrawn', async () => {
    await site.write({ 'articles/pol.md': dated({ title: '"«پل» <تازه> & 😀"', draft: 'true' }) });
    await site.build({ now });
    const { code, stderr } = await announce();
    expect(code).toBe(0);
    expect(stderr).toMatch(
      /^telegram @khabar: \/paper\/news\/pol\/ is not on the site any more\. Its message is still there: https:\/\/t\.me\/khabar\/\d+\.\n$/,
    );
  });

  it('fails when a channel refuses, and never shows the token', async () => {
    await site.write({ 'articles/no.md': dated({ title: 'خبر ناکام' }) });
    await site.build({ now });
    server.faults = [
      ({ path }) => ({
        status: 403,
        body: { ok: false, error_code: 403, description: `Forbidden: bot was kicked ${path}` },
      }),
    ];
    const { code, output } = await announce();
    expect(code).toBe(1);
    expect(output).toContain('403 Forbidden: bot was kicked /bot•••/sendMessage; /paper/news/no/ was not sent.');
    expect(output).not.toContain('very-secret');
  });

  it('writes no file of the site, and the same site with channels as without', async () => {
    const bare = await createMiniSite(
      { 'articles/old.md': dated({ title: 'خبر پیشین' }) },
      { url: 'https://khabar.example/paper' },
    );
    await bare.build({ now });
    const announced = { channels: [{ service: 'telegram', chat: '@khabar' }] } as const;
    const loud = await createMiniSite(
      { 'articles/old.md': dated({ title: 'خبر پیشین' }) },
      { url: 'https://khabar.example/paper', announce: announced },
    );
    await loud.build({ now });
    expect(differences(snapshotOf(bare.out), snapshotOf(loud.out))).toEqual([]);
  });

  it.each<[string, () => string[], RegExp]>([
    [
      'no channel in the settings',
      () => ['--config', sample.configFile],
      /There is no channel\. Name one in .*config\.ts/,
    ],
    [
      'no sound moment',
      () => args('--since', 'soon'),
      /--since: expected a date such as «1405\/09\/08 10:00», found «soon»/,
    ],
    ['no sound time', () => args('--patience', '0'), /--patience: expected seconds, at most 600, found «0»/],
    [
      'no built site',
      () => args('--dry-run', '--out', join(site.folder, 'nowhere')),
      /There is no file .*nowhere.*npm run build/s,
    ],
    ['no secret', () => args(), /telegram @khabar: the environment variable TELEGRAM_TOKEN with its secret is not set/],
  ])('is used wrongly with %s', async (_, flags, message) => {
    const { code, stderr } = await runScript('announce', flags());
    expect([code, server.calls]).toEqual([2, []]);
    expect(stderr).toMatch(message);
  });

  it('refuses a damaged record rather than announce everything again', async () => {
    await writeFile(join(cacheFolders.announced(site.content, site.out), 'state.json'), '{"version":1');
    const { code, stderr } = await runScript('announce', args('--dry-run', '--lang', 'en'));
    expect(code).toBe(2);
    expect(stderr).toContain('the record of what was announced, is damaged. Remove it');
  });
});
