/** How much a bucket holds, and how fast it fills. */
export interface BucketSize {
  holds: number;
  perSecond: number;
  /** The most buckets that are remembered; the one used longest ago is forgotten. */
  most: number;
}

/** Buckets of tokens by key. */
export interface Buckets {
  /**
   * Take one from a bucket.
   *
   * @param now In milliseconds, of a clock that never goes back.
   * @returns 0, or the seconds to wait until there is one.
   */
  take(key: string, now: number): number;
}

/** Create buckets that are full at first. */
export function createBuckets({ holds, perSecond, most }: BucketSize): Buckets {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    take(key, now) {
      const known = buckets.get(key);
      const left = known ? Math.min(holds, known.left + ((now - known.at) / 1000) * perSecond) : holds;
      // Moved to the end: the first of the map is the one used longest ago.
      buckets.delete(key);
      buckets.set(key, { left: left < 1 ? left : left - 1, at: now });
      if (buckets.size > most) buckets.delete(buckets.keys().next().value!);
      return left < 1 ? Math.ceil((1 - left) / perSecond) : 0;
    },
  };
}
