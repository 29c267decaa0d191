import { build } from '../../src/engine/build.ts';
import type { BuildSettings } from '../../src/engine/base/options.ts';
import { createProgress } from '../../src/engine/base/progress.ts';
import { ContentError, formatProblem } from '../../src/core/problems/problem.ts';

/** The reply of a process that builds. */
export interface BuildAnswer {
  /** Number of files that changed; absent if the build failed. */
  changed?: number;
  error?: string;
}

// Started by fork: builds on request, one site after another.
process.on('message', (settings: BuildSettings) => {
  void answer(settings).then((result) => process.send!(result));
});

async function answer(settings: BuildSettings): Promise<BuildAnswer> {
  const silent = { write: () => true } as unknown as NodeJS.WriteStream;
  try {
    const { changed } = await build(settings, createProgress(silent));
    return { changed };
  } catch (error) {
    if (error instanceof ContentError)
      return { error: error.problems.map((each) => formatProblem(each, 'en')).join('\n') };
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
