/** Messages from pages to the worker. Addresses are absolute, without a fragment. */
export type Message =
  /** A page was opened. Only articles are listed. */
  | { ask: 'read'; url: string; pictures: readonly string[] }
  | { ask: 'save'; url: string; pictures: readonly string[] }
  | { ask: 'forget'; url: string }
  | { ask: 'isSaved'; url: string }
  /** Whether the oldest copies are still published. */
  | { ask: 'check' }
  | { ask: 'list' };

/** A page that can be read without a network. */
export interface Kept {
  url: string;
  title: string;
  isSaved: boolean;
}

/** Ask the worker, and return its answer. */
export function askWorker<Result>(worker: ServiceWorker, message: Message): Promise<Result> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', ({ data }: MessageEvent<Result>) => resolve(data), { once: true });
    port1.start();
    worker.postMessage(message, [port2]);
  });
}
