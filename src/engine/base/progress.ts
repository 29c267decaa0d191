import { startMeter, type Usage } from './usage.ts';

/** Measurements of one phase of a build. Peak memory is that of the process so far. */
export interface PhaseFigures extends Usage {
  name: string;
  /** Elapsed time in seconds. */
  wall: number;
}

/** Shows the progress of a command, and measures its phases. */
export interface Progress {
  /** Run a phase; its callback reports how much is done. */
  phase<Result>(name: string, run: (report: Report) => Promise<Result>): Promise<Result>;
  readonly phases: readonly PhaseFigures[];
  /** Show a message to the user. */
  note(text: string): void;
}

/** Report that `done` of `total` items are done. */
export type Report = (done: number, total: number) => void;

const interval = 200;

/** Create a progress display: one line that is rewritten on a terminal, or one line per phase elsewhere. */
export function createProgress(stream: NodeJS.WriteStream = process.stdout): Progress {
  const phases: PhaseFigures[] = [];
  return {
    phases,
    note: (text) => void stream.write(`${text}\n`),
    phase: async (name, run) => {
      const display = createDisplay(stream, name);
      const meter = startMeter();
      const start = performance.now();
      try {
        return await run(display.report);
      } finally {
        const wall = (performance.now() - start) / 1000;
        phases.push({ name, wall, ...meter.end() });
        display.end(wall);
      }
    },
  };
}

/** Split a report in two, whose numbers are added up. */
export function shareReport(report: Report): [Report, Report] {
  const parts = [
    { done: 0, total: 0 },
    { done: 0, total: 0 },
  ] as const;
  const reportOf = (part: { done: number; total: number }): Report => {
    return (done, total) => {
      Object.assign(part, { done, total });
      report(parts[0].done + parts[1].done, parts[0].total + parts[1].total);
    };
  };
  return [reportOf(parts[0]), reportOf(parts[1])];
}

/** Format measurements of phases as a table, with a line for the total. */
export function formatPhases(phases: readonly PhaseFigures[]): string {
  const total = {
    name: 'total',
    wall: phases.reduce((sum, { wall }) => sum + wall, 0),
    cpu: phases.reduce((sum, { cpu }) => sum + cpu, 0),
    peakMemory: Math.max(...phases.map(({ peakMemory }) => peakMemory)),
  };
  const rows = [...phases, total].map(
    ({ name, wall, cpu, peakMemory: memory }) =>
      `  ${name.padEnd(10)}${`${wall.toFixed(1)} s`.padStart(10)}${`${cpu.toFixed(1)} s`.padStart(10)}${`${memory.toFixed(0)} MB`.padStart(12)}`,
  );
  return [
    `  ${'phase'.padEnd(10)}${'time'.padStart(10)}${'CPU'.padStart(10)}${'peak memory'.padStart(13)}`,
    ...rows,
  ].join('\n');
}

function createDisplay(stream: NodeJS.WriteStream, name: string): { report: Report; end(seconds: number): void } {
  const start = performance.now();
  let last = start;
  let count = 0;
  return {
    report: (done, total) => {
      count = done;
      const now = performance.now();
      if (!stream.isTTY || (now - last < interval && done < total)) return;
      last = now;
      const rate = (done / (now - start)) * 1000;
      const left = (total - done) / rate;
      stream.write(`\r\u001B[K${name}  ${done}/${total}  ${rate.toFixed(0)}/s  ${left.toFixed(0)} s left`);
    },
    end: (seconds) => {
      const rate = count > 0 ? `  ${count} (${(count / Math.max(seconds, 0.001)).toFixed(0)}/s)` : '';
      stream.write(`${stream.isTTY ? '\r\u001B[K' : ''}${name.padEnd(10)} ${seconds.toFixed(1)} s${rate}\n`);
    },
  };
}
