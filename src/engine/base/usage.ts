/** Resource usage of this process. */
export interface Usage {
  /** Processor time in seconds, over all threads. */
  cpu: number;
  /** Peak memory (resident set size), in megabytes. */
  peakMemory: number;
}

/** Measures usage from its creation on. */
export interface UsageMeter {
  /** Stop, and return the usage. */
  end(): Usage;
}

/** Usage of this process since its start. */
export function processUsage(): Usage {
  const { user, system } = process.cpuUsage();
  return { cpu: (user + system) / 1e6, peakMemory: process.resourceUsage().maxRSS / 1024 };
}

/** Start measuring. */
export function startMeter(): UsageMeter {
  const before = process.cpuUsage();
  return {
    end: () => {
      const { user, system } = process.cpuUsage(before);
      return { cpu: (user + system) / 1e6, peakMemory: process.resourceUsage().maxRSS / 1024 };
    },
  };
}
