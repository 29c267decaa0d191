import { UsageError } from '../../src/engine/base/errors.ts';

/**
 * Read a flag with seconds, more than 0 and at most 600.
 *
 * @throws UsageError naming the flag.
 */
export function readSeconds(name: string, text: string | undefined, usual: number): number {
  const seconds = Number(text ?? usual);
  if (seconds > 0 && seconds <= 600) return seconds;
  throw new UsageError(`--${name}: expected seconds, at most 600, found «${text}».`);
}
