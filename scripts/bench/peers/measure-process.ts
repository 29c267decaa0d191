import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import type { Usage } from '../../../src/engine/base/usage.ts';

/** Resource usage of a process and all its descendants. */
export interface ProcessUsage extends Usage {
  /** Elapsed seconds. */
  wall: number;
}

/**
 * Run a program to completion, and measure it with all its child processes. Processor time comes from the shell's
 * `times` (POSIX.1-2017, XCU 2.14), which includes all children waited for. Peak memory is that of the largest process,
 * from the kernel (`VmHWM`); NaN without `/proc`.
 *
 * @throws Error with the relevant lines of the program's output, if it fails.
 */
export async function measureProcess(command: readonly string[], folder: string): Promise<ProcessUsage> {
  const start = performance.now();
  const child = spawn('sh', ['-c', script, 'sh', ...command], {
    cwd: folder,
    env: { ...process.env, LC_ALL: 'C', NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let times = '';
  let messages = '';
  child.stdout.on('data', (chunk: Buffer) => (times += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (messages = (messages + chunk.toString()).slice(-messageLength)));
  const memory = watchMemory(child.pid);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject).on('close', resolve);
    });
    const wall = (performance.now() - start) / 1000;
    if (code !== 0) throw new Error(`${command[0]} ended with exit code ${code}. ${tellingLines(messages)}`);
    return { wall, cpu: readTimes(times), peakMemory: memory.peak() };
  } finally {
    memory.stop();
  }
}

// The program's output is redirected to stderr, so that stdout contains only the times.
const script = '"$@" >&2; code=$?; times; exit $code';
const messageLength = 20_000;
const pollInterval = 50;

/** Sum the user and system times of the children: the second line of `times`, as in «0m1.50s 0m0.25s». */
function readTimes(times: string): number {
  const children = times.trim().split('\n')[1] ?? '';
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
}

function watchMemory(pid: number | undefined): { peak(): number; stop(): void } {
  let peak = 0;
  const timer = setInterval(() => {
    for (const process of pid === undefined ? [] : processTree(pid)) peak = Math.max(peak, peakOf(process));
  }, pollInterval);
  return { peak: () => (peak > 0 ? peak / 1024 : Number.NaN), stop: () => clearInterval(timer) };
}

function processTree(pid: number): number[] {
  const children = attempt(() =>
    readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    ),
  );
  return [pid, ...(children ?? []).flatMap(processTree)];
}

/** Read the peak memory of a process, in kilobytes. */
function peakOf(pid: number): number {
  const status = attempt(() => readFileSync(`/proc/${pid}/status`, 'utf8')) ?? '';
  return Number(/^VmHWM:\s*(\d+)/m.exec(status)?.[1] ?? 0);
}

/** Call a function; `undefined` if it throws, such as for processes that have ended. */
function attempt<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Select the lines with errors, or else the last ones. */
function tellingLines(messages: string): string {
  const lines = messages.trim().split('\n');
  const errors = lines.filter((line) => /error/i.test(line));
  return (errors.length > 0 ? errors.slice(0, 3) : lines.slice(-3)).join(' ');
}
