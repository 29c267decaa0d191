import { closest, distance } from 'fastest-levenshtein';

/**
 * Return whether a name is probably a misspelling of another: at most a third of its letters differ (one in short
 * names), or the same letters are in another order.
 */
export function isNear(written: string, meant: string): boolean {
  const letters = (text: string): string => [...text].toSorted().join('');
  return distance(written, meant) <= Math.max(1, Math.floor(written.length / 3)) || letters(written) === letters(meant);
}

/** Find the name that a misspelt one was probably meant to be; `undefined` if {@link isNear} is false for all. */
export function nearestOf(written: string, names: readonly string[]): string | undefined {
  const found = names.length > 0 ? closest(written, names) : undefined;
  return found !== undefined && isNear(written, found) ? found : undefined;
}
