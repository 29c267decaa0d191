import { fork, spawn } from 'node:child_process';
import { join } from 'node:path';
import { repository } from './folders.ts';
import { sampleFlags } from './sample.ts';
import { keepWarm } from './warm-commands.ts';

/** The result of a command. */
export interface CommandResult {
  code: number | null;
  stdout: string;
  stderr: string;
  /** Both streams, to find a message wherever it was printed. */
  output: string;
}

/**
 * Run one of the repository's commands on the sample, as `node scripts/<name>.ts` does, to completion. Without variables
 * of its own it runs in a process that has run others of the same test file: loading the code takes most of a small build.
 */
export async function runScript(
  name: string,
  args: readonly string[],
  extraEnv: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  if (Object.keys(extraEnv).length > 0) return runFresh(name, args, extraEnv);
  const { expect } = await import('vitest');
  const { testPath = '' } = expect.getState();
  const { code, stdout, stderr } = await runWarm(name, [...sampleFlags(name), ...args], testPath);
  return { code, stdout, stderr, output: stdout + stderr };
}

const runWarm = keepWarm(() =>
  fork(join(import.meta.dirname, 'command-server.ts'), {
    cwd: repository,
    execPath: node,
    execArgv: [],
    env: plainEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  }),
);

/** Run one of the repository's commands in a process of its own. */
export async function runFresh(
  name: string,
  args: readonly string[],
  extraEnv: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  return runNode([join(repository, `scripts/${name}.ts`), ...sampleFlags(name), ...args], repository, extraEnv);
}

/** Run Node, and wait for its end. */
export async function runNode(
  args: readonly string[],
  cwd: string,
  extraEnv: Readonly<Record<string, string | undefined>> = {},
): Promise<CommandResult> {
  const env = { ...plainEnvironment(), ...extraEnv };
  const child = spawn(node, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  return { code, stdout, stderr, output: stdout + stderr };
}

/**
 * The environment without the variables of the test runner, which would change how Astro builds, and with the shared
 * compile cache.
 */
export function plainEnvironment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_COMPILE_CACHE: process.env['COMPILED_CODE'],
    NODE_ENV: undefined,
    VITEST: undefined,
    TEST: undefined,
    MODE: undefined,
    DEV: undefined,
    PROD: undefined,
    NO_COLOR: '1',
    FORCE_COLOR: undefined,
  };
}

/** Build the sample, in a process of its own. */
export function buildSample(out: string): Promise<CommandResult> {
  return runFresh('build', ['--out', out, '--now', fixedNow]);
}

/** The moment at which tests build. */
export const fixedNow = '2026-11-22T12:00:00+03:30';

/** Path of a Node that runs TypeScript: this one, or the one that `npm ci` links into node_modules if this is too old. */
export const node =
  Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : `${repository}/node_modules/.bin/node`;
