import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CommandResult, runScript } from '../support/command.ts';
import { repository } from '../support/folders.ts';
import { articleFile, createMiniSite, type MiniSite } from '../support/mini-site.ts';
import { differences, snapshotOf } from '../support/dist.ts';

const now = '2026-11-29T18:00:00+03:30';
const news = (title: string, more: Record<string, string> = {}): string =>
  articleFile({ title: `"${title}"`, date: '"1405/09/08 10:00"', ...more });

/** The shell commands of the recipe for listmonk, as the document has them. */
const recipe = /## With listmonk[^]*?```sh\n([^]*?)```/.exec(
  readFileSync(join(repository, 'docs/edition.md'), 'utf8'),
)![1]!;

describe('npm run edition', () => {
  let site: MiniSite;
  let letter: string;
  beforeAll(async () => {
    site = await createMiniSite(
      {
        'articles/pol.md': news('پل <تازه> & «باز»', { section: 'sport' }),
        'articles/bagh.md': news('باغ {{ .Email }}', { picked: 'true' }),
        'articles/draft.md': news('پیش‌نویس', { draft: 'true' }),
        'articles/later.md': news('فردا', { date: '"1405/09/08 23:00"' }),
        'articles/old.md': news('دیروز', { date: '"1405/09/07 10:00"' }),
        'front.yml': 'top: [pol]\n',
      },
      { url: 'https://khabar.example/paper' },
    );
    letter = join(site.folder, 'letter');
  });

  const edition = (...more: string[]): Promise<CommandResult> =>
    runScript('edition', [
      '--content',
      site.content,
      '--config',
      join(site.folder, 'config.mjs'),
      '--now',
      now,
      '--to',
      letter,
      ...more,
    ]);
  const read = (name: string): string => readFileSync(join(letter, name), 'utf8');
  const kept = (): string => readFileSync(join(site.content, 'editions/1405-09-08.yml'), 'utf8');
  const page = (): string => readFileSync(join(site.out, 'editions/1405/09/08/index.html'), 'utf8');

  it('says so where a day has no article, and writes nothing', async () => {
    const { code, stderr } = await edition('--day', '1405/09/01');
    expect([code, existsSync(letter), existsSync(join(site.content, 'editions'))]).toEqual([2, false, false]);
    expect(stderr).toContain('There is no published article of 1405/09/01. Name another day with --day.');
  });

  it('makes the letter of today from what is published, and keeps the choice', async () => {
    const { code, stdout } = await edition('--unsubscribe', '{{ UnsubscribeURL }}');
    expect(code).toBe(0);
    expect(stdout).toMatch(/: 2 articles of 1405\/09\/08, \d kB\.\nTheir order is kept in .*1405-09-08\.yml/);
    expect(kept()).toBe('articles:\n  - "pol"\n  - "bagh"\n');
    expect(read('subject.txt')).toBe('روزنگار، یکشنبه ۸ آذر ۱۴۰۵: پل <تازه> & «باز»\n');
    expect(read('edition.html')).toContain('https://khabar.example/paper/news/pol/');
    expect(read('edition.html')).toContain('https://khabar.example/paper/editions/1405/09/08/');
    expect(read('edition.html').match(/\{\{/g)).toHaveLength(1);
    expect(read('edition.html')).toContain('باغ {\u2060{ ');
    expect(read('edition.txt')).not.toMatch(/پیش‌نویس|فردا|دیروز/);
  });

  it('has no page before the next build, and one after it', async () => {
    expect((await site.build({ now })).code).toBe(0);
    expect(page()).toContain('شمارهٔ یکشنبه ۸ آذر ۱۴۰۵');
    expect(page().indexOf('/paper/news/pol/')).toBeLessThan(page().indexOf('/paper/news/bagh/'));
    expect(page()).not.toMatch(/پیش‌نویس|\/news\/old\//);
    expect(readFileSync(join(site.out, 'sitemap-1.xml'), 'utf8')).toContain('/paper/editions/1405/09/08/');
    expect(site.page('editions/index.html').html).toContain('و ۱ خبر دیگر');
  });

  it('takes the file’s word from then on, and changes neither it nor the page when news comes', async () => {
    await site.write({ 'editions/1405-09-08.yml': 'title: عنوان سردبیر\ntext: سخن سردبیر\narticles: [bagh, pol]\n' });
    await site.write({ 'articles/new.md': news('خبر تازه‌تر') });
    const before = kept();
    const { stdout, stderr: silence } = await edition('--count', '2');
    expect([stdout, silence]).toEqual([expect.stringMatching(/In the order of .*1405-09-08\.yml\.\n$/), '']);
    const { stderr } = await edition('--count', '1');
    expect(stderr).toMatch(
      /^--count has no effect: .*1405-09-08\.yml lists 2 articles\. Remove lines from it, or delete/,
    );
    expect(kept()).toBe(before);
    expect(read('subject.txt')).toContain(': عنوان سردبیر');
    expect(read('edition.txt')).toMatch(/سخن سردبیر\n\nباغ /);
    await site.build({ now });
    expect(page()).toContain('سخن سردبیر');
    expect(page()).toMatch(/<p class="kicker">شمارهٔ یکشنبه ۸ آذر ۱۴۰۵<\/p>\s*<h1>\s*عنوان سردبیر\s*<\/h1>/);
    expect(page()).not.toContain('/news/new/');
  });

  it('is the same after an incremental build as after a clean one', async () => {
    await site.write({ 'editions/1405-09-08.yml': 'articles: [bagh]\n' });
    await site.build({ now });
    const clean = join(site.folder, 'clean');
    await site.build({ now, out: clean });
    expect(differences(snapshotOf(site.out), snapshotOf(clean)).filter((file) => file !== '.changes.json')).toEqual([]);
    await site.write({ 'editions/1405-09-08.yml': 'articles: [pol, bagh]\n' });
  });

  it('finds an article that moved, and leaves out one that was withdrawn, with a warning', async () => {
    await site.write({
      'front.yml': 'top: []\n',
      'articles/pol-2.md': news('پل دیگر', { aliases: '[/news/pol/]' }),
      'articles/pol.md': news('پل', { draft: 'true', slug: 'pol-old' }),
      'articles/bagh.md': news('باغ', { draft: 'true' }),
    });
    const { code, output } = await site.build({ now });
    expect(code).toBe(0);
    expect(output).toContain('there is no published article «bagh»; the page of this edition leaves it out.');
    expect(page()).toContain('/paper/news/pol-2/');
    expect(page()).not.toContain('/news/bagh/');
    expect((await site.build({ now, strict: true })).code).toBe(1);
  });

  it('keeps the page of an edition whose articles are all gone, since letters lead to it', async () => {
    await site.write({ 'editions/1405-09-08.yml': 'articles: [bagh]\n' });
    expect((await site.build({ now })).code).toBe(0);
    expect(page()).toContain('خبرهای این شماره دیگر در سایت نیست.');
    const { code, stderr } = await edition();
    expect([code, stderr]).toEqual([2, expect.stringContaining('among those of')]);
  });

  it('takes no page of content/pages at its address', async () => {
    await site.write({ 'pages/editions.md': '---\ntitle: شماره‌ها\n---\nمتن.\n' });
    const { code, output } = await site.build({ now });
    expect(code).toBe(1);
    expect(output).toContain('pages/editions.md');
  });

  it('makes a letter of a section without a page or a file', async () => {
    const other = await createMiniSite({
      'articles/a.md': news('ورزشی', { section: 'sport' }),
      'articles/b.md': news('دیگر'),
    });
    const args = ['--content', other.content, '--config', join(other.folder, 'config.mjs'), '--now', now];
    const { code } = await runScript('edition', [...args, '--to', letter, '--section', 'ورزش']);
    expect([code, existsSync(join(other.content, 'editions'))]).toEqual([0, false]);
    expect(read('edition.txt')).not.toMatch(/دیگر|این شماره در سایت/);
  });

  it('is small enough for Gmail, whatever a day brings', async () => {
    const other = await createMiniSite(
      Object.fromEntries(
        Array.from({ length: 150 }, (_, index) => [
          `articles/${'نام-بسیار-بلند-'.repeat(5)}${index}.md`,
          news(`تیتری بلند ${'واژه '.repeat(40)} ${index}`, { lead: 'چکیده '.repeat(100) }),
        ]),
      ),
    );
    const args = ['--content', other.content, '--config', join(other.folder, 'config.mjs'), '--now', now];
    const { code, stdout } = await runScript('edition', [...args, '--to', letter, '--count', '150']);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/\d+ more did not fit\./)]);
    const size = Buffer.byteLength(read('edition.html'));
    expect(size).toBeLessThanOrEqual(95_000);
    expect(size).toBeGreaterThan(93_000);
  });

  it.each<[string, string[], RegExp]>([
    ['no day', ['--day', 'دیروز'], /--day: expected a day such as 1405\/09\/08, found «دیروز»/],
    ['no section', ['--section', 'x'], /--section: expected one of society, economy/],
    ['no number', ['--count', '0'], /--count: expected a number from 1 to 200, found «0»/],
  ])('is used wrongly with %s', async (_, flags, message) => {
    const { code, stderr } = await edition(...flags);
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
  });
});

describe('the recipe for listmonk', () => {
  let server: Server;
  const calls: { method: string; url: string; key: string; body: Record<string, unknown> }[] = [];
  let status = 200;
  beforeAll(async () => {
    // As listmonk.app/docs/apis/campaigns describes it.
    server = createServer((request, response) => {
      let text = '';
      request.setEncoding('utf8').on('data', (part: string) => (text += part));
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        const body = JSON.parse(text) as Record<string, unknown>;
        calls.push({ method, url, key: headers.authorization ?? '', body });
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(status === 200 ? { data: { id: 57, ...body } } : { message: 'Forbidden' }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => server.close());

  it('makes a campaign of the letter, and starts it; an error stops it', async () => {
    const site = await createMiniSite({ 'articles/a.md': news("پل «تازه» & 'باز'") });
    const folder = join(site.folder, 'letter');
    const args = ['--content', site.content, '--config', join(site.folder, 'config.mjs'), '--now', now, '--to', folder];
    expect((await runScript('edition', [...args, '--unsubscribe', '{{ UnsubscribeURL }}'])).code).toBe(0);
    const env = {
      ...process.env,
      LISTMONK: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      LISTMONK_USER: 'api:secret',
      LIST: '3',
      TEMPLATE: '7',
    };
    const run = (): Promise<number | null> =>
      new Promise((resolve) => {
        spawn('bash', ['-o', 'pipefail', '-c', recipe], { cwd: site.folder, env, stdio: 'ignore' }).on(
          'close',
          resolve,
        );
      });
    expect(await run()).toBe(0);
    const [made, started] = calls;
    expect(made).toMatchObject({ method: 'POST', url: '/api/campaigns', key: 'token api:secret' });
    expect(made!.body).toEqual({
      name: expect.stringContaining('پل «تازه»') as string,
      subject: readFileSync(join(folder, 'subject.txt'), 'utf8').trim(),
      lists: [3],
      type: 'regular',
      content_type: 'html',
      body: readFileSync(join(folder, 'edition.html'), 'utf8'),
      altbody: readFileSync(join(folder, 'edition.txt'), 'utf8'),
      template_id: 7,
    });
    expect(started).toMatchObject({ method: 'PUT', url: '/api/campaigns/57/status', body: { status: 'running' } });
    status = 403;
    expect(await run()).not.toBe(0);
    expect(calls).toHaveLength(3);
  });
});
