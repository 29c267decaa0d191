import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What a command did. */
export interface CommandResult {
  code: number | null;
  stdout: string;
  stderr: string;
  /** Both streams, for finding a message wherever it was printed. */
  output: string;
}

/** The folder of this repository. */
export const repository = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Run one of the repository's commands, as `node scripts/<name>.ts`, and wait for its end. */
export async function runScript(name: string, args: readonly string[], cwd = repository): Promise<CommandResult> {
  const script = fileURLToPath(new URL(`../../scripts/${name}.ts`, import.meta.url));
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, NODE_ENV: undefined, VITEST: undefined, TEST: undefined, MODE: undefined, DEV: undefined, PROD: undefined };
  const child = spawn(process.execPath, [script, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  return { code, stdout, stderr, output: stdout + stderr };
}

/** Build a site and return what the command did. */
export function buildSite(content: string, out: string, now = fixedNow): Promise<CommandResult> {
  return runScript('build', ['--content', content, '--out', out, '--now', now]);
}

/** The moment at which tests build. */
export const fixedNow = '2026-11-22T12:00:00+03:30';
