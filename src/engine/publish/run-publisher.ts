import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { shareBuildLock } from '../cache/build-lock.ts';
import type { PublishFolders } from '../output/folders.ts';
import { describeSystemError, InterruptedError } from '../base/errors.ts';

/** What a publisher says when it could not do its work. */
export interface PublisherFailure {
  code: string | undefined;
  path: string | undefined;
  message: string;
  /** Some files have their new names already. */
  isBegun: boolean;
}

/**
 * Let the prepared files of a site take their names, in a process that what ends the build, such as a signal to its group or
 * a lack of memory, does not end as well. It has the build's lock for as long.
 *
 * @throws InterruptedError if it could not go on in the middle; the system’s error before, and nothing has changed then.
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
  const [code, said] = await Promise.all([ended, text(child.stdout)]);
  if (code === 0) return;
  if (said === '') throw new InterruptedError('The process that publishes was ended.');
  const { isBegun, ...failure } = JSON.parse(said) as PublisherFailure;
  const error = Object.assign(new Error(failure.message), failure);
  throw isBegun ? new InterruptedError(describeSystemError(error) ?? failure.message, { cause: error }) : error;
}
