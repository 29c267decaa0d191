import { spawnSync } from 'node:child_process';
import { cp, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PhaseFigures } from '../../../src/engine/base/progress.ts';
import { projectFolder } from '../../../src/engine/base/options.ts';
import { measureProcess } from './measure-process.ts';

/** Figures of one generator for a corpus: the totals of its build and its search index. */
export interface PeerFigures extends PhaseFigures {
  version: string;
  /** Number of files written, including the search index. */
  files: number;
  /** The parts of the total: the generator and, unless search is built in, Pagefind's command. */
  parts: PhaseFigures[];
  /** Why the peer was not measured; its figures are then zero. */
  skipped?: string;
}

/** A generator to compare with. Its site, without articles, is in `peers/<folder>`. */
interface Peer {
  name: string;
  folder: string;
  /** Folder of its site for articles. */
  articles: string;
  /** The npm package that provides it; absent for programs of the system. */
  dependency?: string;
  command: readonly string[];
}

const peers: readonly Peer[] = [
  {
    name: 'Eleventy',
    folder: 'eleventy',
    articles: 'site/news',
    dependency: '@11ty/eleventy',
    command: [process.execPath, 'node_modules/@11ty/eleventy/cmd.cjs', '--quiet'],
  },
  {
    name: 'Astro',
    folder: 'astro',
    articles: 'src/content/news',
    dependency: 'astro',
    command: [process.execPath, 'node_modules/astro/bin/astro.mjs', 'build', '--silent'],
  },
  { name: 'Hugo', folder: 'hugo', articles: 'content/news', command: ['hugo', '--quiet', '--destination', 'dist'] },
];

/**
 * Build a corpus with other generators, and index their output with Pagefind's command, in sequence. Each site has the
 * same lists, feeds and related articles as ours. Peers that can't be installed or run are skipped.
 *
 * @param corpus Folder of the articles.
 * @param folder Folder in which the peers are installed and built.
 */
export async function measurePeers(corpus: string, folder: string): Promise<PeerFigures[]> {
  const figures: PeerFigures[] = [];
  for (const peer of peers) {
    figures.push(await measurePeer(peer, corpus, join(folder, peer.folder)).catch((error) => skip(peer, error)));
  }
  return figures;
}

async function measurePeer(peer: Peer, corpus: string, folder: string): Promise<PeerFigures> {
  const templates = import.meta.dirname;
  await mkdir(folder, { recursive: true });
  await cp(join(templates, peer.folder), folder, { recursive: true });
  await cp(join(templates, 'shared'), join(folder, 'shared'), { recursive: true });
  await cp(corpus, join(folder, peer.articles), { recursive: true });
  if (peer.dependency) await measureProcess(['npm', 'install', '--no-audit', '--no-fund'], folder);
  const version = await readVersion(peer, folder);
  const site = join(folder, 'dist');
  const parts = [
    { name: 'generator', ...(await measureProcess(peer.command, folder)) },
    { name: 'Pagefind', ...(await measureProcess([process.execPath, pagefind(), '--site', site], folder)) },
  ];
  return { name: peer.name, version, ...sumParts(parts), files: await countFiles(site), parts };
}

function skip({ name }: Peer, error: unknown): PeerFigures {
  const skipped = error instanceof Error ? error.message : String(error);
  return { name, version: '', wall: 0, cpu: 0, peakMemory: 0, files: 0, parts: [], skipped };
}

async function readVersion({ dependency, command }: Peer, folder: string): Promise<string> {
  if (dependency) {
    const file = join(folder, 'node_modules', dependency, 'package.json');
    return (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version;
  }
  const { stdout, error } = spawnSync(command[0]!, ['version'], { encoding: 'utf8' });
  if (error) throw new Error(`${command[0]} is not installed.`);
  return /v(\d[\d.]*)/.exec(stdout)?.[1] ?? '';
}

/** Install Pagefind on first use. @returns The script of its command. */
function pagefind(): string {
  return join(projectFolder, 'node_modules/pagefind/lib/runner/bin.cjs');
}

function sumParts(parts: readonly PhaseFigures[]): Omit<PhaseFigures, 'name'> {
  return {
    wall: parts.reduce((sum, { wall }) => sum + wall, 0),
    cpu: parts.reduce((sum, { cpu }) => sum + cpu, 0),
    peakMemory: Math.max(...parts.map(({ peakMemory }) => peakMemory)),
  };
}

/** Count the files that a build has written. */
async function countFiles(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).length;
}
