// @ts-check
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Plain JavaScript: the Node that runs it may be too old for TypeScript.
const tools = fileURLToPath(new URL('.', import.meta.url));
const installed = fileURLToPath(new URL('../../.cache/tools/', import.meta.url));
const lock = 'package-lock.json';

/**
 * Install a tool that most people never need, unless it is installed already: the packages of
 * `scripts/tools/<name>/package.json`, with the versions and checksums of its lock file. Install scripts do not run.
 *
 * @param {string} name
 * @returns {string} The tool's `node_modules` folder.
 * @throws {Error} with the last lines of npm's output if npm fails.
 */
export function installTool(name) {
  const folder = join(installed, name);
  if (!isCurrent(name)) {
    // stdout may be a report.
    console.error(`Installing ${name} in .cache/tools …`);
    const draft = `${folder}.${process.pid}`;
    try {
      mkdirSync(draft, { recursive: true });
      for (const file of ['package.json', lock]) copyFileSync(join(tools, name, file), join(draft, file));
      runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], draft);
      // Another process may have installed the same tool meanwhile.
      if (!isCurrent(name)) {
        rmSync(folder, { recursive: true, force: true });
        renameSync(draft, folder);
      }
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }
  return join(folder, 'node_modules');
}

/** @param {string} name */
function isCurrent(name) {
  const path = join(installed, name, lock);
  return existsSync(path) && readFileSync(path, 'utf8') === readFileSync(join(tools, name, lock), 'utf8');
}

/**
 * @param {readonly string[]} args
 * @param {string} cwd
 */
function runNpm(args, cwd) {
  const running = process.env['npm_execpath'];
  // Omissions requested of an outer npm do not apply to this install.
  const env = { ...process.env, npm_config_omit: '', npm_config_include: '' };
  const options = /** @type {const} */ ({ cwd, env, encoding: 'utf8' });
  const { status, error, stderr } = running?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [running, ...args], options)
    : // On Windows npm is a batch file, which only a shell can start.
      spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (error) throw error;
  if (status === 0) return;
  throw new Error(`npm ${args[0]} failed in ${cwd}:\n${stderr.trim().split('\n').slice(-8).join('\n')}`);
}
