import { inject } from 'vitest';

/**
 * How many cases a property is tried on: few in `npm test`, many in `npm run test:slow`, and as many as `RUNS` says where that
 * is set.
 */
export function countRuns(few: number, many: number): number {
  return Number(process.env['RUNS'] ?? (inject('isThorough') ? many : few));
}
