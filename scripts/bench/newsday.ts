import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectFolder } from '../../src/engine/base/options.ts';
import type { Usage } from '../../src/engine/base/usage.ts';
import { UsageError } from '../../src/engine/base/errors.ts';
import { runCommand } from '../command.ts';
import { writeCorpus } from './build/corpus.ts';
import { writeLog } from './popular/write-log.ts';

const defaultCount = '3000';
const logLines = 200_000;
/** After all generated articles. */
const now = '2026-03-20T10:10:00+03:30';

await runCommand(
  {
    name: 'bench:newsday',
    usage: '[-- N]',
    summary: `Measures a day in the newsroom among N generated articles (${defaultCount}): what each step costs, and which files it changes.
(یک روز تحریریه را می‌سنجد.)

Three entries of live coverage, the most read articles of a log of ${logLines / 1000},000 lines, an article with a recording, the day's
edition, and the announcement to a local server that answers as Telegram does.`,
    flags: {},
    takesWords: true,
  },
  async ({ words: [text = defaultCount] }) => {
    const count = Number(text);
    if (!Number.isInteger(count) || count < 2000) throw new UsageError('Expected a number of articles, at least 2000.');
    const folder = mkdtempSync(join(tmpdir(), 'bench-newsday-'));
    const server = createServer((request, response) => {
      request.resume().on('end', () => response.end('{"ok":true,"result":{"message_id":1}}'));
    });
    try {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      await spendDay(folder, count, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    } finally {
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true });
    }
  },
);

async function spendDay(folder: string, count: number, server: string): Promise<void> {
  const articles = join(folder, 'content/articles');
  mkdirSync(articles, { recursive: true });
  await writeCorpus(count, articles);
  writeFileSync(join(articles, 'barf.md'), coverage());
  writeFileSync(join(folder, 'config.ts'), settings(server));
  writeFileSync(
    join(folder, 'content/popular.json'),
    JSON.stringify({ at: now, articles: newest(count, 3).toReversed() }),
  );
  const log = join(folder, 'access.log');
  writeLog(log, newest(count, 60), logLines, Date.parse(now));
  const [content, dist] = [join(folder, 'content'), join(folder, 'dist')];
  const common = ['--content', content, '--config', join(folder, 'config.ts'), '--now', now];
  const step = (name: string, command: string, ...args: string[]): Promise<void> =>
    run(name, dist, [command, ...args, ...common]);
  const build = (name: string): Promise<void> => step(name, 'build', '--out', dist);
  const announce = (name: string): Promise<void> => step(name, 'announce', '--out', dist);

  await build('the first build');
  await announce('the first run of announce');
  for (const [name, time] of [
    ['an entry of live coverage', '09:20'],
    ['another one', '09:25'],
    ['the first one of an hour', '10:05'],
  ] as const) {
    await step(name, 'live', 'barf', `${time} خبر تازه`, 'برف در خیابان‌های شمالی نشسته است.', '--out', dist);
  }
  await step('the most read, from the log', 'popular', log);
  await build('their list on the site');
  const silence = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(4170)]);
  writeFileSync(join(articles, 'sokhan.mp3'), silence);
  writeFileSync(join(articles, 'sokhan.md'), article('گفت‌وگو', 'audio: sokhan.mp3\n', 'متن گفت‌وگو.'));
  await build('a new article with a recording');
  await step('the letter of the day', 'edition', '--to', join(folder, 'letter'));
  await build('its page');
  await announce('the announcement');
}

/** Run a command as npm does, and print what it used and says, or which files of the site it changed. */
async function run(name: string, dist: string, [command, ...args]: readonly string[]): Promise<void> {
  const { scripts } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const [, ...line] = scripts[command!]!.split(' ');
  const used = join(projectFolder, 'scripts/bench/popular/report-usage.ts');
  const started = performance.now();
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--import', used, ...line, ...args], {
    cwd: projectFolder,
    env: { ...process.env, TELEGRAM_TOKEN: 'bench' },
    maxBuffer: 100_000_000,
  });
  const seconds = (performance.now() - started) / 1000;
  const { cpu } = JSON.parse(stderr.slice(stderr.lastIndexOf('{'))) as Usage;
  const cost = `${name}: ${seconds.toFixed(1)} s, ${cpu.toFixed(1)} s of CPU`;
  if (command !== 'build' && command !== 'live')
    return console.log(`${cost}\n  ${stdout.trim().replaceAll('\n', '\n  ')}`);
  const { written, removed } = JSON.parse(readFileSync(join(dist, '.changes.json'), 'utf8')) as Record<
    'written' | 'removed',
    string[]
  >;
  const changed = [...written, ...removed];
  console.log(`${cost}, ${changed.length} files`);
  if (changed.length < 60) console.log(changed.map((file) => `  ${file}`).join('\n'));
}

/** The sample's settings, with a channel. */
function settings(server: string): string {
  const own = JSON.stringify(join(projectFolder, 'src/config.ts'));
  const announce = JSON.stringify({ channels: [{ service: 'telegram', chat: '@bench', server }] });
  return `import { config as base } from ${own};\nexport const config = { ...base, announce: ${announce} };\n`;
}

function coverage(): string {
  const entries = Array.from(
    { length: 50 },
    (_, minute) => `## 08:${String(minute + 10)} خبر ${minute}\n\nبرف می‌بارد.\n`,
  );
  return article('برف در شهر', 'lead: برف از نیمه‌شب می‌بارد.\nlive: true\n', entries.join('\n'));
}

function article(title: string, fields: string, body: string): string {
  return `---\ntitle: ${title}\ndate: 2026-03-20T08:00:00+03:30\ntags: [هوا]\nsource: روزنگار\n${fields}---\n\n${body}\n`;
}

/** Slugs of the newest articles, the newest first. */
function newest(count: number, length: number): string[] {
  return Array.from({ length }, (_, index) => `khabar-${String(count - 1 - index).padStart(7, '0')}`);
}
