import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { node, plainEnvironment } from './command.ts';
import { repository } from './folders.ts';

/** A site that `npm run preview` serves. */
export interface Preview {
  origin: string;
  close: () => Promise<void>;
}

/** Serve a finished site with the headers of hosts; its folder may change meanwhile. */
export async function startPreview(flags: readonly string[]): Promise<Preview> {
  const running = spawn(node, [join(repository, 'scripts/preview.ts'), ...flags, '--port', '0'], {
    cwd: repository,
    env: plainEnvironment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  running.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  while (!/http:.*\n/.test(said)) await once(running.stdout, 'data');
  return {
    origin: new URL(/http:\S+/.exec(said)![0]).origin,
    close: async () => {
      const ended = once(running, 'exit');
      running.kill();
      await ended;
    },
  };
}
