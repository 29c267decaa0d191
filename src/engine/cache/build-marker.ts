import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, totalmem } from 'node:os';
import { join } from 'node:path';
import { getHeapStatistics } from 'node:v8';

/** File name of the marker, which exists while a build runs, and stays if it is killed. */
export const markerName = 'running.json';

/** What is known of a build that was killed: by the system when memory ran out, by Node at the limit of its heap. */
export interface KilledBuild {
  /** Name of the phase that it was in; empty before the first. */
  phase: string;
  /** Most memory that it was seen to use, in megabytes; so are the others. */
  peak: number;
  /** Memory that the machine, or the container, gives it. */
  memory: number;
  /** In use on the heap of Node's main thread, and its limit. */
  heap: number;
  heapLimit: number;
}

/** The marker of a running build. */
export interface BuildMarker {
  /** The build before, if it was killed. */
  killed: KilledBuild | undefined;
  /** Note which phase begins. */
  enter(phase: string): void;
  /** Remove the marker: the build has ended, whether it succeeded or not. */
  remove(): void;
}

/** Milliseconds between two looks at the memory in use. */
const interval = 1000;
/** Signals by which people and systems end a build in order: no sign of a lack of memory. */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Mark a build as running, and find out whether the one before was killed. Not told of are builds that failed or were
 * ended by Ctrl-C or the like, and those from before the machine was started. Without room on the disk, there is no marker.
 *
 * @param folder The cache of the site; its lock is held.
 */
export function placeMarker(folder: string, boot = bootId()): BuildMarker {
  const path = join(folder, markerName);
  const killed = readMarker(path, boot);
  let phase = '';
  const write = (): void => {
    try {
      writeFileSync(path, JSON.stringify({ boot, phase, ...measure() } satisfies Marker));
    } catch {
      // A full disk is told of by what has to be written.
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
    // The first process of a container is not ended by its own signal.
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

/** The file: what is known of the build while it runs, and the start of the machine at which it ran. */
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
    // It was killed while it wrote.
    return { phase: '', ...measure(), peak: 0, heap: 0 };
  }
}

function measure(): Omit<KilledBuild, 'phase'> {
  const { used_heap_size: heap, heap_size_limit: heapLimit } = getHeapStatistics();
  const limit = process.constrainedMemory();
  const memory = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20);
  return {
    peak: Math.round(process.resourceUsage().maxRSS / 1024),
    memory: megabytes(memory),
    heap: megabytes(heap),
    heapLimit: megabytes(heapLimit),
  };
}

/** Identifies the start of the machine on Linux (random(4)); empty elsewhere. */
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}
