import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AnnounceState, emptyState, parseState } from '../../core/announce/state.ts';
import { UsageError } from '../base/errors.ts';
import type { BuildOptions } from '../base/options.ts';
import { withBuildLock } from '../cache/build-lock.ts';
import { cacheFolders, claimCache } from '../cache/cache-folders.ts';
import { replaceFile } from '../cache/cache-file.ts';

/** The record of what was announced, while this process alone has it. */
export interface StateFile {
  state: AnnounceState;
  /** Write the record; it is on the disk when this returns. */
  save(): void;
}

/**
 * Run a function with the record of what a site announced. Two at once are impossible.
 *
 * @throws UsageError if another process has it, or if it is damaged: guessing would announce everything again.
 */
export async function withAnnounced<Result>(
  { content, out }: Pick<BuildOptions, 'content' | 'out'>,
  run: (file: StateFile) => Promise<Result>,
): Promise<Result> {
  const folder = cacheFolders.announced(content, out);
  return withBuildLock(
    folder,
    async () => {
      claimCache(folder, { content });
      const path = join(folder, stateName);
      const file: StateFile = {
        state: readState(path),
        save: () => replaceFile(path, [Buffer.from(`${JSON.stringify(file.state)}\n`)], true),
      };
      return run(file);
    },
    'announcement',
  );
}

/** Read the record without changing it, for a dry run. */
export function peekAnnounced({ content, out }: Pick<BuildOptions, 'content' | 'out'>): AnnounceState {
  return readState(join(cacheFolders.announced(content, out), stateName));
}

const stateName = 'state.json';

function readState(path: string): AnnounceState {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return emptyState();
    throw error;
  }
  const state = parseState(text);
  if (state) return state;
  throw new UsageError(
    `${path}, the record of what was announced, is damaged. Remove it: then the articles of the last days count as announced, and --since announces those that are not. A backup would announce again what came after it.`,
    `پروندهٔ ${path} که می‌گوید چه خبرهایی فرستاده شده، آسیب دیده است. آن را بردارید؛ آنگاه خبرهای روزهای گذشته فرستاده‌شده به شمار می‌آیند و ‎--since آنهایی را که نرفته‌اند می‌فرستد. پشتیبان، خبرهای پس از خود را دوباره می‌فرستد.`,
  );
}
