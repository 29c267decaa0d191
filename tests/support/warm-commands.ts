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

/** Runs commands in a process that is kept: by its name, as in `scripts/<name>.ts`, and with its arguments. */
export type WarmCommands = (name: string, args: readonly string[]) => Promise<Printed>;

/**
 * Run commands one after the other in one process, which is started at the first of them. It ends with the process that
 * started it, and is started again if a file of settings that it has loaded is written again.
 *
 * @param start Starts `command-server.ts`, with pipes for its output.
 */
export function keepWarm(start: () => ChildProcess): WarmCommands {
  let child: ChildProcess | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const settings = new Map<string, string>();
  const restart = (): ChildProcess => {
    child?.kill('SIGKILL');
    settings.clear();
    const started = start();
    started.once('exit', () => {
      if (child === started) child = undefined;
    });
    return (child = started);
  };
  const processFor = (args: readonly string[]): ChildProcess => {
    const files = args.filter((_, index) => args[index - 1] === '--config').filter((file) => existsSync(file));
    const texts = files.map((file) => [file, readFileSync(file, 'utf8')] as const);
    const isStale = texts.some(([file, text]) => (settings.get(file) ?? text) !== text);
    const running = isStale || !child ? restart() : child;
    for (const [file, text] of texts) settings.set(file, text);
    return running;
  };
  return (name, args) => {
    const result = last.then(() => order(processFor(args), { name, args, mark: `\0end of ${++orders}\0` }));
    last = result.catch(() => {});
    return result;
  };
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
