/**
 * Cache the results of a pure function of one argument. The cache belongs to the returned function and is emptied when
 * it has `most` results.
 *
 * @param compute Must return the same for the same key, and not `undefined`.
 * @example const fold = memoize(1000, foldText)
 */
export function memoize<Key, Result extends {}>(most: number, compute: (key: Key) => Result): (key: Key) => Result {
  const results = new Map<Key, Result>();
  return (key) => {
    const known = results.get(key);
    if (known !== undefined) return known;
    const result = compute(key);
    if (results.size >= most) results.clear();
    results.set(key, result);
    return result;
  };
}
