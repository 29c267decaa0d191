import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../src/engine/base/options.ts';
import type { Usage } from '../../src/engine/base/usage.ts';
import { UsageError } from '../../src/engine/base/errors.ts';
import { runCommand } from '../command.ts';
import { writeCorpus } from './build/corpus.ts';

const defaultCount = '1000';
/** After all generated articles. */
const now = '2026-03-20T09:30:00+03:30';

await runCommand(
  {
    name: 'bench:newsday',
    usage: '[-- N]',
    summary: `Measures a day in the newsroom among N generated articles (${defaultCount}): what each step costs, and which files it changes.
(یک روز تحریریه را می‌سنجد.)`,
    flags: {},
    takesWords: true,
  },
  async ({ words: [text = defaultCount] }) => {
    const count = Number(text);
    if (!Number.isInteger(count) || count < 10) throw new UsageError('Expected a number of articles, at least 10.');
    const folder = mkdtempSync(join(tmpdir(), 'bench-newsday-'));
    try {
      const articles = join(folder, 'content/articles');
      mkdirSync(articles, { recursive: true });
      await writeCorpus(count, articles);
      writeFileSync(join(articles, 'barf.md'), coverage());
      run(folder, 'first build', ['scripts/build.ts']);
      for (const [name, entry] of [
        ['an entry of live coverage', '09:20 خبر تازه'],
        ['another one of its hour', '09:25 خبر دیگر'],
      ] as const) {
        run(folder, name, ['scripts/live.ts', 'barf', entry, 'برف در خیابان‌های شمالی نشسته است.']);
      }
      writeFileSync(join(folder, 'content/popular.json'), listOf(count, 3));
      run(folder, 'the first list of the most read', ['scripts/build.ts']);
      writeFileSync(join(folder, 'content/popular.json'), listOf(count, 5));
      run(folder, 'another list of the most read', ['scripts/build.ts']);
      writeFileSync(
        join(articles, 'sokhan.mp3'),
        Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(4170)]),
      );
      writeFileSync(join(articles, 'sokhan.md'), article('گفت‌وگو', 'audio: sokhan.mp3\n', 'متن گفت‌وگو.'));
      run(folder, 'a new article with a recording', ['scripts/build.ts']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

/** Run a command, and print what it used and which files of the site it changed. */
function run(folder: string, name: string, command: readonly string[]): void {
  const [content, out] = [join(folder, 'content'), join(folder, 'dist')];
  const used = join(projectFolder, 'scripts/bench/popular/report-usage.ts');
  const flags = [
    '--min-semi-space-size=32',
    '--max-semi-space-size=64',
    '--import',
    './scripts/compile-cache.js',
    '--import',
    used,
  ];
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [...flags, ...command, '--content', content, '--out', out, '--now', now],
    { cwd: projectFolder, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  const seconds = (performance.now() - started) / 1000;
  const { cpu } = JSON.parse(stderr.slice(stderr.lastIndexOf('{'))) as Usage;
  const { written, removed } = JSON.parse(readFileSync(join(out, '.changes.json'), 'utf8')) as Record<
    'written' | 'removed',
    string[]
  >;
  const changed = [...written, ...removed];
  console.log(`${name}: ${seconds.toFixed(1)} s, ${cpu.toFixed(1)} s of CPU, ${changed.length} files`);
  if (changed.length < 60) console.log(changed.map((file) => `  ${file}`).join('\n'));
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

function listOf(count: number, length: number): string {
  const slugs = Array.from({ length }, (_, index) => `khabar-${String(count - 1 - index).padStart(7, '0')}`);
  return JSON.stringify({ at: now, articles: slugs });
}
