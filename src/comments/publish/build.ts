import { spawn } from 'node:child_process';

/** How to rebuild the site when comments change. */
export interface BuildMeans {
  /** A command for the shell of the system, such as `npm run build`. */
  run?: string | undefined;
  /** An address that gets a POST: the build hook of a host. */
  hook?: string | undefined;
}

/** Create the function that builds; `undefined` if there is no means. It rejects if the build failed. */
export function createBuild({ run, hook }: BuildMeans, signal: AbortSignal): (() => Promise<void>) | undefined {
  if (run === undefined && hook === undefined) return undefined;
  return async () => {
    if (run !== undefined) await runCommand(run, signal);
    if (hook !== undefined) await callHook(hook, signal);
  };
}

/** Its output is passed through, so that content problems are visible. */
async function runCommand(command: string, signal: AbortSignal): Promise<void> {
  const child = spawn(command, { shell: true, stdio: ['ignore', 'inherit', 'inherit'], signal });
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`«${command}» ended with code ${code}.`);
}

const patience = 30_000;

async function callHook(address: string, signal: AbortSignal): Promise<void> {
  const answer = await fetch(address, {
    method: 'POST',
    signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
  });
  await answer.body?.cancel();
  // The address is a secret, so it is not printed.
  if (!answer.ok) throw new Error(`The hook answered ${answer.status}.`);
}
