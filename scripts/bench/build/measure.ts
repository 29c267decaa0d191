import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCorpus } from './corpus.ts';
import { projectFolder } from '../../../src/engine/base/options.ts';
import type { PhaseFigures } from '../../../src/engine/base/progress.ts';
import { changes, listArticles } from './changes.ts';

/** Measurements of one build. */
export interface CaseFigures {
  name: string;
  /** Elapsed seconds of the whole process. */
  wall: number;
  /** Seconds of processor time, over all threads. */
  cpu: number;
  /** Megabytes. */
  peakMemory: number;
  /** Number of files written or removed. */
  changed: number;
  phases: PhaseFigures[];
}

/** Measurements with one number of articles. */
export interface SiteFigures {
  articles: number;
  pages: number;
  files: number;
  cases: CaseFigures[];
}

interface BuildFigures extends Omit<SiteFigures, 'cases'>, Pick<CaseFigures, 'cpu' | 'peakMemory' | 'phases'> {
  changed: number;
  removed: number;
}

// Later than all generated articles.
const now = '2026-11-24T12:00:00+03:30';

/**
 * Build generated articles, then build again after each edit, each in a separate process.
 *
 * @param withCorpus Receives the folder of the articles before the first build.
 */
export async function measureSite(
  count: number,
  withCorpus: (content: string) => Promise<void> = async () => {},
): Promise<SiteFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'rooznegar-bench-'));
  try {
    const content = join(folder, 'content');
    await writeCorpus(count, join(content, 'articles'));
    await withCorpus(content);
    const cases: CaseFigures[] = [];
    const measure = async (name: string, args: readonly string[] = []): Promise<BuildFigures> => {
      const figures = await runBuild(folder, args);
      cases.push({ ...figures, name });
      return figures;
    };
    const { articles, pages, files } = await measure('cold', ['--clean']);
    for (const { name, apply } of changes) {
      apply(listArticles(content));
      await measure(name);
    }
    return { articles, pages, files, cases };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Format measurements as a table, with the seconds of each phase. */
export function formatCases(cases: readonly CaseFigures[]): string {
  const names = [...new Set(cases.flatMap(({ phases }) => phases.map(({ name }) => name)))];
  const head = ['change', 'time', 'CPU', 'memory', 'changed', ...names];
  const rows = cases.map(({ name, wall, cpu, peakMemory, changed, phases }) => [
    name,
    `${wall.toFixed(1)} s`,
    `${cpu.toFixed(1)} s`,
    `${peakMemory.toFixed(0)} MB`,
    String(changed),
    ...names.map((phase) => (phases.find((each) => each.name === phase)?.wall ?? 0).toFixed(1)),
  ]);
  return [head, ...rows]
    .map(([name = '', ...cells]) => `  ${name.padEnd(15)}${cells.map((cell) => cell.padStart(10)).join('')}`)
    .join('\n');
}

async function runBuild(folder: string, args: readonly string[]): Promise<BuildFigures & Omit<CaseFigures, 'name'>> {
  const figures = join(folder, 'figures.json');
  const [content, out] = [join(folder, 'content'), join(folder, 'dist')];
  const inputs = ['--content', content, '--out', out, '--now', now, '--figures', figures, ...args];
  const start = performance.now();
  const child = spawn('npm', ['run', '--silent', 'build', '--', ...inputs], {
    cwd: projectFolder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  const wall = (performance.now() - start) / 1000;
  if (code !== 0) throw new Error(`The build ended with exit code ${code}.`);
  const read = JSON.parse(readFileSync(figures, 'utf8')) as BuildFigures;
  return { ...read, wall, changed: read.changed + read.removed };
}
