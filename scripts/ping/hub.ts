import { mapConcurrently } from '../../src/engine/base/concurrently.ts';

/** What a hub made of a call. */
export interface PingResult {
  hub: string;
  /** How many feeds the hub was told of. */
  told: number;
  /** What went wrong, a sentence each. */
  failures: string[];
}

/** Feeds that are told at one time. */
const concurrency = 6;

/**
 * Tell a hub which feeds have changed, a request each. WebSub leaves open how; hubs take `hub.mode=publish` with
 * `hub.url`, as in PubSubHubbub 0.3, or with `hub.topic`. A hub that does not answer is given up; one that refuses a feed is asked about the others.
 *
 * @param timeout How long to wait for an answer, in milliseconds.
 */
export async function pingHub(hub: string, feeds: readonly string[], timeout: number): Promise<PingResult> {
  const result: PingResult = { hub, told: 0, failures: [] };
  try {
    await mapConcurrently(feeds, concurrency, async (feed) => {
      const refusal = await publish(hub, feed, timeout);
      if (refusal === undefined) result.told++;
      else result.failures.push(`refuses ${feed}: ${refusal}`);
    });
  } catch (error) {
    const rest = feeds.length - result.told - result.failures.length;
    result.failures.push(`does not answer (${reasonOf(error, timeout)}); ${rest} of ${feeds.length} feeds not told`);
  }
  return result;
}

/** @returns What the hub has against it, if it refuses. */
async function publish(hub: string, feed: string, timeout: number): Promise<string | undefined> {
  const response = await fetch(hub, {
    method: 'POST',
    body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': feed, 'hub.topic': feed }),
    signal: AbortSignal.timeout(timeout),
  });
  const said = await response.text();
  if (response.ok) return undefined;
  const words = said
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
