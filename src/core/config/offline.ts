import { z } from 'zod';

/**
 * Whether readers can read without a network: `true` publishes a service worker; `false` publishes one that removes itself
 * and all it kept from the devices that have it; absent, there is none.
 */
export type OfflineSetting = boolean | undefined;

/** Schema of {@link OfflineSetting}. */
export const offlineShape = z
  .boolean('expected true, false to remove what readers already have, or no setting at all')
  .optional();
