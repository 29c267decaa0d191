import type { CheckResult } from './check.ts';

let latest: CheckResult | undefined;
const listeners = new Set<() => void>();

/** The last result of the check of the open entry. */
export function latestCheck(): CheckResult | undefined {
  return latest;
}

/** Keep a result, and tell those who show it; `undefined` when another entry is opened. */
export function keepCheck(result: CheckResult | undefined): void {
  latest = result;
  for (const listener of listeners) listener();
}

/** Call a function at each new result. @returns The function that stops that. */
export function onCheck(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
