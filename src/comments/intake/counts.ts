/** Counts of answers by code. */
export interface Counts {
  add(code: string): void;
  /** Return the counts since the last call as a line; `undefined` if nothing happened. */
  line(): string | undefined;
}

/** Create counts: the only thing that is logged about readers. */
export function createCounts(): Counts {
  const counts = new Map<string, number>();
  return {
    add: (code) => void counts.set(code, (counts.get(code) ?? 0) + 1),
    line() {
      if (counts.size === 0) return undefined;
      const sorted = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1));
      counts.clear();
      return sorted.map(([code, count]) => `${code} ${count}`).join(', ');
    },
  };
}
