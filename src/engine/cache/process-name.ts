import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Sources of the start time of processes. */
export interface ProcessClock {
  /** Folder of processes on Linux (proc(5)). */
  proc: string;
  /**
   * Ask a program of the system, where there is no such folder.
   *
   * @returns Milliseconds since 1970-01-01T00:00Z, 0 if the process has ended; `undefined` if the system does not say.
   */
  ask(process_: number): number | undefined;
}

const systemClock: ProcessClock = { proc: '/proc', ask: process.platform === 'win32' ? askPowerShell : askPs };

/**
 * Name a running process, to distinguish it from a later one with the same id: ids are reused soon in a container or on
 * Windows, and after a restart everywhere.
 *
 * @param began Its start time, in milliseconds since 1970-01-01T00:00Z.
 * @returns Its id and start time: on Linux in the kernel's units, elsewhere in milliseconds.
 */
export function nameProcess(
  process_: number,
  began: number,
  { proc }: Pick<ProcessClock, 'proc'> = systemClock,
): string {
  return `${process_} ${startIn(proc, process_) ?? `${momentMark}${Math.round(began)}`}`;
}

/**
 * Return whether a named process is still running. If the system does not know its start time, its id alone decides.
 */
export function isRunning(name: string, clock: Partial<ProcessClock> = {}): boolean {
  const { proc, ask } = { ...systemClock, ...clock };
  const [number = '', start = ''] = name.split(' ');
  const process_ = Number(number);
  if (!(process_ > 0) || !exists(process_)) return false;
  if (!start.startsWith(momentMark)) return start === '' || start === startIn(proc, process_);
  const began = ask(process_);
  return began === undefined || Math.abs(began - Number(start.slice(momentMark.length))) <= tolerance;
}

const momentMark = 't';
// Milliseconds: `ps` reports seconds, and a process is named some time after its start.
const tolerance = 5000;

function exists(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Start time of a process: field 22 of `stat` (proc(5)), with the id of the boot, since it counts from there.
 * `undefined` for zombies, which remain in containers whose first process does not wait for its children.
 */
function startIn(proc: string, process_: number): string | undefined {
  try {
    const stat = readFileSync(`${proc}/${process_}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(') ') + 2).split(' ');
    if (/^[ZX]/.test(fields[0]!)) return undefined;
    return `${fields[19]}@${readFileSync(`${proc}/sys/kernel/random/boot_id`, 'utf8').trim()}`;
  } catch {
    return undefined;
  }
}

function askPs(process_: number): number | undefined {
  const { stdout } = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(process_)], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  });
  const [, state = '', start] = /^(\S+)\s+(.*)/.exec(stdout ?? '') ?? [];
  return state.startsWith('Z') ? 0 : momentOf(`${start} UTC`);
}

function askPowerShell(process_: number): number | undefined {
  const command = `(Get-Process -Id ${process_}).StartTime.ToUniversalTime().ToString('o')`;
  const { stdout } = spawnSync('powershell.exe', ['-NoProfile', '-Command', command], {
    encoding: 'utf8',
    windowsHide: true,
  });
  return momentOf(stdout);
}

function momentOf(text: string | null): number | undefined {
  const moment = Date.parse(text ?? '');
  return Number.isNaN(moment) ? undefined : moment;
}
