// @ts-check
import { spawnSync } from 'node:child_process';
import { copyFileSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installTool } from './install.js';

/*
 * Runs after `npm ci`. Astro and TypeScript without a build step need a newer Node than many machines have. Where it is too
 * old, the one that the project pins is linked into node_modules/.bin, where npm's scripts and `npx` find it first.
 */
const oldest = 24;
const program = process.platform === 'win32' ? 'node.exe' : 'node';

if (Number(process.versions.node.split('.')[0]) < oldest) {
  try {
    bringNode();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(
      `Node ${process.versions.node} is too old, and no newer one could be installed for ${process.platform}-${process.arch}. Install Node ${oldest} or newer from https://nodejs.org and run npm ci again.`,
    );
    process.exitCode = 1;
  }
}

function bringNode() {
  const modules = installTool('node');
  const [folder] = readdirSync(modules)
    .filter((name) => name.startsWith('node-'))
    .map((name) => join(modules, name));
  if (folder === undefined) throw new Error('The registry has no Node package for this platform.');
  // Headers and manuals are a third of the package.
  for (const name of ['include', 'share']) rmSync(join(folder, name), { recursive: true, force: true });
  const target = fileURLToPath(new URL(`../../node_modules/.bin/${program}`, import.meta.url));
  mkdirSync(join(target, '..'), { recursive: true });
  rmSync(target, { force: true });
  link(join(folder, 'bin', program), target);
  const { stdout, error } = spawnSync(target, ['--version'], { encoding: 'utf8' });
  if (error || !stdout.startsWith('v')) {
    rmSync(target, { force: true });
    throw error ?? new Error(`${target} does not run here.`);
  }
  console.log(
    `Node ${process.versions.node} is too old for this project: its npm commands use Node ${stdout.trim().slice(1)} from node_modules.`,
  );
}

/**
 * Give a file a second name: a hard link takes no space, but cannot cross disks.
 *
 * @param {string} from
 * @param {string} to
 */
function link(from, to) {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
