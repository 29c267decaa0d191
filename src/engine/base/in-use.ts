import { rmSync } from 'node:fs';

/** How long to try again when another program holds a file open. */
export interface Patience {
  /** How often an action is tried. */
  attempts: number;
  /** Block this thread for some milliseconds. */
  wait(milliseconds: number): void;
}

/**
 * Windows neither replaces nor removes a file that another program holds open, which virus scanners and indexers do for some
 * milliseconds. Elsewhere the same errors are final: nothing is tried twice.
 */
const patience: Patience = {
  // 10 + 20 + … + 1280 milliseconds.
  attempts: process.platform === 'win32' ? 9 : 1,
  wait: (milliseconds) => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds),
};

const inUse = new Set(['EACCES', 'EBUSY', 'ENOTEMPTY', 'EPERM']);

/**
 * Do something to a file or folder; where the system says that it is in use, try again after pauses that grow, for 2.6 s in all.
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

/** Remove a folder with all that is in it, if it is there. */
export function removeFolder(path: string): void {
  whileInUse(() => rmSync(path, { recursive: true, force: true }));
}
