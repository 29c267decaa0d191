import { readFileSync } from 'node:fs';

/** CPU time of a process with all its threads, in seconds (proc(5); ticks are hundredths on Linux). */
export function cpuSecondsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(') ') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Peak memory of a process in MB (proc(5), `VmHWM`), with the parts of files that are shared with other processes. */
export function peakMemoryOf(pid: number): number {
  return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}
