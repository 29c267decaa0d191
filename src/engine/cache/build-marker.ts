import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { availableMemory } from '../base/memory.ts';

/** File name of the marker, which exists while a build runs and remains if the build is killed. */
export const markerName = 'running.json';

/**
 * State of a build that was killed: by the system for lack of memory, or by Node at its heap limit. Sizes are in MiB.
 */
export interface KilledBuild {
  /** Name of the last phase; empty before the first. */
  phase: string;
  /** Maximum memory use observed. */
  peak: number;
  /** Memory of the machine, or the limit of the container. */
  memory: number;
  /** Heap use of Node's main thread; `heapLimit` is its limit. */
  heap: number;
  heapLimit: number;
}

/** The marker of a running build. */
export interface BuildMarker {
  /** The previous build, if it was killed. */
  killed: KilledBuild | undefined;
  /** Record the start of a phase. */
  enter(phase: string): void;
  /** Remove the marker: the build has ended, whether it succeeded or not. */
  remove(): void;
}

/** Milliseconds between two measurements of memory. */
const interval = 1000;
/** Signals that end a build on purpose, and so do not suggest a lack of memory. */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Mark a build as running, and detect whether the previous one was killed. Builds that failed, were ended by a signal
 * such as Ctrl-C, or ran before the machine was last started do not count as killed. If the disk is full, no marker is
 * written.
 *
 * @param folder The cache folder of the site; the caller holds its lock.
 */
export function placeMarker(folder: string, boot = bootId()): BuildMarker {
  const path = join(folder, markerName);
  const killed = readMarker(path, boot);
  let phase = '';
  const write = (): void => {
    try {
      writeFileSync(path, JSON.stringify({ boot, phase, ...measure() } satisfies Marker));
    } catch {
      // A full disk is reported when required files are written.
    }
  };
  const timer = setInterval(write, interval).unref();
  const remove = (): void => {
    clearInterval(timer);
    rmSync(path, { force: true });
    process.removeListener('exit', remove);
    for (const signal of endings) process.removeListener(signal, end);
  };
  const end = (signal: NodeJS.Signals): void => {
    remove();
    process.kill(process.pid, signal);
    // The init process of a container (PID 1) ignores its own signals.
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of endings) process.on(signal, end);
  process.on('exit', remove);
  write();
  return {
    killed,
    enter: (name) => {
      phase = name;
      write();
    },
    remove,
  };
}

/** Content of the file: the state of the running build, and the id of the machine's current boot. */
interface Marker extends KilledBuild {
  boot: string;
}

function readMarker(path: string, boot: string): KilledBuild | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
  try {
    const { boot: before, ...killed } = JSON.parse(text) as Marker;
    return before === boot ? killed : undefined;
  } catch {
    // The build was killed while writing the file.
    return { phase: '', ...measure(), peak: 0, heap: 0 };
  }
}

function measure(): Omit<KilledBuild, 'phase'> {
  const { used_heap_size: heap, heap_size_limit: heapLimit } = getHeapStatistics();
  const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);
  return {
    peak: Math.round(process.resourceUsage().maxRSS / 1024),
    memory: megabytes(availableMemory()),
    heap: megabytes(heap),
    heapLimit: megabytes(heapLimit),
  };
}

/** Return an id of the machine's current boot on Linux (random(4)); empty elsewhere. */
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}
