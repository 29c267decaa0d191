import { mapConcurrently } from '../../src/engine/base/concurrently.ts';

/** The result of pinging a hub. */
export interface PingResult {
  hub: string;
  /** The feeds that the hub accepted. */
  notified: string[];
  /** Failures, one sentence each. */
  failures: string[];
}

// Concurrent requests.
const concurrency = 6;

/**
 * Notify a hub of changed feeds, one request each. WebSub leaves the request undefined; hubs accept `hub.mode=publish`
 * with `hub.url`, as in PubSubHubbub 0.3, or with `hub.topic`. If a hub does not answer it is abandoned; if it rejects
 * a feed, the others are still sent.
 *
 * @param timeout Timeout of a request, in milliseconds.
 */
export async function pingHub(hub: string, feeds: readonly string[], timeout: number): Promise<PingResult> {
  const result: PingResult = { hub, notified: [], failures: [] };
  try {
    await mapConcurrently(feeds, concurrency, async (feed) => {
      const refusal = await publish(hub, feed, timeout);
      if (refusal === undefined) result.notified.push(feed);
      else result.failures.push(`refuses ${feed}: ${refusal}`);
    });
  } catch (error) {
    const rest = feeds.length - result.notified.length - result.failures.length;
    result.failures.push(`does not answer (${reasonOf(error, timeout)}); ${rest} of ${feeds.length} feeds not sent`);
  }
  return result;
}

/** Notify a hub of one feed. @returns The hub's reason, if it refuses. */
async function publish(hub: string, feed: string, timeout: number): Promise<string | undefined> {
  const response = await fetch(hub, {
    method: 'POST',
    body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': feed, 'hub.topic': feed }),
    signal: AbortSignal.timeout(timeout),
  });
  const body = await response.text();
  if (response.ok) return undefined;
  const words = body
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return `${response.status} ${response.statusText} ${words.slice(0, 200)}`.trim();
}

function reasonOf(error: unknown, timeout: number): string {
  if ((error as Error).name === 'TimeoutError') return `no answer within ${timeout / 1000} s`;
  const { cause, message } = error as Error;
  return (cause as NodeJS.ErrnoException | undefined)?.code ?? message;
}
