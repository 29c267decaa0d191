import { describe, expect, it } from 'vitest';
import { whileInUse } from '../../../src/engine/base/in-use.ts';

const systemError = (code: string): Error => Object.assign(new Error(code), { code });

/** Fail a number of times with an error of the system, then succeed. Requested waits are recorded. */
function simulate(
  failures: number,
  code: string,
  attempts: number,
): { result: unknown; tries: number; waits: number[] } {
  const waits: number[] = [];
  let tries = 0;
  const action = (): string => {
    if (++tries <= failures) throw systemError(code);
    return 'done';
  };
  const wait = (milliseconds: number): void => void waits.push(milliseconds);
  try {
    return { result: whileInUse(action, { attempts, wait }), tries, waits };
  } catch (error) {
    return { result: error, tries, waits };
  }
}

describe('whileInUse', () => {
  it.each(['EACCES', 'EBUSY', 'ENOTEMPTY', 'EPERM'])('retries after %s, with growing pauses', (code) => {
    expect(simulate(3, code, 9)).toEqual({ result: 'done', tries: 4, waits: [10, 20, 40] });
  });

  it('gives up after a bounded time', () => {
    const { result, tries, waits } = simulate(100, 'EBUSY', 9);
    expect(result).toMatchObject({ code: 'EBUSY' });
    expect(tries).toBe(9);
    expect(waits.reduce((sum, each) => sum + each)).toBe(2550);
  });

  it('throws other errors at once', () => {
    expect(simulate(1, 'ENOSPC', 9)).toMatchObject({ result: { code: 'ENOSPC' }, tries: 1, waits: [] });
  });

  it.runIf(process.platform !== 'win32')('does not retry where such errors are final', () => {
    let tries = 0;
    const action = (): never => {
      tries++;
      throw systemError('EPERM');
    };
    expect(() => whileInUse(action)).toThrow('EPERM');
    expect(tries).toBe(1);
  });
});
