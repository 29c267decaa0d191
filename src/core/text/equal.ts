/** Return whether two JSON-like values are deeply equal. The order of object keys does not matter. */
export function areSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [ours, theirs] = [Object.entries(a), b as Record<string, unknown>];
  if (ours.length !== Object.keys(b).length) return false;
  return ours.every(([key, value]) => Object.hasOwn(b, key) && areSame(value, theirs[key]));
}
