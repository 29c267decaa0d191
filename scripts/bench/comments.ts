import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../src/engine/base/options.ts';
import { UsageError } from '../../src/engine/base/errors.ts';
import { createTokens } from '../../src/comments/intake/token.ts';
import { openStore } from '../../src/comments/store/database.ts';
import { secretOf } from '../../src/comments/store/queries.ts';
import { runCommand } from '../command.ts';
import { spend, writeExport } from './comments/import.ts';
import { loadServer, type Shot } from './comments/load.ts';
import { cpuSecondsOf, peakMemoryOf } from './comments/process.ts';

const defaultSeconds = '5';
/** Slugs of the articles under load. Each accepts a burst of 120 comments. */
const articles = 2000;
/** Comments of the import. */
const imported = 100_000;

await runCommand(
  {
    name: 'bench:comments',
    usage: '[-- SECONDS]',
    summary: `Measures the service of comments beside a bare node:http handler in the same run (Linux): requests a CPU second and a
second of wall time, ${defaultSeconds} SECONDS each; and an import. (سرویس نظرها را می‌سنجد.)`,
    flags: {},
    takesWords: true,
  },
  async ({ words: [text = defaultSeconds] }) => {
    const seconds = Number(text);
    if (!(seconds > 0)) throw new UsageError('Expected a number of seconds.');
    const folder = mkdtempSync(join(tmpdir(), 'bench-comments-'));
    const children: ChildProcess[] = [];
    try {
      const bare = await start([join(import.meta.dirname, 'comments/bare-server.ts')], children);
      const settings = prepareService(folder);
      // The first start compiles the code, and keeps the result for all others.
      await start([...settings, '--port', '0'], children);
      children.pop()!.kill('SIGKILL');
      const service = await start([...settings, '--port', '0'], children);
      const shots = createShots(join(folder, 'data'));
      const base = await measure(bare, seconds, shots.accepted);
      print('bare handler', base, base);
      for (const [name, shot] of [
        ['refused by its head', shots.byHead],
        ['refused after the body', shots.afterBody],
        ['accepted', shots.accepted],
      ] as const) {
        print(name, await measure(service, seconds, shot), base);
      }
      console.log(`\npeak memory of the service: ${peakMemoryOf(service.pid).toFixed(0)} MB`);
      for (const child of children) child.kill('SIGKILL');
      const file = join(folder, 'export.xml');
      writeExport(file, imported);
      const { cpuSeconds, memory } = await spend(
        [...settings, '--data', join(folder, 'imported'), 'import', file],
        projectFolder,
      );
      console.log(
        `import of ${imported} comments of WordPress: ${cpuSeconds.toFixed(1)} CPU seconds, ${memory.toFixed(0)} MB`,
      );
    } finally {
      for (const child of children) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

interface Running {
  pid: number;
  address: string;
}

interface Figures {
  perCpuSecond: number;
  perSecond: number;
  statuses: ReadonlyMap<number, number>;
}

function prepareService(folder: string): string[] {
  const [data, content, site] = ['data', 'content', 'site'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const path of [content, join(site, 'comments')]) mkdirSync(path, { recursive: true });
  const slugs = Array.from({ length: articles }, (_, index) => `article-${index}`);
  writeFileSync(join(site, 'comments/open.txt'), `${slugs.join('\n')}\n`);
  const config = join(folder, 'config.ts');
  const own = join(projectFolder, 'src/config.ts');
  writeFileSync(
    config,
    `import { config as own } from ${JSON.stringify(own)};\nexport const config = { ...own, comments: {} };\n`,
  );
  const flags = ['--config', config, '--data', data, '--content', content, '--site', site];
  const { scripts } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
    scripts: { comments: string };
  };
  // With the flags of `npm run comments`, but not through npm, whose processes would be measured instead.
  return [...scripts.comments.split(' ').slice(1), ...flags];
}

async function start(args: readonly string[], children: ChildProcess[]): Promise<Running> {
  const child = spawn(process.execPath, args, { cwd: projectFolder, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const address = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const [, found] = /Takes comments at (\S+)/.exec(output) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.on('close', () => reject(new Error('A server did not start.')));
  });
  return { pid: child.pid!, address };
}

/** Forms from readers with distinct IP addresses, so that rate limits don't apply. */
function createShots(data: string): Record<'accepted' | 'byHead' | 'afterBody', () => Shot> {
  const store = openStore(data);
  const tokens = createTokens(secretOf(store, 'token'));
  store.close();
  let count = 0;
  const headers = (type = 'application/x-www-form-urlencoded'): Record<string, string> => {
    count += 1;
    const address = `10.${(count >> 16) & 255}.${(count >> 8) & 255}.${count & 255}`;
    return { 'Content-Type': type, Accept: 'application/json', 'X-Real-IP': address };
  };
  const form = (token: (slug: string) => string): string => {
    const slug = `article-${count % articles}`;
    const text = `نظر شمارهٔ ${count}: متنی به اندازهٔ یک نظر معمولی، با چند جمله. جملهٔ دوم هم این است.`;
    return new URLSearchParams({ slug, text, token: token(slug) }).toString();
  };
  return {
    byHead: () => ({ headers: headers('text/plain'), body: form(() => '') }),
    afterBody: () => ({ headers: headers(), body: form(() => '') }),
    accepted: () => ({ headers: headers(), body: form((slug) => tokens.issue(slug, Date.now() - 10_000)) }),
  };
}

async function measure({ pid, address }: Running, seconds: number, nextShot: () => Shot): Promise<Figures> {
  // Warm up, so that the JIT compiler has run.
  await loadServer(address, seconds / 2, nextShot);
  const [cpu, began] = [cpuSecondsOf(pid), performance.now()];
  const statuses = await loadServer(address, seconds, nextShot);
  const answered = [...statuses.values()].reduce((sum, count) => sum + count, 0);
  return {
    perCpuSecond: answered / (cpuSecondsOf(pid) - cpu),
    perSecond: (answered * 1000) / (performance.now() - began),
    statuses,
  };
}

function print(name: string, { perCpuSecond, perSecond, statuses }: Figures, base: Figures): void {
  const ratio = (perCpuSecond / base.perCpuSecond).toFixed(2);
  const codes = [...statuses].map(([status, count]) => `${status}: ${count}`).join(', ');
  console.log(
    `${name.padEnd(24)}${perCpuSecond.toFixed(0).padStart(8)} a CPU second (${ratio} of bare)${perSecond.toFixed(0).padStart(8)} a second   ${codes}`,
  );
}
