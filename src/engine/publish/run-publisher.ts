import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { MessageLanguage } from '../../core/problems/problem.ts';
import { shareBuildLock } from '../cache/build-lock.ts';
import { type DiskSpace, noteSpace } from '../base/disk-space.ts';
import type { PublishFolders } from '../output/folders.ts';
import { describeSystemError, InterruptedError } from '../base/errors.ts';

/** The error output of a publisher. */
export interface PublisherFailure {
  code: string | undefined;
  path: string | undefined;
  message: string;
  /** The recorded disk space. */
  space: DiskSpace;
  /** Whether some files have already been moved. */
  isBegun: boolean;
}

/**
 * Move the prepared files of a site into place in a detached process, which survives a signal to the build's process
 * group or a lack of memory. It holds the build's lock meanwhile.
 *
 * @throws InterruptedError if it failed halfway; the system’s error if nothing has been changed.
 */
export async function runPublisher({ cache, out }: PublishFolders): Promise<void> {
  const program = fileURLToPath(new URL('publisher.ts', import.meta.url));
  const child = spawn(process.execPath, [...process.execArgv, program, cache, out], {
    detached: true,
    windowsHide: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (child.pid !== undefined) shareBuildLock(cache, child.pid);
  child.stdin.on('error', () => {}).end('publish');
  const [code, output] = await Promise.all([ended, text(child.stdout)]);
  if (code === 0) return;
  if (output === '') throw new InterruptedError(killed);
  const { isBegun, space, ...failure } = JSON.parse(output) as PublisherFailure;
  const error = Object.assign(new Error(failure.message), failure);
  noteSpace(error, out, space);
  if (!isBegun) throw error;
  throw new InterruptedError((language) => describeSystemError(error, language) ?? failure.message, { cause: error });
}

const killed = (language: MessageLanguage): string =>
  language === 'fa' ? 'فرایندی که سایت را منتشر می‌کند کشته شد.' : 'The publishing process was killed.';
