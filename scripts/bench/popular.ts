import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../src/engine/base/options.ts';
import type { Usage } from '../../src/engine/base/usage.ts';
import { UsageError } from '../../src/engine/base/errors.ts';
import { runCommand } from '../command.ts';
import { writeLog } from './popular/write-log.ts';

const defaultCount = '1000000';
const now = '2026-11-22T12:00:00+03:30';

await runCommand(
  {
    name: 'bench:popular',
    usage: '[-- N]',
    summary: `Measures the list of the most read articles. (فهرست پربازدیدترین‌ها را می‌سنجد.)

Generates a log in the combined format with N lines (${defaultCount}) of a day, two thirds of them reads, and counts it in a process
of its own: once from the beginning, and once more with nothing new. Prints seconds of CPU and peak memory.`,
    flags: {},
    takesWords: true,
  },
  async ({ words: [text = defaultCount] }) => {
    const count = Number(text);
    if (!Number.isInteger(count) || count < 1) throw new UsageError('Expected a number of lines.');
    const folder = mkdtempSync(join(tmpdir(), 'bench-popular-'));
    try {
      const articles = join(folder, 'content/articles');
      mkdirSync(articles, { recursive: true });
      const slugs = Array.from({ length: 300 }, (_, index) => `khabar-${index}`);
      for (const slug of slugs) writeFileSync(join(articles, `${slug}.md`), articleText(slug));
      const [log, empty] = [join(folder, 'access.log'), join(folder, 'empty.log')];
      const bytes = writeLog(log, slugs, count, Date.parse(now));
      writeFileSync(empty, '');
      console.log(`${count} lines, ${(bytes / 1e6).toFixed(0)} MB`);
      // Where a newsroom runs this, its builds have read the content.
      measure(empty, folder);
      for (const [name, path] of [
        ['all new', log],
        ['nothing new', log],
      ] as const) {
        const { cpu, peakMemory } = measure(path, folder);
        console.log(`${name.padEnd(14)}${cpu.toFixed(1).padStart(8)} s of CPU${peakMemory.toFixed(0).padStart(8)} MB`);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

function articleText(slug: string): string {
  return `---\ntitle: خبر ${slug}\ndate: 1405/08/29\ntags: [شهر]\nsource: روزنگار\n---\n\nمتن خبر.\n`;
}

/** Run the command with the flags of `npm run popular`, and read what it used. */
function measure(log: string, folder: string): Usage {
  const used = join(projectFolder, 'scripts/bench/popular/report-usage.ts');
  const flags = ['--max-semi-space-size=4', '--import', './scripts/compile-cache.js', '--import', used];
  const args = ['scripts/popular.ts', log, '--content', join(folder, 'content'), '--now', now];
  const { status, stderr } = spawnSync(process.execPath, [...flags, ...args], {
    cwd: projectFolder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stderr) as Usage;
}
