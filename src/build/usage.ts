import { readdirSync, readFileSync } from 'node:fs';

/** What this process and the programs that it started have used. */
export interface Usage {
  /** Seconds of processor time, all threads. */
  cpu: number;
  /** The most memory held at one time, in megabytes, each program's peak added up. */
  peakMemory: number;
}

/** Measures usage from its start on. */
export interface UsageMeter {
  /** Stop measuring. */
  end(): Usage;
}

const interval = 200;
/** Clock ticks a second in /proc, fixed on Linux (proc(5), sysconf(_SC_CLK_TCK)). */
const ticks = 100;

/** Start to measure. Programs that this process started, such as Pagefind's, are seen on Linux only. */
export function startMeter(): UsageMeter {
  const before = process.cpuUsage();
  const programs = new Map<string, Usage>();
  const look = (): void => {
    for (const id of childIds()) {
      const usage = usageOf(id);
      // A program that has just ended still has its times, but no memory any more.
      if (usage && usage.peakMemory > 0) programs.set(id, usage);
    }
  };
  const timer = setInterval(look, interval).unref();
  return {
    end: () => {
      look();
      clearInterval(timer);
      const { user, system } = process.cpuUsage(before);
      const children = [...programs.values()];
      return {
        cpu: (user + system) / 1e6 + sum(children.map(({ cpu }) => cpu)),
        peakMemory: process.resourceUsage().maxRSS / 1024 + sum(children.map(({ peakMemory }) => peakMemory)),
      };
    },
  };
}

function childIds(): string[] {
  try {
    return readdirSync('/proc/self/task').flatMap((task) =>
      readFileSync(`/proc/self/task/${task}/children`, 'utf8')
        .split(' ')
        .filter((id) => id !== ''),
    );
  } catch {
    return [];
  }
}

function usageOf(id: string): Usage | undefined {
  try {
    const fields = readFileSync(`/proc/${id}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'));
    return { cpu: (Number(fields[11]) + Number(fields[12])) / ticks, peakMemory: Number(peak?.[1] ?? 0) / 1024 };
  } catch {
    return undefined;
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
