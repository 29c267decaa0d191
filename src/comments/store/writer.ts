import { Worker } from 'node:worker_threads';
import { once } from 'node:events';
import type { Actions } from './actions.ts';
import type { Store } from './database.ts';
import type { Inserted, NewComment } from './insert.ts';

/** Data that the writer thread is started with. */
export interface WriterData {
  folder: string;
  /** See `StoreSettings`. */
  largest: number | undefined;
}

/** A job for the thread. */
export type Job =
  | { kind: 'insert'; comments: readonly NewComment[] }
  | { kind: 'act'; name: keyof Actions; values: readonly unknown[] }
  | { kind: 'stop' };

/** The response to a job; without results if there was no space or the database was locked for too long. */
export interface Answer {
  results: readonly unknown[] | undefined;
}

type ValuesOf<Name extends keyof Actions> = Parameters<Actions[Name]> extends [Store, ...infer Values] ? Values : never;

/** The one thread that writes while the service runs. */
export interface Writer {
  /**
   * Store a comment. Resolves after the commit; to `undefined` if there is no room. What arrives during a commit is stored with
   * the next one.
   */
  insert(comment: NewComment): Promise<Inserted | undefined>;
  /** Run one of {@link Actions}; `undefined` if there is no room. */
  act<Name extends keyof Actions>(
    name: Name,
    ...values: ValuesOf<Name>
  ): Promise<ReturnType<Actions[Name]> | undefined>;
  /** Number of comments waiting for a commit. */
  depth(): number;
  /** When the last commit ended, in milliseconds since 1970-01-01T00:00Z; 0 before the first. */
  lastCommit(): number;
  /** Finish pending jobs, truncate the log, and end the thread. */
  stop(): Promise<void>;
}

/** Maximum number of comments in a commit. */
const mostAtOnce = 500;

/**
 * Start the writer.
 *
 * @param onDeath Called if the thread ends by itself: nothing can be stored any more.
 */
export async function startWriter(data: WriterData, onDeath: (error: unknown) => void): Promise<Writer> {
  const worker = new Worker(new URL('./writer-worker.ts', import.meta.url), {
    workerData: data,
    // What it gets is short-lived. A heap that grows without need is memory of the service.
    resourceLimits: { maxYoungGenerationSizeMb: 3 },
  });
  await once(worker, 'message');
  const comments: Waiting<NewComment>[] = [];
  const acts: Waiting<Extract<Job, { kind: 'act' }>>[] = [];
  let current: Waiting<unknown>[] = [];
  let committed = 0;
  let onIdle: (() => void) | undefined;
  let isStopped = false;

  const next = (): void => {
    if (current.length > 0) return;
    const act = acts.shift();
    if (act) {
      current = [act];
      worker.postMessage(act.value satisfies Job, []);
    } else if (comments.length > 0) {
      const batch = comments.splice(0, mostAtOnce);
      current = batch;
      worker.postMessage({ kind: 'insert', comments: batch.map(({ value }) => value) } satisfies Job, []);
    } else onIdle?.();
  };
  worker.on('message', ({ results }: Answer) => {
    const done = current;
    current = [];
    if (results) committed = Date.now();
    done.forEach(({ resolve }, index) => resolve(results?.[index]));
    next();
  });
  let failure: unknown;
  worker.on('error', (error) => (failure = error));
  worker.on('exit', () => {
    if (!isStopped) onDeath(failure ?? new Error('The thread that writes has ended.'));
  });
  const wait = <Value>(queue: Waiting<Value>[], value: Value): Promise<unknown> =>
    new Promise((resolve) => {
      queue.push({ value, resolve });
      next();
    });

  return {
    insert: (comment) => wait(comments, comment) as Promise<Inserted | undefined>,
    act: (name, ...values) => wait(acts, { kind: 'act', name, values }) as Promise<never>,
    depth: () => comments.length,
    lastCommit: () => committed,
    async stop() {
      await new Promise<void>((resolve) => {
        onIdle = resolve;
        next();
      });
      isStopped = true;
      const ended = once(worker, 'exit');
      worker.postMessage({ kind: 'stop' } satisfies Job, []);
      await ended;
    },
  };
}

interface Waiting<Value> {
  value: Value;
  resolve: (result: unknown) => void;
}
