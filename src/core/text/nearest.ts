import { closest, distance } from 'fastest-levenshtein';

/**
 * Return whether a name is probably a misspelling of another: a third of its letters differ at most, or at least one, or
 * they only stand in another order.
 */
export function isNear(written: string, meant: string): boolean {
  const letters = (text: string): string => [...text].toSorted().join('');
  return distance(written, meant) <= Math.max(1, Math.floor(written.length / 3)) || letters(written) === letters(meant);
}

/** Find the name that a misspelt one probably means; `undefined` if none is {@link isNear}. */
export function nearestOf(written: string, names: readonly string[]): string | undefined {
  const found = names.length > 0 ? closest(written, names) : undefined;
  return found !== undefined && isNear(written, found) ? found : undefined;
}
