import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import type { Answer, Order } from './command-server.ts';

/** What a command printed, and its exit code; `null` if the process was killed. */
export interface Printed {
  code: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs a command in a process that is kept: by its name, as in `scripts/<name>.ts`, and with its arguments. The process is
 * kept as long as the scope stays the same.
 */
export type WarmCommands = (name: string, args: readonly string[], scope: string) => Promise<Printed>;

/**
 * Run commands one after the other in one process, which is started at the first of them. It ends with the process that
 * started it, and is started again for another scope, other settings and another public folder.
 *
 * @param start Starts `command-server.ts`, with pipes for its output.
 */
export function keepWarm(start: () => ChildProcess): WarmCommands {
  let child: ChildProcess | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let current = '';
  const restart = (): ChildProcess => {
    child?.kill('SIGKILL');
    const started = start();
    started.once('exit', () => {
      if (child === started) child = undefined;
    });
    return (child = started);
  };
  const processFor = (args: readonly string[], scope: string): ChildProcess => {
    // Pages of other settings, and all that belongs to them, are loaded into a process of their own.
    const wanted = [scope, ...args.flatMap((flag, index) => settingsOf(flag, args[index + 1] ?? ''))].join('\0');
    const running = child && wanted === current ? child : restart();
    current = wanted;
    return running;
  };
  return (name, args, scope) => {
    const result = last.then(() => order(processFor(args, scope), { name, args, mark: `\0end of ${++orders}\0` }));
    last = result.catch(() => {});
    return result;
  };
}

/** What a flag says about settings: the text of their file, or the public folder. */
function settingsOf(flag: string, value: string): string[] {
  if (flag === '--public') return [value];
  return flag === '--config' && existsSync(value) ? [readFileSync(value, 'utf8')] : [];
}

let orders = 0;

async function order(child: ChildProcess, given: Order): Promise<Printed> {
  const ended = new Promise<number | null>((resolve) => {
    const settle = (code: number | null): void => {
      child.off('message', hear).off('exit', settle);
      resolve(code);
    };
    const hear = ({ code }: Answer): void => settle(code);
    child.on('message', hear).on('exit', settle);
  });
  const output = [child.stdout!, child.stderr!].map((stream) => readUntil(stream, given.mark));
  // Without an order, the process keeps no other one alive.
  const parts = [child, child.channel, child.stdout, child.stderr] as { ref?(): void; unref?(): void }[];
  for (const part of parts) part.ref?.();
  child.send(given);
  const [code, stdout, stderr] = await Promise.all([ended, ...output]);
  for (const part of parts) part.unref?.();
  return { code, stdout: stdout!, stderr: stderr! };
}

/** Read the text of a stream up to a mark, or to its end. */
function readUntil(stream: Readable, mark: string): Promise<string> {
  let text = '';
  return new Promise((resolve) => {
    const settle = (): void => {
      stream.off('data', take).off('close', settle);
      resolve(text.replace(mark, ''));
    };
    const take = (piece: string): void => {
      text += piece;
      if (text.endsWith(mark)) settle();
    };
    stream.setEncoding('utf8').on('data', take).on('close', settle);
  });
}
