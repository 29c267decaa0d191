import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../src/engine/base/options.ts';
import { UsageError } from '../../src/engine/base/errors.ts';
import { runCommand } from '../command.ts';
import { writeExport } from './import/write-export.ts';

const defaultCount = '10000';

await runCommand(
  {
    name: 'bench:import',
    usage: '[-- N]',
    summary: `Measures the import of a WordPress export. (وارد کردن آرشیو وردپرس را می‌سنجد.)

Generates an export with N posts (${defaultCount}), and imports it twice: first all posts are new, then none has
changed. Prints seconds, posts per second, and the memory of the process.`,
    flags: {},
    takesWords: true,
  },
  async ({ words: [text = defaultCount] }) => {
    const count = Number(text);
    if (!Number.isInteger(count) || count < 1) throw new UsageError('Expected a number of posts.');
    const folder = mkdtempSync(join(tmpdir(), 'bench-import-'));
    try {
      const file = join(folder, 'export.xml');
      const bytes = await writeExport(count, file);
      console.log(`${count} posts, ${(bytes / 1e6).toFixed(0)} MB`);
      for (const name of ['all new', 'none changed']) {
        const { seconds, memory } = await importOnce(file, join(folder, 'content'));
        console.log(
          `${name.padEnd(14)}${seconds.toFixed(1).padStart(8)} s${(count / seconds).toFixed(0).padStart(8)} posts/s${memory.toFixed(0).padStart(8)} MB`,
        );
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

/** Run the command in a separate process, and read its peak memory while it runs. */
async function importOnce(file: string, content: string): Promise<{ seconds: number; memory: number }> {
  const started = performance.now();
  const { scripts } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
    scripts: { import: string };
  };
  // With the flags of `npm run import`, but not through npm, whose processes would be measured instead.
  const [, ...command] = scripts.import.split(' ');
  const child = spawn(process.execPath, [...command, file, '--content', content], {
    cwd: projectFolder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let memory = 0;
  const timer = setInterval(() => (memory = Math.max(memory, peakMemoryOf(child.pid))), 200);
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`The import ended with exit code ${code}.`);
  return { seconds: (performance.now() - started) / 1000, memory };
}

/** Peak memory of a process in megabytes; 0 where the system does not report it. */
function peakMemoryOf(pid: number | undefined): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
