import { rmSync } from 'node:fs';

/** How long to retry when another program holds a file open. */
export interface Patience {
  /** Number of attempts. */
  attempts: number;
  /** Block this thread, in milliseconds. */
  wait(milliseconds: number): void;
}

// Windows neither replaces nor removes a file that another program holds open, as virus scanners and indexers do for
// some milliseconds. Elsewhere the same errors are final, so there are no retries.
const patience: Patience = {
  // 10 + 20 + … + 1280 milliseconds.
  attempts: process.platform === 'win32' ? 9 : 1,
  wait: (milliseconds) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds),
};

const inUse = new Set(['EACCES', 'EBUSY', 'ENOTEMPTY', 'EPERM']);

/**
 * Run an action on a file or folder; while the system reports it as in use, retry with growing pauses, for 2.6 s in
 * total.
 *
 * @throws the system’s error if the file is still in use, and other errors at once.
 */
export function whileInUse<Result>(action: () => Result, { attempts, wait }: Patience = patience): Result {
  for (let attempt = 1; ; attempt++) {
    try {
      return action();
    } catch (error) {
      if (attempt >= attempts || !inUse.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
      wait(5 * 2 ** attempt);
    }
  }
}

/** Remove a folder with everything in it, if it exists. */
export function removeFolder(path: string): void {
  whileInUse(() => rmSync(path, { recursive: true, force: true }));
}
