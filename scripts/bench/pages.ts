import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { projectFolder } from '../../src/engine/base/options.ts';
import { UsageError } from '../../src/engine/base/errors.ts';
import { openDist } from '../../tests/support/dist.ts';
import { formatPageSizes, measurePages } from '../../tests/support/page-sizes.ts';
import { serveFolder } from '../../tests/support/serve.ts';
import { runCommand } from '../command.ts';
import { formatFigures, mergeRuns, type PageFigures } from './pages/figures.ts';
import { openLighthouse } from './pages/lighthouse.ts';
import { choosePages } from './pages/pages.ts';

const defaultRuns = 3;

await runCommand(
  {
    name: 'bench:pages',
    usage: '[-- --content DIR --runs N --json FILE]',
    summary: `Builds a site and measures its pages with Lighthouse on a slow phone: home, an article with a picture, a tag and
search; medians of N runs (${defaultRuns}). Then the sizes of every kind of page. (صفحه‌ها را با Lighthouse می‌سنجد.)
Lighthouse is installed in .cache/ on first use.`,
    flags: {
      content: 'the folder of the content (content)',
      runs: 'how often each page is measured; 0 measures sizes only',
      json: 'write the figures to this file',
    },
  },
  async ({ flags }) => {
    const runs = Number(flags['runs'] ?? defaultRuns);
    if (!Number.isInteger(runs) || runs < 0) throw new UsageError('--runs: expected a whole number.');
    const lighthouse = runs > 0 ? await openLighthouse() : undefined;
    const folder = await mkdtemp(join(tmpdir(), 'rooznegar-pages-'));
    try {
      const dist = openDist(await buildSite(resolve(flags['content'] ?? join(projectFolder, 'content')), folder));
      const pages = lighthouse ? await measure(dist, lighthouse, runs) : [];
      const sizes = measurePages(dist);
      if (pages.length > 0) console.log(`\n${formatFigures(pages)}`);
      console.log(`\n${formatPageSizes(sizes)}`);
      if (flags['json']) await writeFile(flags['json'], `${JSON.stringify({ pages, sizes }, undefined, 2)}\n`);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
);

/** Measure pages of a site, served as a CDN would. */
async function measure(
  dist: ReturnType<typeof openDist>,
  lighthouse: Awaited<ReturnType<typeof openLighthouse>>,
  count: number,
): Promise<PageFigures[]> {
  const server = await serveFolder(dist.directory, { isCdn: true });
  try {
    const figures: PageFigures[] = [];
    for (const page of choosePages(dist)) {
      const runs = [];
      for (let number = 1; number <= count; number++) {
        console.log(`${page.name}, ${number} of ${count} …`);
        runs.push(await lighthouse(server.origin + page.path));
      }
      figures.push(mergeRuns(page, runs));
    }
    return figures;
  } finally {
    await server.close();
  }
}

/** Build a site in a separate process. @returns Its folder. */
async function buildSite(content: string, folder: string): Promise<string> {
  const out = join(folder, 'dist');
  const command = ['scripts/build.ts', '--content', content, '--out', out];
  const child = spawn(process.execPath, command, { cwd: projectFolder, stdio: ['ignore', 'ignore', 'inherit'] });
  const code = await new Promise<number | null>((done, reject) => {
    child.on('error', reject).on('close', done);
  });
  if (code !== 0) throw new UsageError(`The site of ${content} can’t be built.`);
  return out;
}
