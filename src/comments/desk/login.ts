import { createBuckets } from '../intake/buckets.ts';
import type { Store } from '../store/database.ts';
import { checkPassword } from '../store/editors.ts';

/** What came of an attempt to log in. */
export type LoginResult = 'right' | 'login' | 'rate' | 'busy';

/** The most passwords that are checked at once: each takes 128 MB and half a second of CPU. */
const mostAtOnce = 2;

/**
 * Create the check of passwords: five tries in a quarter of an hour for each network.
 *
 * @param clock In milliseconds; it never goes back.
 */
export function createLogin(
  store: Store,
  clock: () => number,
): (network: string, name: string, password: string) => Promise<LoginResult> {
  const tries = createBuckets({ holds: 5, perSecond: 5 / 900, most: 100_000 });
  let running = 0;
  return async (network, name, password) => {
    if (running >= mostAtOnce) return 'busy';
    if (tries.take(network, clock()) > 0) return 'rate';
    running += 1;
    try {
      return (await checkPassword(store, name, password)) ? 'right' : 'login';
    } finally {
      running -= 1;
    }
  };
}
