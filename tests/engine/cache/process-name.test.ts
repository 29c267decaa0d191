import { readFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { isRunning, nameProcess, type ProcessClock } from '../../../src/engine/cache/process-name.ts';

/** A system without `/proc`, such as macOS or Windows. */
const without = (ask: ProcessClock['ask']): ProcessClock => ({ proc: '/nowhere', ask });
const began = performance.timeOrigin;

async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'close');
  return child.pid!;
}

describe('the name of a process', () => {
  it('matches a running process', () => {
    expect(isRunning(nameProcess(process.pid, began))).toBe(true);
  });

  it('does not match a process that has ended', async () => {
    const ended = await endedProcess();
    expect(isRunning(nameProcess(ended, Date.now()))).toBe(false);
    expect(
      isRunning(
        nameProcess(ended, Date.now()),
        without(() => Date.now()),
      ),
    ).toBe(false);
  });

  it.each(['', '0', '-1', 'x', '1.5'])('is not «%s»', (name) => {
    expect(isRunning(name)).toBe(false);
    expect(
      isRunning(
        `${name} t1`,
        without(() => 1),
      ),
    ).toBe(false);
  });
});

describe.runIf(process.platform === 'linux')('on Linux, from /proc', () => {
  it('a process with a reused id is a different one', () => {
    const [number, start] = nameProcess(process.pid, began).split(' ');
    expect(start).toMatch(/^\d+@[0-9a-f-]{36}$/);
    expect(isRunning(`${number} 1${start}`)).toBe(false);
  });

  it('a zombie has ended', async () => {
    // The shell is replaced by a program that never waits for its child.
    const parent = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      const [line] = (await once(parent.stdout, 'data')) as [Buffer];
      const child = Number(line.toString());
      // Wait until the shell has become `sleep`: before that, it waits for its child.
      await expect.poll(() => readFileSync(`/proc/${parent.pid}/comm`, 'utf8').trim()).toBe('sleep');
      const names = [
        nameProcess(child, Date.now()),
        nameProcess(
          child,
          Date.now(),
          without(() => undefined),
        ),
      ];
      const isEither = (): boolean => isRunning(names[0]!) || isRunning(names[1]!, { proc: '/nowhere' });
      expect(isEither()).toBe(true);
      process.kill(child, 'SIGKILL');
      await expect.poll(isEither, { timeout: 20_000 }).toBe(false);
      expect(() => process.kill(child, 0)).not.toThrow();
    } finally {
      parent.kill('SIGKILL');
    }
  });
});

describe('without /proc', () => {
  const name = nameProcess(
    process.pid,
    began,
    without(() => undefined),
  );

  it('a process is named by its start time', () => {
    expect(name).toBe(`${process.pid} t${Math.round(began)}`);
  });

  it('the system is asked for the start time of the process', () => {
    const asked: number[] = [];
    const clock = without((process_) => {
      asked.push(process_);
      return began + 900;
    });
    expect(isRunning(name, clock)).toBe(true);
    expect(asked).toEqual([process.pid]);
  });

  it('a process with another start time is a different one', () => {
    expect(
      isRunning(
        name,
        without(() => began + 60_000),
      ),
    ).toBe(false);
    expect(
      isRunning(
        name,
        without(() => began - 60_000),
      ),
    ).toBe(false);
  });

  it('the id alone decides if the system does not know the start time', () => {
    expect(
      isRunning(
        name,
        without(() => undefined),
      ),
    ).toBe(true);
  });

  // `ps` is used on macOS; that of Linux has the same output.
  it.runIf(process.platform !== 'win32')('the output of the system’s program is parsed', () => {
    const clock: Partial<ProcessClock> = { proc: '/nowhere' };
    const [real, other] = [began, began - 3_600_000].map((each) =>
      nameProcess(
        process.pid,
        each,
        without(() => each),
      ),
    );
    expect(isRunning(real!, clock)).toBe(true);
    expect(isRunning(other!, clock)).toBe(false);
  });
});
