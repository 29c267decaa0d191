import { spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SearchEngine } from '../../../src/core/config/search-engine.ts';
import { projectFolder } from '../../../src/engine/base/options.ts';
import type { IndexFigures } from './make-index.ts';

/** A site whose pages are indexed, and what that took, in seconds. */
export interface IndexedSite {
  folder: string;
  /** Of indexing: elapsed, and of all processors. */
  wall: number;
  cpu: number;
  /** The same, elapsed, after one new article; a command that knows no earlier index has none. */
  again?: number | undefined;
}

/** Build a site with one form of the index, and again with one more article. */
export async function buildOurs(folder: string, engine: SearchEngine): Promise<IndexedSite> {
  const [content, out] = [join(folder, 'content'), join(folder, engine)];
  const [config, figures] = [join(folder, `${engine}.mjs`), join(folder, 'figures.json')];
  const settings = join(projectFolder, 'src/config.ts');
  await writeFile(
    config,
    `import { config as own } from ${JSON.stringify(settings)};\nexport const config = { ...own, search: { engine: '${engine}' } };\n`,
  );
  await run(['scripts/build.ts', '--content', content, '--out', out, '--config', config]);
  // A build makes the index while it renders pages, so the index is measured by itself.
  const cache = join(folder, `${engine}-index`);
  const index = async (): Promise<{ wall: number; cpu: number }> => {
    const all = await run(['scripts/bench/search/make-index.ts', content, out, config, cache, figures]);
    const { wall, before } = JSON.parse(await readFile(figures, 'utf8')) as IndexFigures;
    return { wall, cpu: all - before };
  };
  const first = await index();
  const fresh = join(content, 'articles/fresh.md');
  await writeFile(
    fresh,
    '---\ntitle: خبر تازه شهر\ndate: 2026-03-25T10:00:00+03:30\ntags: [شهر]\nsource: روزنگار\n---\n\nمتن خبر تازه شهر.\n',
  );
  const { wall: again } = await index();
  await Promise.all([fresh, cache].map((path) => rm(path, { recursive: true })));
  return { folder: out, ...first, again };
}

/** Index the pages of a site with Pagefind's own command. */
export async function indexWithStock(folder: string): Promise<IndexedSite> {
  const command = join(projectFolder, 'node_modules/pagefind/lib/runner/bin.cjs');
  const start = performance.now();
  const cpu = await run([command, '--site', folder, '--glob', 'news/**/index.html', '--root-selector', 'main']);
  return { folder, wall: (performance.now() - start) / 1000, cpu };
}

/** Run a command, and return the CPU time of all its processes in seconds. */
async function run(command: string[]): Promise<number> {
  const timed = ['-c', 'TIMEFORMAT="%U %S"; time "$@"', 'bash', process.execPath, ...command];
  const child = spawn('bash', timed, { cwd: projectFolder, stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  if (code !== 0) throw new Error(`${command.join(' ')} ended with exit code ${code}.\n${output}`);
  const [user = 0, system = 0] = output.trim().split('\n').at(-1)!.split(' ').map(Number);
  return user + system;
}
