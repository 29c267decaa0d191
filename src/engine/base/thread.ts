import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * Start a task in a new thread.
 *
 * @param worker A module that posts its result as its only message; it finds the task in `workerData`.
 * @param task Must be clonable.
 * @returns A function to await the result. Until it is called, the thread does not keep the process alive: a build that
 *   fails meanwhile ends at once. It rejects with what the thread throws.
 */
export function startThread<Result>(worker: URL, task: unknown): () => Promise<Result> {
  const thread = new Worker(worker, { workerData: task });
  thread.unref();
  const result = once(thread, 'message').then(([message]) => message as Result);
  result.catch(() => {});
  return () => {
    thread.ref();
    return result;
  };
}
