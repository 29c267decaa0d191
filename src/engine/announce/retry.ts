import type { Outcome } from './request.ts';

/** Seconds before the second, third and fourth try. */
const pauses = [1, 2, 4];

/** Send what the service recognises when it comes again, until there is a clear answer or four tries had none. */
export async function again(
  pause: (milliseconds: number) => Promise<void>,
  send: () => Promise<Outcome>,
): Promise<Outcome> {
  let outcome = await send();
  for (const seconds of pauses) {
    if (outcome.kind !== 'unsure') break;
    await pause(seconds * 1000);
    outcome = await send();
  }
  return outcome;
}
