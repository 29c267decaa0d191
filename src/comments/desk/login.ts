import { createBuckets } from '../intake/buckets.ts';
import type { Store } from '../store/database.ts';
import { checkPassword } from '../store/editors.ts';

/** Result of a login attempt. */
export type LoginResult = 'right' | 'login' | 'rate' | 'busy';

/** Maximum number of concurrent password checks: each takes 128 MB and half a second of CPU. */
const mostAtOnce = 2;

/**
 * Create the password check, limited to five tries per network in 15 minutes.
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
