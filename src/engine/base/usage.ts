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

/** What this process has used since it began. */
export function processUsage(): Usage {
  const { user, system } = process.cpuUsage();
  return { cpu: (user + system) / 1e6, peakMemory: process.resourceUsage().maxRSS / 1024 };
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
