/** What this process has used. */
export interface Usage {
  /** Seconds of processor time, all threads. */
  cpu: number;
  /** The most memory held at one time, in megabytes. */
  peakMemory: number;
}

/** Measures usage from its start on. */
export interface UsageMeter {
  /** Stop measuring. */
  end(): Usage;
}

/** Start to measure. */
export function startMeter(): UsageMeter {
  const before = process.cpuUsage();
  return {
    end: () => {
      const { user, system } = process.cpuUsage(before);
      return { cpu: (user + system) / 1e6, peakMemory: process.resourceUsage().maxRSS / 1024 };
    },
  };
}
